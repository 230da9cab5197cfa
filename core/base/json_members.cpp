#include <limits>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/utf8.h"

namespace tunebench {

namespace {

std::string shown(const Json& value) {
    constexpr std::size_t kShown = 40;
    if (value.is_structured())
        return value.is_object() ? "an object" : "a list";
    const std::string text = json_text(value);
    if (text.size() <= kShown)
        return text;
    return text.substr(0, valid_utf8_prefix(text.substr(0, kShown))) + "...";
}

Error missing(std::string_view key) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("\"{}\" is missing.", key),
            .field = std::string(key)};
}

Error mismatch(std::string_view key, std::string_view expected, const Json& found) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("\"{}\" must be {}, not {}.", key, expected, shown(found)),
            .field = std::string(key)};
}

bool fits_int64(const Json& value) {
    if (!value.is_number_integer())
        return false;
    return !value.is_number_unsigned() ||
           value.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
}

Result<std::int64_t> as_integer(const Json& value, std::string_view key) {
    if (!fits_int64(value))
        return mismatch(key, "an integer", value);
    return value.get<std::int64_t>();
}

Result<double> as_number(const Json& value, std::string_view key) {
    if (!value.is_number())
        return mismatch(key, "a number", value);
    return value.get<double>();
}

Result<bool> as_boolean(const Json& value, std::string_view key) {
    if (!value.is_boolean())
        return mismatch(key, "true or false", value);
    return value.get<bool>();
}

Result<std::string> as_string(const Json& value, std::string_view key) {
    if (!value.is_string())
        return mismatch(key, "a text", value);
    return value.get_ref<const std::string&>();
}

template <class T>
Result<T> required(const Json& object, std::string_view key,
                   Result<T> (*convert)(const Json&, std::string_view)) {
    const Json* member = find_member(object, key);
    if (member == nullptr)
        return missing(key);
    return convert(*member, key);
}

template <class T>
Result<std::optional<T>> optional(const Json& object, std::string_view key,
                                  Result<T> (*convert)(const Json&, std::string_view)) {
    const Json* member = find_member(object, key);
    if (member == nullptr || member->is_null())
        return std::optional<T>{};
    TRY(T value, convert(*member, key));
    return std::optional<T>(std::move(value));
}

template <class T>
Result<std::vector<T>> list(const Json& object, std::string_view key,
                            Result<T> (*convert)(const Json&, std::string_view)) {
    TRY(const Json* array, json_array(object, key));
    std::vector<T> values;
    values.reserve(array->size());
    for (const Json& element : *array) {
        TRY(T value, convert(element, fmt::format("{}[{}]", key, values.size())));
        values.push_back(std::move(value));
    }
    return values;
}

}  // namespace

const Json* find_member(const Json& object, std::string_view key) {
    if (!object.is_object())
        return nullptr;
    const auto place = object.find(key);
    return place == object.end() ? nullptr : &*place;
}

Result<std::int64_t> json_integer(const Json& object, std::string_view key) {
    return required(object, key, as_integer);
}

Result<double> json_number(const Json& object, std::string_view key) {
    return required(object, key, as_number);
}

Result<bool> json_boolean(const Json& object, std::string_view key) {
    return required(object, key, as_boolean);
}

Result<std::string> json_string(const Json& object, std::string_view key) {
    return required(object, key, as_string);
}

Result<const Json*> json_object(const Json& object, std::string_view key) {
    const Json* member = find_member(object, key);
    if (member == nullptr)
        return missing(key);
    if (!member->is_object())
        return mismatch(key, "an object", *member);
    return member;
}

Result<const Json*> json_array(const Json& object, std::string_view key) {
    const Json* member = find_member(object, key);
    if (member == nullptr)
        return missing(key);
    if (!member->is_array())
        return mismatch(key, "a list", *member);
    return member;
}

Result<std::vector<std::int64_t>> json_integers(const Json& object, std::string_view key) {
    return list(object, key, as_integer);
}

Result<std::vector<std::string>> json_strings(const Json& object, std::string_view key) {
    return list(object, key, as_string);
}

Result<std::optional<std::int64_t>> optional_integer(const Json& object, std::string_view key) {
    return optional(object, key, as_integer);
}

Result<std::optional<double>> optional_number(const Json& object, std::string_view key) {
    return optional(object, key, as_number);
}

Result<std::optional<bool>> optional_boolean(const Json& object, std::string_view key) {
    return optional(object, key, as_boolean);
}

Result<std::optional<std::string>> optional_string(const Json& object, std::string_view key) {
    return optional(object, key, as_string);
}

}  // namespace tunebench
