// MetricReader: the curves of a run.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/history/history.h"

namespace tunebench {

class Database;

class MetricReader {
public:
    explicit MetricReader(Database& database) : database_(&database) {}

    Result<std::vector<MetricPoint>> points(const std::string& run_id, const std::string& metric);
    Result<std::vector<std::string>> names(const std::string& run_id);

private:
    Database* database_;
};

}  // namespace tunebench
