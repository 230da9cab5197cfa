#include "core/params/param_codec.h"

#include <cmath>

#include "core/base/text_distance.h"

namespace tunebench {
namespace {

template <class T>
Result<std::vector<T>> list_of(const ParamValue& value, const ParamSpec& spec, std::string_view what) {
    const auto* list = value.get<ParamList>();
    if (!list)
        return param_error(spec, fmt::format("must be a list of {}", what));
    std::vector<T> items;
    for (const auto& entry : *list) {
        TRY(auto item, ParamCodec<T>::from_value(entry, spec));
        items.push_back(std::move(item));
    }
    return items;
}

template <class T>
Result<std::vector<std::pair<std::string, T>>> map_of(const ParamValue& value, const ParamSpec& spec,
                                                      std::string_view what) {
    const auto* map = value.get<ParamMap>();
    if (!map)
        return param_error(spec, fmt::format("must be a map of {}", what));
    std::vector<std::pair<std::string, T>> items;
    for (const auto& [key, entry] : map->entries) {
        TRY(auto item, ParamCodec<T>::from_value(entry, spec));
        items.emplace_back(key, std::move(item));
    }
    return items;
}

template <class Items>
ParamValue list_value(const Items& items) {
    return ParamList(items.begin(), items.end());
}

template <class Items>
ParamValue map_value(const Items& items) {
    ParamMap map;
    for (const auto& [key, item] : items)
        map.set(key, item);
    return map;
}

Result<void> check_choice(const ParamSpec& spec, const ParamValue& value) {
    TRY([[maybe_unused]] const auto index, choice_index(spec, value));
    return {};
}

/// "1000000", where six digits would say 1e+06.
std::string bound_text(double bound) {
    constexpr double kMostDigits = 1e12;
    const bool is_whole = bound == std::round(bound) && std::abs(bound) < kMostDigits;
    return is_whole ? fmt::format("{:.0f}", bound) : fmt::format("{:g}", bound);
}

}  // namespace

Error param_error(const ParamSpec& spec, std::string_view reason) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("{} {}", spec.key, reason),
            .hint = std::string(spec.help),
            .field = std::string(spec.key)};
}

std::string range_text(const ParamSpec& spec) {
    const bool has_min = spec.min > std::numeric_limits<double>::lowest();
    const bool has_max = spec.max < std::numeric_limits<double>::max();
    const std::string low =
        fmt::format("{} {}", spec.min_exclusive ? "above" : "at least", bound_text(spec.min));
    if (!has_min && !has_max)
        return "a finite number";
    if (has_min && has_max)
        return spec.min_exclusive
                   ? fmt::format("above {} and at most {}", bound_text(spec.min), bound_text(spec.max))
                   : fmt::format("between {} and {}", bound_text(spec.min), bound_text(spec.max));
    return has_min ? low : fmt::format("at most {}", bound_text(spec.max));
}

Result<double> number_in_range(const ParamSpec& spec, const ParamValue& value) {
    double number = 0.0;
    if (const auto* real = value.get<double>())
        number = *real;
    else if (const auto* integer = value.get<std::int64_t>())
        number = static_cast<double>(*integer);
    else
        return param_error(spec, "must be a number");
    const bool too_low = spec.min_exclusive ? number <= spec.min : number < spec.min;
    if (!std::isfinite(number) || too_low || number > spec.max)
        return param_error(spec, fmt::format("must be {}, got {:g}", range_text(spec), number));
    return number;
}

Result<std::size_t> choice_index(const ParamSpec& spec, const ParamValue& value) {
    std::vector<std::string> ids;
    for (const auto& choice : spec.choices)
        ids.emplace_back(choice.id);
    const auto* id = value.get<std::string>();
    if (!id)
        return param_error(spec, fmt::format("must be one of {}", fmt::join(ids, ", ")));
    const auto it = std::ranges::find(ids, *id);
    if (it != ids.end())
        return static_cast<std::size_t>(it - ids.begin());
    const auto near = nearest(*id, ids);
    const auto question = near.empty() ? std::string() : fmt::format("; did you mean '{}'?", near);
    return param_error(spec,
                       fmt::format("cannot be '{}': it is one of {}{}", *id, fmt::join(ids, ", "), question));
}

Result<bool> ParamCodec<bool>::from_value(const ParamValue& value, const ParamSpec& spec) {
    if (const auto* flag = value.get<bool>())
        return *flag;
    return param_error(spec, "must be true or false");
}

Result<std::int64_t> ParamCodec<std::int64_t>::from_value(const ParamValue& value, const ParamSpec& spec) {
    TRY(const auto number, number_in_range(spec, value));
    if (const auto* integer = value.get<std::int64_t>())
        return *integer;
    if (number != std::floor(number) || std::abs(number) > 9e15)
        return param_error(spec, fmt::format("must be a whole number, got {:g}", number));
    return static_cast<std::int64_t>(number);
}

Result<std::string> ParamCodec<std::string>::from_value(const ParamValue& value, const ParamSpec& spec) {
    const auto* text = value.get<std::string>();
    if (!text)
        return param_error(spec, "must be text");
    if (!spec.choices.empty())
        TRY_VOID(check_choice(spec, value));
    return *text;
}

ParamValue ParamCodec<std::vector<std::string>>::to_value(const std::vector<std::string>& texts,
                                                          const ParamSpec&) {
    return list_value(texts);
}

Result<std::vector<std::string>> ParamCodec<std::vector<std::string>>::from_value(const ParamValue& value,
                                                                                  const ParamSpec& spec) {
    return list_of<std::string>(value, spec, "texts");
}

ParamValue ParamCodec<std::vector<double>>::to_value(const std::vector<double>& numbers, const ParamSpec&) {
    return list_value(numbers);
}

Result<std::vector<double>> ParamCodec<std::vector<double>>::from_value(const ParamValue& value,
                                                                        const ParamSpec& spec) {
    return list_of<double>(value, spec, "numbers");
}

ParamValue ParamCodec<TextMap>::to_value(const TextMap& map, const ParamSpec&) {
    return map_value(map);
}

Result<TextMap> ParamCodec<TextMap>::from_value(const ParamValue& value, const ParamSpec& spec) {
    return map_of<std::string>(value, spec, "texts");
}

ParamValue ParamCodec<NumberMap>::to_value(const NumberMap& map, const ParamSpec&) {
    return map_value(map);
}

Result<NumberMap> ParamCodec<NumberMap>::from_value(const ParamValue& value, const ParamSpec& spec) {
    return map_of<double>(value, spec, "numbers");
}

ParamValue ParamCodec<TextOrList>::to_value(const TextOrList& selection, const ParamSpec&) {
    return selection.names.empty() ? ParamValue(selection.text) : list_value(selection.names);
}

Result<TextOrList> ParamCodec<TextOrList>::from_value(const ParamValue& value, const ParamSpec& spec) {
    if (const auto* text = value.get<std::string>())
        return TextOrList{.text = *text};
    // Numbers may stand for names: layers are called so.
    auto texts = value;
    if (auto* list = std::get_if<ParamList>(&texts.value))
        for (auto& entry : *list)
            if (const auto* number = entry.get<std::int64_t>())
                entry = std::to_string(*number);
    TRY(auto names, list_of<std::string>(texts, spec, "names, or one text"));
    if (names.empty())
        return param_error(spec, "must name at least one module");
    return TextOrList{.names = std::move(names)};
}

}  // namespace tunebench
