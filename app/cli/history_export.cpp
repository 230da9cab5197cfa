#include "app/cli/history_export.h"

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/jobs/exact_number.h"

namespace tunebench::cli {
namespace {

std::string number_text(double number) {
    const auto json = exact_number(number);
    return json.is_string() ? json.get<std::string>() : json_text(json);
}

std::string csv_row(const std::string& run_id, const std::string& metric, const MetricPoint& point) {
    return fmt::format("{},{},{},{},{}\r\n", run_id, metric, point.step, number_text(point.seconds),
                       number_text(point.value));
}

std::string jsonl_row(const std::string& run_id, const std::string& metric, const MetricPoint& point) {
    return json_text(OrderedJson{{"run", run_id},
                                 {"metric", metric},
                                 {"step", point.step},
                                 {"seconds", exact_number(point.seconds)},
                                 {"value", exact_number(point.value)}}) +
           "\n";
}

}  // namespace

Result<std::string> metrics_text(HistoryReader& reader, const std::string& run_id,
                                 const std::string& format) {
    const bool is_csv = format == "csv";
    std::string text = is_csv ? "run,metric,step,seconds,value\r\n" : "";
    TRY(const auto metrics, reader.metrics(run_id));
    for (const auto& metric : metrics) {
        TRY(const auto points, reader.metric(run_id, metric));
        for (const auto& point : points)
            text += is_csv ? csv_row(run_id, metric, point) : jsonl_row(run_id, metric, point);
    }
    return text;
}

}  // namespace tunebench::cli
