#include "ui/pages/setup/recent_runs.h"

#include "core/run/run_sources.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr std::size_t kMostRecentRuns = 12;

QString titleOf(const RunSummary& run) {
    const QString name = toQt(run.name.empty() ? run.id : run.name);
    return QStringLiteral("%1 (%2)").arg(name, dateText(run.created_at));
}

std::vector<RecentRun> newestRuns(const std::filesystem::path& database, const CancelToken& cancel) {
    std::vector<RecentRun> recent;
    const auto reader = HistoryReader::open(database);
    const auto runs = reader ? (*reader)->runs() : Result<std::vector<RunSummary>>(reader.error());
    if (!runs)
        return recent;
    for (const RunSummary& run : *runs) {
        if (recent.size() == kMostRecentRuns || cancel.is_cancelled())
            break;
        if (!run.origin.empty())
            continue;  // another program's settings
        if (const auto details = (*reader)->run(run.id))
            recent.push_back({with_hub_names(details->manifest.config, hub_cache_folder()), titleOf(run)});
    }
    return recent;
}

}  // namespace

RecentRuns::RecentRuns(const std::filesystem::path& dataFolder, QObject* parent)
    : QObject(parent), database_(History::database_path(dataFolder)), task_(this) {}

void RecentRuns::read() {
    task_.start([database = database_](const CancelToken& cancel) { return newestRuns(database, cancel); },
                [this](std::vector<RecentRun> runs) { runs_ = std::move(runs); });
}

}  // namespace tunebench::ui
