#include "core/study/report/study_document.h"

#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/methods/method.h"
#include "core/params/param_json.h"

namespace tunebench {
namespace {

std::string number_or_dash(double number, int decimals) {
    return std::isfinite(number) ? fmt::format("{:.{}f}", number, decimals) : "-";
}

std::string signed_or_dash(double number) {
    return std::isfinite(number) ? fmt::format("{:+.4f}", number) : "-";
}

std::string share_of_parameters(const ArmReport& arm) {
    if (arm.total_parameters <= 0)
        return "-";
    return fmt::format("{:.3g} %", 100.0 * static_cast<double>(arm.trainable_parameters) /
                                       static_cast<double>(arm.total_parameters));
}

std::string loss_with_margin(const std::optional<MeanWithError>& loss) {
    return loss ? fmt::format("{:.4f} ± {:.4f}", loss->mean, loss->margin(kReportConfidence)) : "-";
}

std::string verdict_word(const StudyReport& report, std::size_t arm) {
    if (arm == report.baseline)
        return "baseline";
    const auto& comparison = report.arms[arm].against_baseline;
    if (!comparison)
        return "not compared";
    switch (comparison->verdict) {
        case Difference::Better:
            return "better";
        case Difference::Worse:
            return "worse";
        case Difference::NotShown:
            break;
    }
    return "no difference shown";
}

DocumentTable quality_table(const StudyReport& report) {
    DocumentTable table{
        .caption =
            fmt::format("Held-out loss in nats a token, the mean over {} examples, with {:.0f} % confidence "
                        "intervals over seeds and examples. Forgetting: loss on the general text, after less "
                        "before. Overfitting: held-out loss less that on training examples.",
                        report.examples, 100.0 * kReportConfidence),
        .columns = {{"method"},
                    {"held-out loss", true},
                    {"verdict"},
                    {"accuracy", true},
                    {"forgetting", true},
                    {"overfitting", true},
                    {"seeds", true}}};
    for (std::size_t i = 0; i < report.arms.size(); ++i) {
        const auto& arm = report.arms[i];
        table.rows.push_back(
            {arm.name, loss_with_margin(arm.loss), verdict_word(report, i),
             std::isfinite(arm.accuracy) ? fmt::format("{:.1f} %", 100.0 * arm.accuracy) : "-",
             signed_or_dash(arm.forgetting), signed_or_dash(arm.overfitting), fmt::format("{}", arm.seeds)});
    }
    if (std::isfinite(report.base_loss))
        table.rows.push_back(
            {"untrained model", fmt::format("{:.4f}", report.base_loss), "", "", "", "", ""});
    return table;
}

DocumentTable cost_table(const StudyReport& report) {
    DocumentTable table{.caption =
                            "What it takes: trained parameters and their share in all, the peak of "
                            "memory, the time of training, and the size of the result.",
                        .columns = {{"method"},
                                    {"trained", true},
                                    {"share", true},
                                    {"peak memory", true},
                                    {"time", true},
                                    {"result", true}}};
    for (const auto& arm : report.arms)
        table.rows.push_back({arm.name, format_count(static_cast<std::uint64_t>(arm.trainable_parameters)),
                              share_of_parameters(arm), format_bytes(arm.peak_bytes),
                              std::isfinite(arm.seconds) ? format_duration(arm.seconds) : "-",
                              format_bytes(arm.result_bytes)});
    return table;
}

DocumentTable rate_table(const StudyReport& report) {
    DocumentTable table{
        .caption =
            "Best validation loss of short runs at each learning rate; the best went into the "
            "race.",
        .columns = {{"method"}, {"learning rate", true}, {"validation loss", true}, {"chosen"}}};
    for (const auto& arm : report.arms)
        for (const auto& one : arm.tries)
            table.rows.push_back(
                {arm.name, fmt::format("{:g}", one.learning_rate),
                 std::isfinite(one.validation_loss) ? number_or_dash(one.validation_loss, 4) : "failed",
                 one.learning_rate == arm.learning_rate ? "chosen" : ""});
    return table;
}

DocumentTable sensitivity_table(const StudyReport& report) {
    DocumentTable table{
        .caption = "How the held-out loss follows what the grid varies.",
        .columns = {
            {"method"}, {"setting"}, {"held-out loss", true}, {"trained", true}, {"forgetting", true}}};
    for (const auto& arm : report.arms)
        if (!arm.grid.entries.empty())
            table.rows.push_back({arm.method_name, param_text(arm.grid), loss_with_margin(arm.loss),
                                  format_count(static_cast<std::uint64_t>(arm.trainable_parameters)),
                                  signed_or_dash(arm.forgetting)});
    return table;
}

DocumentTable front_table(const StudyReport& report) {
    DocumentTable table{
        .caption =
            "On the front: no other method has both a lower loss and less of it. By the means; "
            "neighbours may not differ.",
        .columns = {{"method"}, {"peak memory"}, {"trained parameters"}, {"time"}}};
    for (const auto& arm : report.arms)
        table.rows.push_back({arm.name, arm.on_memory_front ? "on the front" : "",
                              arm.on_parameter_front ? "on the front" : "",
                              arm.on_time_front ? "on the front" : ""});
    return table;
}

std::string or_dash(std::string_view text) {
    return text.empty() ? "-" : std::string(text);
}

DocumentTable literature_table(const StudyReport& report) {
    DocumentTable table{.caption =
                            "What the papers report of their methods, on their own models and tasks, beside "
                            "what was measured here.",
                        .columns = {{"method"},
                                    {"paper"},
                                    {"share in the paper"},
                                    {"share here", true},
                                    {"result in the paper"},
                                    {"result here"},
                                    {"can be merged"},
                                    {"same output at start"}}};
    for (std::size_t i = 0; i < report.arms.size(); ++i)
        if (const auto* method = find_method(report.arms[i].method_id))
            table.rows.push_back({report.arms[i].name, or_dash(method->paper),
                                  or_dash(method->reported_share), share_of_parameters(report.arms[i]),
                                  or_dash(method->reported_result), verdict_word(report, i),
                                  method->is_mergeable ? "yes" : "no",
                                  method->is_identity_at_start ? "yes" : "no"});
    return table;
}

template <class Cost, class Front>
DocumentScatter scatter_of(const StudyReport& report, std::string what, std::string title, Cost cost,
                           Front front) {
    DocumentScatter scatter{.caption = fmt::format("Held-out loss against {}; filled: on the front.", what),
                            .x_title = std::move(title),
                            .y_title = "held-out loss"};
    for (const auto& arm : report.arms)
        if (arm.loss)
            scatter.points.push_back({.label = arm.name,
                                      .x = cost(arm),
                                      .y = arm.loss->mean,
                                      .y_margin = arm.loss->margin(kReportConfidence),
                                      .is_marked = front(arm)});
    return scatter;
}

void add_fronts(Document& document, const StudyReport& report) {
    constexpr double kMiB = 1024.0 * 1024.0;
    document.parts.push_back(DocumentHeading{"Trade-offs"});
    document.parts.push_back(front_table(report));
    document.parts.push_back(scatter_of(
        report, "peak memory", "peak memory (MiB)",
        [](const ArmReport& arm) { return static_cast<double>(arm.peak_bytes) / kMiB; },
        [](const ArmReport& arm) { return arm.on_memory_front; }));
    document.parts.push_back(scatter_of(
        report, "trained parameters", "trained parameters",
        [](const ArmReport& arm) { return static_cast<double>(arm.trainable_parameters); },
        [](const ArmReport& arm) { return arm.on_parameter_front; }));
    document.parts.push_back(scatter_of(
        report, "training time", "training time (s)", [](const ArmReport& arm) { return arm.seconds; },
        [](const ArmReport& arm) { return arm.on_time_front; }));
}

void add_unless_empty(Document& document, std::string heading, DocumentTable table) {
    if (table.rows.empty())
        return;
    document.parts.push_back(DocumentHeading{std::move(heading)});
    document.parts.push_back(std::move(table));
}

}  // namespace

DocumentTable test_table(const StudyReport& report) {
    DocumentTable table{
        .caption = fmt::format(
            "Paired on the same examples and seeds. Difference: loss less that of {}; below zero "
            "is better. p after Holm: the chance of one false claim or more in this table is at "
            "most 5 % where a difference is claimed below 0.05. Effect size: the difference over the "
            "standard deviation of the examples' differences.",
            report.arms[report.baseline].name),
        .columns = {{"method"},
                    {"difference", true},
                    {"95 % interval", true},
                    {"p", true},
                    {"p after Holm", true},
                    {"effect size", true},
                    {"better on", true},
                    {"degrees", true}}};
    for (const auto& arm : report.arms) {
        if (!arm.against_baseline)
            continue;
        const auto& comparison = *arm.against_baseline;
        const double mean = comparison.difference.mean,
                     margin = comparison.difference.margin(kReportConfidence);
        table.rows.push_back(
            {arm.name, signed_or_dash(mean), fmt::format("{:+.4f} to {:+.4f}", mean - margin, mean + margin),
             fmt::format("{:.2g}", comparison.p_value), fmt::format("{:.2g}", comparison.adjusted_p_value),
             fmt::format("{:+.2f}", comparison.effect_size),
             fmt::format("{:.0f} %", 100.0 * comparison.share_better),
             fmt::format("{:.1f}", comparison.difference.degrees)});
    }
    return table;
}

Document study_document(const StudyReport& report) {
    Document document{.title = report.name.empty() ? "Study" : report.name};
    document.parts.push_back(DocumentParagraph{
        fmt::format("{} methods, {} of {} seeds, {} held-out examples; held equal: {}.", report.arms.size(),
                    report.seeds, report.planned_seeds, report.examples, report.equal)});
    document.parts.push_back(DocumentHeading{"Verdict"});
    document.parts.push_back(DocumentList{report.verdict});
    if (!report.notes.empty()) {
        document.parts.push_back(DocumentHeading{"To bear in mind"});
        document.parts.push_back(DocumentList{report.notes});
    }
    add_unless_empty(document, "Measured", quality_table(report));
    document.parts.push_back(cost_table(report));
    add_unless_empty(document, "Tests", test_table(report));
    add_unless_empty(document, "Sensitivity", sensitivity_table(report));
    add_unless_empty(document, "Learning rates", rate_table(report));
    add_fronts(document, report);
    add_unless_empty(document, "Beside the papers", literature_table(report));
    return document;
}

Result<void> write_study_report_as(const StudyReport& report, const std::filesystem::path& file) {
    if (file.extension() == ".json")
        return write_file_durably(file, json_text(study_report_to_json(report), 2) + "\n");
    return write_document(study_document(report), file);
}

Result<void> write_study_report(const StudyReport& report, const std::filesystem::path& folder) {
    for (const auto* name : {"report.md", "report.html", "report.tex", "report.json"})
        TRY_VOID(write_study_report_as(report, folder / name));
    return {};
}

}  // namespace tunebench
