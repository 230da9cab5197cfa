#include "core/data/layout.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/base/utf8.h"

namespace tunebench {
namespace {

constexpr std::array kByPreference = {DataLayout::Messages, DataLayout::PromptCompletion, DataLayout::Text};
constexpr std::size_t kMostNamesShown = 12;
constexpr std::size_t kLongestNameShown = 40;
constexpr std::string_view kJsonlHint =
    "Each line must hold one example as an object, for example {\"prompt\": \"...\", \"completion\": "
    "\"...\"}.";

std::string quoted(std::span<const std::string> names, std::string_view separator) {
    return fmt::format("'{}'", fmt::join(names, fmt::format("'{}'", separator)));
}

std::string shortened(const std::string& name) {
    if (name.size() <= kLongestNameShown)
        return name;
    return name.substr(0, valid_utf8_prefix(std::string_view(name).substr(0, kLongestNameShown))) + "…";
}

std::string columns_there(const Json& row) {
    std::vector<std::string> names;
    for (const auto& entry : row.items()) {
        if (names.size() == kMostNamesShown)
            return fmt::format("{} and {} more", quoted(names, ", "), row.size() - names.size());
        names.push_back(shortened(entry.key()));
    }
    return names.empty() ? "no columns" : quoted(names, ", ");
}

bool has_columns(const Json& row, DataLayout layout, const ColumnNames& names) {
    return std::ranges::all_of(layout_columns(layout, names),
                               [&](const std::string& name) { return row.contains(name); });
}

std::optional<DataLayout> layout_of(std::span<const JsonlRow> rows, const ColumnNames& names) {
    for (const auto layout : kByPreference)
        if (std::ranges::all_of(rows, [&](const auto& row) { return has_columns(row.value, layout, names); }))
            return layout;
    return std::nullopt;
}

std::string reason_for(DataLayout layout, const ColumnNames& names, std::string_view who) {
    return fmt::format("{} {}", who, quoted(layout_columns(layout, names), " and "));
}

Result<void> check_object(const JsonlRow& row, const std::filesystem::path& file) {
    if (row.value.is_object())
        return {};
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} line {} holds {} {}, not an object", file.string(), row.line,
                                        row.value.is_array() ? "an" : "a", row.value.type_name()),
                 .hint = std::string(kJsonlHint)};
}

Error no_layout_fits(const JsonlRow& row, const std::filesystem::path& file) {
    return {
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("{} line {} has {}, which no layout reads: expected are 'text', 'prompt' and "
                               "'completion', or 'messages'",
                               file.string(), row.line, columns_there(row.value)),
        .hint =
            "Say in data.columns which column plays which part, for example {\"prompt\": \"question\", "
            "\"completion\": \"answer\"}.",
        .field = "data.columns"};
}

}  // namespace

Result<ColumnNames> column_names(const TextMap& columns) {
    ColumnNames names;
    const std::array<std::pair<std::string_view, std::string*>, 7> parts = {
        {{"text", &names.text},
         {"prompt", &names.prompt},
         {"completion", &names.completion},
         {"messages", &names.messages},
         {"tools", &names.tools},
         {"text_pair", &names.text_pair},
         {"label", &names.label}}};
    std::vector<std::string> known;
    for (const auto& part : parts)
        known.emplace_back(part.first);
    for (const auto& [part, name] : columns) {
        const auto it = std::ranges::find(parts, part, [](const auto& entry) { return entry.first; });
        if (it == parts.end()) {
            const auto near = nearest(part, known);
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format(
                             "data.columns maps '{}', which is no part of an example: the parts are "
                             "{}",
                             part, fmt::join(known, ", ")),
                         .hint = near.empty() ? "The part comes first, the name in the file second."
                                              : fmt::format("Did you mean '{}'?", near),
                         .field = "data.columns"};
        }
        *it->second = name;
    }
    return names;
}

std::string_view layout_id(DataLayout layout) {
    switch (layout) {
        case DataLayout::Auto:
            return "auto";
        case DataLayout::Text:
            return "text";
        case DataLayout::PromptCompletion:
            return "prompt-completion";
        case DataLayout::Messages:
            return "messages";
        case DataLayout::Classification:
            break;
    }
    return "classification";
}

std::vector<std::string> layout_columns(DataLayout layout, const ColumnNames& names) {
    if (layout == DataLayout::Messages)
        return {names.messages};
    if (layout == DataLayout::PromptCompletion)
        return {names.prompt, names.completion};
    if (layout == DataLayout::Classification)
        return {names.text, names.label};
    return {names.text};
}

Result<RecognisedLayout> recognise_layout(std::span<const JsonlRow> rows, const ColumnNames& names,
                                          const std::filesystem::path& file) {
    for (const auto& row : rows)
        TRY_VOID(check_object(row, file));
    if (const auto layout = layout_of(rows, names))
        return RecognisedLayout{.layout = *layout,
                                .reason = reason_for(*layout, names, "every row looked at has")};
    if (const auto layout = layout_of(rows.first(1), names))
        return RecognisedLayout{.layout = *layout, .reason = reason_for(*layout, names, "the first row has")};
    return no_layout_fits(rows.front(), file);
}

Result<RecognisedLayout> classification_layout(const JsonlRow& first, const ColumnNames& names,
                                               const std::filesystem::path& file) {
    TRY_VOID(check_row(first, DataLayout::Classification, names, file));
    auto columns = layout_columns(DataLayout::Classification, names);
    if (first.value.contains(names.text_pair))
        columns.insert(columns.begin() + 1, names.text_pair);
    return RecognisedLayout{.layout = DataLayout::Classification,
                            .reason = fmt::format("the task is classification, and the first row has {}",
                                                  quoted(columns, " and "))};
}

Result<void> check_row(const JsonlRow& row, DataLayout layout, const ColumnNames& names,
                       const std::filesystem::path& file) {
    TRY_VOID(check_object(row, file));
    for (const auto& name : layout_columns(layout, names))
        if (!row.value.contains(name))
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format(
                             "{} line {} lacks the column '{}' of the layout {}; it has {}", file.string(),
                             row.line, name, layout_id(layout), columns_there(row.value)),
                         .hint = "Correct the line, or say in data.columns what the column is called.",
                         .field = "data.columns"};
    return {};
}

}  // namespace tunebench
