#include "ui/pages/compare/compared_runs.h"

#include <algorithm>

#include "ui/run/history_places.h"

namespace tunebench::ui {
namespace {

Result<void> addRun(HistoryReader& reader, const std::string& id, ComparedRuns& compared) {
    TRY(const auto details, reader.run(id));
    TRY(const auto folder, RunFolder::open(details.summary.folder));
    TRY(auto run, read_comparable_run(folder));
    if (!details.summary.name.empty())
        run.name = details.summary.name;
    compared.runs.push_back(std::move(run));
    compared.isAnyActive = compared.isAnyActive || details.summary.status == RunStatus::Running ||
                           details.summary.status == RunStatus::Paused;
    TRY(const auto metrics, reader.metrics(id));
    for (const auto& metric : metrics)
        if (std::find(compared.metrics.begin(), compared.metrics.end(), metric) == compared.metrics.end())
            compared.metrics.push_back(metric);
    return {};
}

}  // namespace

ComparedRuns readComparedRuns(const std::filesystem::path& database, const std::vector<std::string>& ids,
                              const CancelToken& cancel) {
    ComparedRuns compared;
    const auto reader = HistoryReader::open(database);
    if (!reader) {
        compared.problems.push_back(reader.error());
        return compared;
    }
    for (const auto& id : ids) {
        if (cancel.is_cancelled())
            return compared;
        if (const auto added = addRun(**reader, id, compared); !added)
            compared.problems.push_back(added.error());
    }
    add_example_losses(compared.runs);
    return compared;
}

MetricCurves readCurves(const std::filesystem::path& database, const std::vector<std::string>& ids,
                        const std::string& metric, PlaceKind along, const CancelToken& cancel) {
    MetricCurves curves{.runs = std::vector<StepValues>(ids.size())};
    const auto reader = HistoryReader::open(database);
    for (std::size_t run = 0; reader && run < ids.size() && !cancel.is_cancelled(); ++run) {
        const auto points = (*reader)->metric(ids[run], metric);
        if (!points)
            continue;  // no run of the history has this metric
        auto places = readPlaces(**reader, ids[run], *points, along);
        if (places.size() < points->size()) {
            ++curves.unplaced;
            continue;
        }
        curves.runs[run].along = std::move(places);
        for (const auto& point : *points) {
            curves.runs[run].steps.push_back(static_cast<double>(point.step));
            curves.runs[run].values.push_back(point.value);
        }
    }
    return curves;
}

}  // namespace tunebench::ui
