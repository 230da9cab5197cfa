// SessionStore: from every start or resume of a run to its end. Called inside a transaction.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/history/run_store.h"
#include "core/history/statement.h"
#include "core/jobs/run_event.h"

namespace tunebench {

class SessionStore {
public:
    explicit SessionStore(Database& database);

    Result<void> begin(RunKey run, std::int64_t line, const RunStarted& started, std::string_view time);
    /// Of the session that began last; nothing when none began (the run failed before its start).
    Result<void> end(RunKey run, const RunFinished& finished, std::string_view time);

private:
    Statement begin_;
    Statement end_;
};

}  // namespace tunebench
