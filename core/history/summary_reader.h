// SummaryReader: the rows of the run table.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/history/history.h"
#include "core/history/statement.h"

namespace tunebench {

class SummaryReader {
public:
    SummaryReader(Database& database, std::filesystem::path data_folder);

    Result<std::vector<RunSummary>> matching(const RunFilter& filter);  // newest first

    /// The run of that id; else those whose id begins so; else those of that name.
    Result<std::vector<RunSummary>> named(const std::string& text);

private:
    Result<std::vector<RunSummary>> read(Statement& statement, std::initializer_list<SqlValue> values);

    std::filesystem::path data_folder_;
    Statement matching_;
    Statement by_id_;
    Statement by_name_;
};

}  // namespace tunebench
