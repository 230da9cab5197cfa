#include "core/history/summary_store.h"

namespace tunebench {
namespace {

SqlValue value_or_null(const std::optional<MetricValue>& value) {
    return value ? SqlValue(value->value) : SqlValue(nullptr);
}

std::int64_t step_or_zero(const std::optional<MetricValue>& value) {
    return value ? value->step : 0;
}

}  // namespace

SummaryStore::SummaryStore(Database& database)
    : metrics_(database),
      name_(database, "INSERT INTO metric_names (name) VALUES (?1) ON CONFLICT (name) DO NOTHING"),
      add_(database,
           "INSERT INTO metric_summaries SELECT key, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM metric_names WHERE "
           "name = ?1"),
      remove_(database, "DELETE FROM metric_summaries WHERE run = ?1"),
      mark_(database, "UPDATE runs SET summarised = ?2 WHERE key = ?1 AND summarised <> ?2"),
      missing_(
          database,
          "SELECT key, id FROM runs JOIN run_summary ON run = key WHERE NOT summarised AND status NOT IN "
          "('running', 'paused')") {}

Result<void> SummaryStore::keep(RunKey run, const std::string& run_id) {
    TRY(const auto summaries, metrics_.summaries(run_id));
    TRY_VOID(remove_.run({run}));
    for (const MetricSummary& summary : summaries) {
        TRY_VOID(name_.run({summary.name}));
        TRY_VOID(add_.run({summary.name, run, summary.count, summary.last.value, summary.last.step,
                           value_or_null(summary.lowest), step_or_zero(summary.lowest),
                           value_or_null(summary.highest), step_or_zero(summary.highest)}));
    }
    TRY_VOID(mark_.run({run, 1}));
    return {};
}

Result<void> SummaryStore::drop(RunKey run) {
    TRY(const auto changed, mark_.run({run, 0}));
    if (changed > 0)
        TRY_VOID(remove_.run({run}));
    return {};
}

Result<std::vector<SummaryStore::Missing>> SummaryStore::missing() {
    std::vector<Missing> runs;
    TRY_VOID(missing_.each({}, [&](const Row& row) { runs.push_back({row.integer(0), row.text(1)}); }));
    return runs;
}

}  // namespace tunebench
