#include "app/cli/preview_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/table.h"

namespace tunebench::cli {
namespace {

struct Marks {
    std::string_view begin;
    std::string_view end;
};

Marks marks_of(const Style& style) {
    if (style.reset.empty())
        return {.begin = "[[", .end = "]]"};
    return {.begin = style.green, .end = style.reset};
}

std::string tokens_text(const std::vector<PreviewToken>& tokens, const Style& style) {
    const auto marks = marks_of(style);
    std::string text;
    bool is_inside = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (is_inside && !token.supervised)
            text += marks.end;
        text += i > 0 ? fmt::format("{}|{}", is_inside ? "" : style.dim, is_inside ? "" : style.reset) : "";
        if (!is_inside && token.supervised)
            text += marks.begin;
        is_inside = token.supervised;
        text += printable(token.text, false);
    }
    if (is_inside)
        text += marks.end;
    return text;
}

std::string row_text(const PreviewRow& row, const Style& style) {
    const auto supervised = std::ranges::count(row.tokens, true, &PreviewToken::supervised);
    return fmt::format(
        "{}{} line {}: {} tokens, {}{}{}\n{}\n\n", style.bold, row.file, row.line, row.tokens.size(),
        row.label.empty() ? fmt::format("{} of them learned", supervised)
                          : fmt::format("label {}", printable(row.label, false)),
        row.cut_tokens > 0 ? fmt::format(", {} more were cut off", row.cut_tokens) : std::string(),
        style.reset, tokens_text(row.tokens, style));
}

/// Of classification data the label is learned, not the tokens.
std::string learned_text(const DataReport& report) {
    if (!report.labels.empty())
        return {};
    const double share = report.tokens > 0 ? 100.0 * static_cast<double>(report.supervised_tokens) /
                                                 static_cast<double>(report.tokens)
                                           : 0.0;
    return fmt::format(", of which {} ({:.1f} %) are learned", report.supervised_tokens, share);
}

OrderedJson labels_to_json(const std::vector<LabelCount>& labels) {
    auto json = OrderedJson::object();
    for (const auto& [label, examples] : labels)
        json[label] = examples;
    return json;
}

OrderedJson row_to_json(const PreviewRow& row) {
    OrderedJson tokens = OrderedJson::array();
    for (const auto& token : row.tokens)
        tokens.push_back({{"id", token.id}, {"text", token.text}, {"supervised", token.supervised}});
    return {{"file", row.file},
            {"line", row.line},
            {"cut_tokens", row.cut_tokens},
            {"label", row.label.empty() ? OrderedJson() : OrderedJson(row.label)},
            {"tokens", std::move(tokens)}};
}

}  // namespace

std::string report_text(std::string_view title, const DataReport& report) {
    Table table({{}, {}});
    table.add({"layout", fmt::format("{} ({})", report.layout, report.layout_reason)});
    if (!report.chat_template.empty())
        table.add({"chat template", report.chat_template});
    table.add({"rows", fmt::format("{} read, {} become examples", report.rows, report.examples)});
    table.add({"left out",
               fmt::format("{} empty, {} with nothing to learn ({} of them after the cut), {} duplicates",
                           report.skipped_empty, report.skipped_unsupervised, report.skipped_truncated,
                           report.duplicates)});
    table.add({"cut", fmt::format("{} examples by {} tokens", report.truncated, report.truncated_tokens)});
    table.add({"tokens", fmt::format("{}{}; the longest example has {}", report.tokens, learned_text(report),
                                     report.longest)});
    for (const auto& [label, examples] : report.labels)
        table.add({"label", fmt::format("{}: {} examples", printable(label, false), examples)});
    return fmt::format("{}:\n{}", title, table.text(2));
}

OrderedJson report_to_json(const DataReport& report) {
    return {{"rows", report.rows},
            {"examples", report.examples},
            {"truncated", report.truncated},
            {"truncated_tokens", report.truncated_tokens},
            {"skipped_empty", report.skipped_empty},
            {"skipped_unsupervised", report.skipped_unsupervised},
            {"skipped_truncated", report.skipped_truncated},
            {"duplicates", report.duplicates},
            {"tokens", report.tokens},
            {"supervised_tokens", report.supervised_tokens},
            {"longest", report.longest},
            {"layout", report.layout},
            {"layout_reason", report.layout_reason},
            {"labels", labels_to_json(report.labels)},
            {"chat_template", report.chat_template}};
}

std::string preview_text(const DataPreview& preview, const Style& style) {
    std::string text;
    for (const auto& row : preview.rows)
        text += row_text(row, style);
    text += report_text("Training data", preview.train);
    if (preview.validation.rows > 0 || preview.validation.examples > 0)
        text += report_text("Validation data", preview.validation);
    return text;
}

OrderedJson preview_to_json(const DataPreview& preview) {
    OrderedJson rows = OrderedJson::array();
    for (const auto& row : preview.rows)
        rows.push_back(row_to_json(row));
    return {{"examples", std::move(rows)},
            {"train", report_to_json(preview.train)},
            {"validation", report_to_json(preview.validation)}};
}

}  // namespace tunebench::cli
