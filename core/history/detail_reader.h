// DetailReader: everything about one run but its curves.
#pragma once

#include "core/base/result.h"
#include "core/history/history.h"
#include "core/history/statement.h"

namespace tunebench {

class DetailReader {
public:
    explicit DetailReader(Database& database);

    Result<RunDetails> read(RunSummary summary);

private:
    Result<RunManifest> manifest(const std::string& run_id);
    Result<std::vector<RunSession>> sessions(const std::string& run_id);

    Statement manifest_;
    Statement sessions_;
    Statement samples_;
    Statement checkpoints_;
    Statement warnings_;
    Statement memory_;
};

}  // namespace tunebench
