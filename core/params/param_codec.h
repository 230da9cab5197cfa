// ParamCodec<T>: how a member of type T of a configuration struct becomes a ParamValue and comes back,
// checked against its ParamSpec. One specialisation a type; the only place that knows kinds of parameters in
// core.
#pragma once

#include <algorithm>
#include <concepts>
#include <type_traits>

#include <fmt/format.h>

#include "core/base/result.h"
#include "core/params/param_spec.h"

namespace tunebench {

Error param_error(const ParamSpec& spec, std::string_view reason);
std::string range_text(const ParamSpec& spec);
Result<double> number_in_range(const ParamSpec& spec, const ParamValue& value);
Result<std::size_t> choice_index(const ParamSpec& spec, const ParamValue& value);

template <class T>
struct ParamCodec;

template <>
struct ParamCodec<bool> {
    static constexpr ParamKind kKind = ParamKind::Bool;
    static ParamValue to_value(bool flag, const ParamSpec&) { return flag; }
    static Result<bool> from_value(const ParamValue& value, const ParamSpec& spec);
};

template <>
struct ParamCodec<std::int64_t> {
    static constexpr ParamKind kKind = ParamKind::Integer;
    static ParamValue to_value(std::int64_t number, const ParamSpec&) { return number; }
    static Result<std::int64_t> from_value(const ParamValue& value, const ParamSpec& spec);
};

template <>
struct ParamCodec<double> {
    static constexpr ParamKind kKind = ParamKind::Real;
    static ParamValue to_value(double number, const ParamSpec&) { return number; }
    static Result<double> from_value(const ParamValue& value, const ParamSpec& spec) {
        return number_in_range(spec, value);
    }
};

template <>
struct ParamCodec<std::string> {
    static constexpr ParamKind kKind = ParamKind::Text;
    static ParamValue to_value(const std::string& text, const ParamSpec&) { return text; }
    static Result<std::string> from_value(const ParamValue& value, const ParamSpec& spec);
};

template <>
struct ParamCodec<std::vector<std::string>> {
    static constexpr ParamKind kKind = ParamKind::TextList;
    static ParamValue to_value(const std::vector<std::string>& texts, const ParamSpec&);
    static Result<std::vector<std::string>> from_value(const ParamValue& value, const ParamSpec& spec);
};

template <>
struct ParamCodec<std::vector<double>> {
    static constexpr ParamKind kKind = ParamKind::RealList;
    static ParamValue to_value(const std::vector<double>& numbers, const ParamSpec&);
    static Result<std::vector<double>> from_value(const ParamValue& value, const ParamSpec& spec);
};

/// A map of texts ("columns") or of numbers ("rank_pattern"), in file order.
using TextMap = std::vector<std::pair<std::string, std::string>>;
using NumberMap = std::vector<std::pair<std::string, double>>;

template <>
struct ParamCodec<TextMap> {
    static constexpr ParamKind kKind = ParamKind::TextMap;
    static ParamValue to_value(const TextMap& map, const ParamSpec&);
    static Result<TextMap> from_value(const ParamValue& value, const ParamSpec& spec);
};

template <>
struct ParamCodec<NumberMap> {
    static constexpr ParamKind kKind = ParamKind::NumberMap;
    static ParamValue to_value(const NumberMap& map, const ParamSpec&);
    static Result<NumberMap> from_value(const ParamValue& value, const ParamSpec& spec);
};

/// One word that stands for a rule ("all-linear", a regular expression), or an explicit list of names.
struct TextOrList {
    std::string text = {};  // used when `names` is empty
    std::vector<std::string> names = {};
    bool operator==(const TextOrList&) const = default;
};

template <>
struct ParamCodec<TextOrList> {
    static constexpr ParamKind kKind = ParamKind::TextOrList;
    static ParamValue to_value(const TextOrList& selection, const ParamSpec&);
    static Result<TextOrList> from_value(const ParamValue& value, const ParamSpec& spec);
};

/// Enumerations are stored as the text id of their choice; the choices stand in the order of the enum's
/// values.
template <class T>
requires std::is_enum_v<T>
struct ParamCodec<T> {
    static constexpr ParamKind kKind = ParamKind::Choice;
    static ParamValue to_value(T value, const ParamSpec& spec) {
        return std::string(spec.choices[static_cast<std::size_t>(value)].id);
    }
    static Result<T> from_value(const ParamValue& value, const ParamSpec& spec) {
        TRY(const auto index, choice_index(spec, value));
        return static_cast<T>(index);
    }
};

}  // namespace tunebench
