#include "core/data/layout.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/utf8.h"

namespace tunebench {
namespace {

constexpr std::size_t kMostNamesShown = 12;
constexpr std::size_t kLongestNameShown = 40;
constexpr std::string_view kObjectHint =
    "Each row must be one example as an object, for example {\"prompt\": \"...\", \"completion\": "
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

std::optional<DataLayout> layout_of(std::span<const DataRow> rows, const ColumnNames& names) {
    for (const auto* description : layouts()) {
        const auto fits = [&](const auto& row) { return has_columns(row.value, description->layout, names); };
        if (!description->has_label && std::ranges::all_of(rows, fits))
            return description->layout;
    }
    return std::nullopt;
}

std::string reason_for(DataLayout layout, const ColumnNames& names, std::string_view who) {
    return fmt::format("{} {}", who, quoted(layout_columns(layout, names), " and "));
}

Result<void> check_object(const DataRow& row, const std::filesystem::path& file) {
    if (row.value.is_object())
        return {};
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} holds {} {}, not an object", place_of(row, file),
                                        row.value.is_array() ? "an" : "a", row.value.type_name()),
                 .hint = std::string(kObjectHint)};
}

std::string expected_columns(const ColumnNames& names) {
    std::string expected;
    for (const auto* description : layouts())
        if (!description->has_label)
            expected += fmt::format("{}{}", expected.empty() ? "" : ", or ",
                                    quoted(layout_columns(description->layout, names), " and "));
    return expected;
}

Error no_layout_fits(const DataRow& row, const ColumnNames& names, const std::filesystem::path& file) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{} has {}, which no layout reads: expected are {}", place_of(row, file),
                                   columns_there(row.value), expected_columns(names)),
            .hint =
                "Say in data.columns which column plays which part, for example {\"prompt\": \"question\", "
                "\"completion\": \"answer\"}.",
            .field = "data.columns"};
}

}  // namespace

std::vector<std::string> layout_columns(DataLayout layout, const ColumnNames& names) {
    std::vector<std::string> columns;
    for (const auto& part : layout_description(layout).parts)
        if (part.is_required)
            columns.push_back(names.of(part.name));
    return columns;
}

Result<RecognisedLayout> recognise_layout(std::span<const DataRow> rows, const ColumnNames& names,
                                          const std::filesystem::path& file) {
    for (const auto& row : rows)
        TRY_VOID(check_object(row, file));
    if (const auto layout = layout_of(rows, names))
        return RecognisedLayout{.layout = *layout,
                                .reason = reason_for(*layout, names, "every row looked at has")};
    if (const auto layout = layout_of(rows.first(1), names))
        return RecognisedLayout{.layout = *layout, .reason = reason_for(*layout, names, "the first row has")};
    return no_layout_fits(rows.front(), names, file);
}

Result<RecognisedLayout> classification_layout(const DataRow& first, const ColumnNames& names,
                                               const std::filesystem::path& file) {
    TRY_VOID(check_row(first, DataLayout::Classification, names, file));
    auto columns = layout_columns(DataLayout::Classification, names);
    if (const auto pair = names.of("text_pair"); first.value.contains(pair))
        columns.insert(columns.begin() + 1, pair);
    return RecognisedLayout{.layout = DataLayout::Classification,
                            .reason = fmt::format("the task is classification, and the first row has {}",
                                                  quoted(columns, " and "))};
}

Result<void> check_row(const DataRow& row, DataLayout layout, const ColumnNames& names,
                       const std::filesystem::path& file) {
    TRY_VOID(check_object(row, file));
    for (const auto& name : layout_columns(layout, names))
        if (!row.value.contains(name))
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("{} lacks the column '{}' of the layout {}; it has {}",
                                                place_of(row, file), name, layout_id(layout),
                                                columns_there(row.value)),
                         .hint = "Correct the row, or say in data.columns what the column is called.",
                         .field = "data.columns"};
    return {};
}

}  // namespace tunebench
