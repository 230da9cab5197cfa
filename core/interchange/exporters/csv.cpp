// A value a line, as RFC 4180 wants it, at full precision.
#include <fmt/format.h>

#include "core/formats/csv_field.h"
#include "core/interchange/run_exporter.h"
#include "core/jobs/exact_number.h"

namespace tunebench::csv_export {
namespace {

std::string number_text(double number) {
    const auto json = exact_number(number);
    return json.is_string() ? json.get<std::string>() : json_text(json);
}

std::string text(const ExportedRun& run) {
    std::string lines;
    for (const auto& [metric, points] : run.curves)
        for (const auto& point : points)
            lines += fmt::format("{},{},{},{},{}\r\n", csv_field(run.details.summary.id), csv_field(metric),
                                 point.step, number_text(point.seconds), number_text(point.value));
    return lines;
}

}  // namespace

const RunExporter& exporter() {
    static const RunExporter exporter = {.id = "csv",
                                         .title = "a table with a value a line",
                                         .header = "run,metric,step,seconds,value\r\n",
                                         .text = text};
    return exporter;
}

}  // namespace tunebench::csv_export
