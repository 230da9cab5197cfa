// A JSON object a value, at full precision; NaN and infinities are texts.
#include "core/interchange/run_exporter.h"
#include "core/jobs/exact_number.h"

namespace tunebench::jsonl_export {
namespace {

std::string text(const ExportedRun& run) {
    std::string lines;
    for (const auto& [metric, points] : run.curves)
        for (const auto& point : points)
            lines += json_text(OrderedJson{{"run", run.details.summary.id},
                                           {"metric", metric},
                                           {"step", point.step},
                                           {"seconds", exact_number(point.seconds)},
                                           {"value", exact_number(point.value)}}) +
                     "\n";
    return lines;
}

}  // namespace

const RunExporter& exporter() {
    static const RunExporter exporter = {.id = "jsonl", .title = "a JSON object a value", .text = text};
    return exporter;
}

}  // namespace tunebench::jsonl_export
