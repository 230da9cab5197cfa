#include "app/cli/doctor_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/preview_text.h"
#include "app/cli/table.h"

namespace tunebench::cli {
namespace {

using Severity = DataFinding::Severity;

constexpr std::size_t kPlacesShown = 3;
constexpr int kHistogramWidth = 40;

std::string_view colour_of(Severity severity, const Style& style) {
    return severity == Severity::Stops ? style.red : severity == Severity::Warns ? style.bold : style.dim;
}

/// "a.jsonl line 3, line 7, b.jsonl line 1 and 12 more".
std::string places_text(const RowGroup& rows) {
    std::string text;
    for (std::size_t i = 0; i < std::min(kPlacesShown, rows.first.size()); ++i) {
        const auto& place = rows.first[i];
        const bool is_same_file = i > 0 && place.file == rows.first[i - 1].file && place.line > 0;
        text += i > 0 ? ", " : "";
        text += is_same_file ? fmt::format("{} {}", place.unit, place.line) : place_text(place);
    }
    const auto more = rows.count - static_cast<std::int64_t>(std::min(kPlacesShown, rows.first.size()));
    return more > 0 ? fmt::format("{} and {} more", text, more) : text;
}

std::string finding_text(const DataFinding& finding, const Style& style) {
    auto text = fmt::format("{}{:<5}{} {}\n", colour_of(finding.severity, style),
                            severity_id(finding.severity), style.reset, printable(finding.message, false));
    if (!finding.rows.first.empty())
        text += fmt::format("      at {}\n", printable(places_text(finding.rows), false));
    if (!finding.hint.empty())
        text += fmt::format("      {}hint: {}{}\n", style.dim, printable(finding.hint, false), style.reset);
    return text;
}

/// The first of what training refuses, row by row, where several are behind one finding.
std::string refusals_text(const DataHealth& health) {
    if (health.refused <= 1)
        return {};
    auto text =
        fmt::format("The first {} of {} that cannot be read:\n", health.refusals.size(), health.refused);
    for (const auto& refusal : health.refusals)
        text += fmt::format("  {}: {}\n", printable(place_text(refusal.place), false),
                            printable(refusal.reason, false));
    return text + "\n";
}

std::string histogram_text(const LengthStatistics& lengths) {
    Table table({{"tokens", Align::Right}, {"examples", Align::Right}, {}});
    std::int64_t highest = 1;
    for (const auto& bin : lengths.histogram)
        highest = std::max(highest, bin.examples);
    std::int64_t from = 0;
    for (const auto& bin : lengths.histogram) {
        const auto width = bin.examples * kHistogramWidth / highest;
        table.add(
            {fmt::format("{} to {}", from, bin.up_to), fmt::format("{}", bin.examples),
             std::string(static_cast<std::size_t>(std::max<std::int64_t>(width, bin.examples > 0)), '#')});
        from = bin.up_to + 1;
    }
    return fmt::format(
               "Lengths before the cut: shortest {}, median {}, 90 % up to {}, 99 % up to {}, longest {}\n",
               lengths.shortest, lengths.median, lengths.percentile_90, lengths.percentile_99,
               lengths.longest) +
           table.text(2);
}

std::string health_text(std::string_view title, const DataHealth& health) {
    auto text = refusals_text(health) + report_text(title, health.report);
    if (!health.lengths.histogram.empty())
        text += histogram_text(health.lengths);
    return text + "\n";
}

OrderedJson places_to_json(const RowGroup& rows) {
    auto places = OrderedJson::array();
    for (const auto& place : rows.first)
        places.push_back({{"file", place.file},
                          {"line", place.line > 0 ? OrderedJson(place.line) : OrderedJson()},
                          {"unit", place.unit}});
    return places;
}

OrderedJson finding_to_json(const DataFinding& finding) {
    return {{"severity", severity_id(finding.severity)},
            {"id", finding.id},
            {"message", finding.message},
            {"hint", finding.hint},
            {"field", finding.field},
            {"rows", finding.rows.count},
            {"places", places_to_json(finding.rows)}};
}

OrderedJson lengths_to_json(const LengthStatistics& lengths) {
    auto histogram = OrderedJson::array();
    for (const auto& bin : lengths.histogram)
        histogram.push_back({{"up_to", bin.up_to}, {"examples", bin.examples}});
    return {{"shortest", lengths.shortest},
            {"median", lengths.median},
            {"percentile_90", lengths.percentile_90},
            {"percentile_99", lengths.percentile_99},
            {"longest", lengths.longest},
            {"histogram", std::move(histogram)}};
}

OrderedJson health_to_json(const DataHealth& health) {
    auto refusals = OrderedJson::array();
    for (const auto& refusal : health.refusals)
        refusals.push_back(
            {{"file", refusal.place.file},
             {"line", refusal.place.line > 0 ? OrderedJson(refusal.place.line) : OrderedJson()},
             {"reason", refusal.reason},
             {"hint", refusal.error.hint}});
    auto reasons = OrderedJson::array();
    for (const auto& reason : health.reasons)
        reasons.push_back({{"reason", reason.reason}, {"rows", reason.rows.count}});
    auto json = report_to_json(health.report);
    json["lengths"] = lengths_to_json(health.lengths);
    json["refused"] = health.refused;
    json["refusals"] = std::move(refusals);
    json["reasons"] = std::move(reasons);
    return json;
}

std::string verdict_text(const std::vector<DataFinding>& findings) {
    if (findings.empty())
        return "Nothing is wrong with the data.\n\n";
    return stops_run(findings) ? "A run would stop at this data.\n\n" : "A run can start with this data.\n\n";
}

}  // namespace

std::string doctor_text(const Diagnosis& diagnosis, const std::vector<DataFinding>& findings,
                        const Style& style) {
    auto text = fmt::format("{}{}{}", style.bold, verdict_text(findings), style.reset);
    for (const auto& finding : findings)
        text += finding_text(finding, style) + "\n";
    text += health_text("Training data", diagnosis.train);
    if (diagnosis.validation.report.rows > 0 || diagnosis.validation.refused > 0)
        text += health_text("Validation data", diagnosis.validation);
    return text;
}

OrderedJson doctor_to_json(const Diagnosis& diagnosis, const std::vector<DataFinding>& findings) {
    auto list = OrderedJson::array();
    for (const auto& finding : findings)
        list.push_back(finding_to_json(finding));
    return {{"can_start", !stops_run(findings)},
            {"findings", std::move(list)},
            {"train", health_to_json(diagnosis.train)},
            {"validation", health_to_json(diagnosis.validation)},
            {"leaked", diagnosis.leaked.count}};
}

}  // namespace tunebench::cli
