#include "core/history/other_metric_store.h"

namespace tunebench {

OtherMetricStore::OtherMetricStore(Database& database)
    : name_(database, "INSERT INTO metric_names (name) VALUES (?1) ON CONFLICT (name) DO NOTHING"),
      add_(database,
           "INSERT OR REPLACE INTO other_metrics SELECT ?1, key, ?3, ?4, ?5 FROM metric_names WHERE name = "
           "?2"),
      remove_(database, "DELETE FROM other_metrics WHERE run = ?1 AND step > ?2") {}

Result<void> OtherMetricStore::add(RunKey run, const MetricsMeasured& measured) {
    for (const auto& [name, value] : measured.values) {
        TRY_VOID(name_.run({name}));
        TRY_VOID(add_.run({run, name, measured.step, value, measured.elapsed_seconds}));
    }
    return {};
}

Result<void> OtherMetricStore::go_back_to(RunKey run, std::int64_t step) {
    TRY_VOID(remove_.run({run, step}));
    return {};
}

}  // namespace tunebench
