#include "core/params/param_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/params/param_codec.h"
#include "core/params/weighted_file.h"

namespace tunebench {
namespace {

template <class T>
Result<ParamValue> through_codec(const ParamSpec& spec, const ParamValue& value) {
    TRY(const auto typed, ParamCodec<T>::from_value(value, spec));
    return ParamCodec<T>::to_value(typed, spec);
}

}  // namespace

Result<ParamValue> checked_value(const ParamSpec& spec, const ParamValue& value) {
    switch (spec.kind) {
        case ParamKind::Bool:
            return through_codec<bool>(spec, value);
        case ParamKind::Integer:
            return through_codec<std::int64_t>(spec, value);
        case ParamKind::Real:
            return through_codec<double>(spec, value);
        case ParamKind::Text:
            return through_codec<std::string>(spec, value);
        case ParamKind::RealList:
            return through_codec<std::vector<double>>(spec, value);
        case ParamKind::TextList:
            return through_codec<std::vector<std::string>>(spec, value);
        case ParamKind::Files:
            return through_codec<std::vector<WeightedFile>>(spec, value);
        case ParamKind::TextOrList:
            return through_codec<TextOrList>(spec, value);
        case ParamKind::TextMap:
            return through_codec<TextMap>(spec, value);
        case ParamKind::NumberMap:
            return through_codec<NumberMap>(spec, value);
        case ParamKind::Choice:
            break;
    }
    TRY(const auto index, choice_index(spec, value));
    return ParamValue(std::string(spec.choices[index].id));
}

Result<ParamMap> complete_params(std::span<const ParamSpec> specs, const ParamMap& values) {
    ParamMap complete;
    for (const auto& spec : specs) {
        const auto* value = values.find(spec.key);
        if (!value) {
            complete.set(spec.key, spec.default_value);
            continue;
        }
        TRY(auto checked, checked_value(spec, *value));
        complete.set(spec.key, std::move(checked));
    }
    return complete;
}

const ParamSpec* find_spec(std::span<const ParamSpec> specs, std::string_view key) {
    for (const auto& spec : specs)
        if (spec.key == key || std::ranges::find(spec.aliases, key) != spec.aliases.end())
            return &spec;
    return nullptr;
}

Error in_section(Error error, std::string_view section) {
    if (section.empty() || error.field.empty())
        return error;
    auto field = fmt::format("{}.{}", section, error.field);
    if (error.message.starts_with(error.field))
        error.message.replace(0, error.field.size(), field);
    error.field = std::move(field);
    return error;
}

}  // namespace tunebench
