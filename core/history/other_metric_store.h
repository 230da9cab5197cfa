// OtherMetricStore: metrics by name, for those that have no column of their own. Called inside a transaction.
#pragma once

#include "core/base/result.h"
#include "core/history/run_store.h"
#include "core/history/statement.h"
#include "core/jobs/run_event.h"

namespace tunebench {

class OtherMetricStore {
public:
    explicit OtherMetricStore(Database& database);

    /// A value of that step that is there already is replaced.
    Result<void> add(RunKey run, const MetricsMeasured& measured);
    Result<void> go_back_to(RunKey run, std::int64_t step);  // forgets those of later steps

private:
    Statement name_;
    Statement add_;
    Statement remove_;
};

}  // namespace tunebench
