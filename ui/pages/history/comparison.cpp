#include "ui/pages/history/comparison.h"

#include <algorithm>

#include "ui/run/history_places.h"

namespace tunebench::ui {
namespace {

ComparedRun readRun(HistoryReader& reader, const std::string& id, const std::string& metric,
                    PlaceKind along) {
    ComparedRun run{.id = id};
    const auto details = reader.run(id);
    const auto points = reader.metric(id, metric);
    if (!details || !points) {
        run.error = details ? points.error().message : details.error().message;
        return run;
    }
    run.config = details->manifest.config;
    run.places = readPlaces(reader, id, *points, along);
    for (const auto& point : *points)
        run.values.push_back(point.value);
    return run;
}

}  // namespace

Comparison readComparison(const std::filesystem::path& database, const std::vector<std::string>& ids,
                          const std::string& metric, PlaceKind along, const CancelToken& cancel) {
    Comparison comparison{.metric = metric, .along = along};
    const auto reader = HistoryReader::open(database);
    if (!reader)
        return comparison;
    for (const auto& id : ids) {
        if (cancel.is_cancelled())
            break;
        comparison.runs.push_back(readRun(**reader, id, metric, along));
        const auto metrics = (*reader)->metrics(id);
        for (const auto& name : metrics ? *metrics : std::vector<std::string>())
            if (std::ranges::find(comparison.metrics, name) == comparison.metrics.end())
                comparison.metrics.push_back(name);
    }
    return comparison;
}

}  // namespace tunebench::ui
