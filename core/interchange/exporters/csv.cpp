// A value a line, as RFC 4180 wants it, at full precision.
#include <fmt/format.h>

#include "core/interchange/run_exporter.h"
#include "core/jobs/exact_number.h"

namespace tunebench::csv_export {
namespace {

std::string number_text(double number) {
    const auto json = exact_number(number);
    return json.is_string() ? json.get<std::string>() : json_text(json);
}

/// In quotes where the field needs them.
std::string field(const std::string& text) {
    if (text.find_first_of("\",\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

std::string text(const ExportedRun& run) {
    std::string lines;
    for (const auto& [metric, points] : run.curves)
        for (const auto& point : points)
            lines += fmt::format("{},{},{},{},{}\r\n", run.details.summary.id, field(metric), point.step,
                                 number_text(point.seconds), number_text(point.value));
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
