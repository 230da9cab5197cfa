// MetricReader: the curves of a run.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/history/history.h"
#include "core/history/metric_summary.h"

namespace tunebench {

class Database;

class MetricReader {
public:
    explicit MetricReader(Database& database) : database_(&database) {}

    Result<std::vector<MetricPoint>> points(const std::string& run_id, const std::string& metric);
    Result<std::vector<std::string>> names(const std::string& run_id);

    /// Of all of the run's metrics, from their values; takes a tenth of a second a million of them.
    Result<std::vector<MetricSummary>> summaries(const std::string& run_id);
    Result<MetricSummary> summary(const std::string& run_id, const std::string& metric);

    /// Whether some run may have it: the metrics of our own runs, and those of imported ones.
    Result<bool> is_known(const std::string& metric);
    /// All that are known.
    Result<std::vector<std::string>> known();

private:
    using TakePoint = std::function<void(const MetricPoint&)>;
    Result<void> each(const std::string& run_id, const std::string& metric, const TakePoint& take);

    Database* database_;
};

}  // namespace tunebench
