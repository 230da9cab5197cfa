#include "core/data/labels.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/utf8.h"

namespace tunebench {
namespace {

constexpr std::int32_t kUnknown = -1;
constexpr std::size_t kMostShown = 12;
constexpr std::size_t kLongestShown = 40;
constexpr std::size_t kMostLabels = 10000;

std::optional<std::int64_t> number_in(const std::string& label) {
    std::int64_t number = 0;
    const auto* end = label.data() + label.size();
    const auto read = std::from_chars(label.data(), end, number);
    const bool is_number = read.ec == std::errc() && read.ptr == end && label == fmt::format("{}", number);
    return is_number ? std::optional(number) : std::nullopt;
}

bool all_numbers(const std::vector<std::string>& labels) {
    return std::ranges::all_of(labels, [](const auto& label) { return number_in(label).has_value(); });
}

std::string shown(const std::string& label) {
    if (label.size() <= kLongestShown)
        return fmt::format("'{}'", label);
    const auto begin = std::string_view(label).substr(0, kLongestShown);
    return fmt::format("'{}…'", begin.substr(0, valid_utf8_prefix(begin)));
}

std::vector<std::int32_t> same_numbers(std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

std::string list_of(const std::vector<std::string>& labels) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min(kMostShown, labels.size()); ++i)
        parts.push_back(shown(labels[i]));
    const auto more = labels.size() - parts.size();
    return fmt::format("{}{}", fmt::join(parts, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
}

Result<std::string> text_of(const Json& value, const std::string& column, const std::string& place) {
    if (value.is_number_integer() || value.is_boolean())
        return json_text(value);
    if (const auto* text = value.get_ptr<const std::string*>();
        text && text->find_first_not_of(" \t\r\n") != std::string::npos)
        return *text;
    return Error{
        .code = ErrorCode::Corrupt,
        .message = fmt::format(
            "{}: the label in column '{}' is {}, neither text, a whole number nor a boolean", place, column,
            value.is_string()         ? "empty"
            : value.is_number_float() ? "a fraction"
                                      : value.type_name()),
        .hint = "Write the label as a text in quotes, a whole number, true or false."};
}

}  // namespace

LabelTable::LabelTable(LabelSource source, bool accepts_new)
    : source_(std::move(source)), accepts_new_(accepts_new), is_settled_(source_.is_fixed) {
    if (is_settled_)
        labels_ = source_.known;
}

std::int32_t LabelTable::append(const std::string& label) {
    labels_.push_back(label);
    return numbers_[label] = static_cast<std::int32_t>(labels_.size()) - 1;
}

/// By name, or, where the set has names and the data numbers, by index.
std::int32_t LabelTable::index_in(const std::vector<std::string>& set, const std::string& label) const {
    if (const auto it = std::ranges::find(set, label); it != set.end())
        return static_cast<std::int32_t>(it - set.begin());
    const auto number = number_in(label);
    const bool is_index =
        number && *number >= 0 && *number < std::ssize(set) && set == source_.known &&
        std::ranges::none_of(set, [](const auto& name) { return number_in(name).has_value(); });
    return is_index ? static_cast<std::int32_t>(*number) : kUnknown;
}

Result<std::int32_t> LabelTable::number_of(const Json& value, const std::string& column,
                                           const std::string& place) {
    TRY(const auto label, text_of(value, column, place));
    if (const auto it = numbers_.find(label); it != numbers_.end())
        return it->second;
    if (is_settled_)
        if (const auto index = index_in(labels_, label); index != kUnknown)
            return numbers_[label] = index;
    if (is_settled_ && !accepts_new_)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{}: the label {} is not among those the model tells apart: {}",
                                            place, shown(label), list_of(labels_)),
                     .hint = "Correct the label, or add examples of it to the training data."};
    if (labels_.size() >= kMostLabels)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("{}: there are more than {} different labels", place, kMostLabels),
            .hint = "Say in data.columns which column holds the label.",
            .field = "data.columns"};
    return append(label);
}

std::vector<std::string> LabelTable::chosen_set() const {
    const auto is_known = [&](const auto& label) { return index_in(source_.known, label) != kUnknown; };
    if (!source_.known.empty() && std::ranges::all_of(labels_, is_known))
        return source_.known;
    auto own = labels_;
    if (all_numbers(own))
        std::ranges::sort(own, {}, [](const auto& label) { return *number_in(label); });
    else
        std::ranges::sort(own);
    return own;
}

Result<std::vector<std::int32_t>> LabelTable::settle() {
    if (is_settled_)
        return same_numbers(labels_.size());
    if (labels_.size() < 2 && !accepts_new_)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("The training data has only one label, {}: there is nothing to tell apart",
                                   list_of(labels_)),
            .hint = "Add examples of another label.",
            .field = "data.train"};
    auto set = chosen_set();
    std::vector<std::int32_t> class_of_number;
    for (const auto& label : labels_)
        class_of_number.push_back(index_in(set, label));
    resume(std::move(set));
    return class_of_number;
}

void LabelTable::resume(std::vector<std::string> labels) {
    numbers_.clear();
    labels_ = std::move(labels);
    is_settled_ = true;
}

std::string label_of(const Example& example, const std::vector<std::string>& labels) {
    return example.label < 0 ? std::string() : labels[static_cast<std::size_t>(example.label)];
}

std::vector<LabelCount> count_labels(const Examples& examples, const std::vector<std::string>& labels) {
    std::vector<LabelCount> counts;
    for (const auto& label : labels)
        counts.push_back({.label = label});
    examples.for_each_record([&](const ExampleRecord& example) {
        if (example.label >= 0)
            ++counts[static_cast<std::size_t>(example.label)].examples;
    });
    return counts;
}

}  // namespace tunebench
