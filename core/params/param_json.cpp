#include "core/params/param_json.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/text_distance.h"
#include "core/params/param_check.h"

namespace tunebench {
namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

bool is_prefix_of_some(std::span<const ParamSpec> specs, std::string_view key) {
    const auto prefix = std::string(key) + ".";
    return std::ranges::any_of(specs, [&](const auto& spec) { return spec.key.starts_with(prefix); });
}

std::string joined(std::string_view section, std::string_view key) {
    return section.empty() ? std::string(key) : fmt::format("{}.{}", section, key);
}

Error unknown_key(std::span<const ParamSpec> specs, std::string_view section, std::string_view key) {
    std::vector<std::string> known;
    for (const auto& spec : specs)
        known.emplace_back(spec.key);
    const auto near = nearest(key, known);
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("'{}' is not a known field", joined(section, key)),
            .hint = near.empty() ? fmt::format("Known here: {}.", fmt::join(known, ", "))
                                 : fmt::format("Did you mean '{}'?", joined(section, near)),
            .field = joined(section, key)};
}

class GroupReader {
public:
    GroupReader(std::span<const ParamSpec> specs, std::string_view section, UnknownKeys unknown_keys)
        : specs_(specs), section_(section), unknown_keys_(unknown_keys) {}

    Result<void> read(const OrderedJson& object, const std::string& prefix, OrderedJson& unknown) {
        for (const auto& [name, json] : object.items()) {
            const auto key = prefix + name;
            // An object may have a short form, an alias of one of its members ("quantization": "nf4").
            const bool is_group = json.is_object() && is_prefix_of_some(specs_, key);
            if (const auto* spec = is_group ? nullptr : find_spec(specs_, key)) {
                auto value = param_from_json(json, joined(section_, key));
                if (value)
                    group.values.set(spec->key, *std::move(value));
                else if (unknown_keys_ == UnknownKeys::Keep)
                    unknown[name] = json;
                else
                    return value.error();
            } else if (is_group) {
                OrderedJson nested = OrderedJson::object();
                TRY_VOID(read(json, key + ".", nested));
                if (!nested.empty())
                    unknown[name] = std::move(nested);
            } else if (unknown_keys_ == UnknownKeys::Keep) {
                unknown[name] = json;
            } else {
                return unknown_key(specs_, section_, key);
            }
        }
        return {};
    }

    ParamGroup group;

private:
    std::span<const ParamSpec> specs_;
    std::string_view section_;
    UnknownKeys unknown_keys_;
};

}  // namespace

OrderedJson to_json(const ParamMap& values) {
    auto object = OrderedJson::object();
    for (const auto& [key, value] : values.entries)
        object[key] = to_json(value);
    return object;
}

OrderedJson to_json(const ParamValue& value) {
    return std::visit(Overloaded{
                          [](const ParamList& list) {
                              auto array = OrderedJson::array();
                              for (const auto& entry : list)
                                  array.push_back(to_json(entry));
                              return array;
                          },
                          [](const ParamMap& map) { return to_json(map); },
                          [](const auto& scalar) { return OrderedJson(scalar); },
                      },
                      value.value);
}

Result<ParamValue> param_from_json(const OrderedJson& json, std::string_view key) {
    if (json.is_boolean())
        return ParamValue(json.get<bool>());
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t{INT64_MAX})
        return ParamValue(json.get<double>());
    if (json.is_number_integer())
        return ParamValue(json.get<std::int64_t>());
    if (json.is_number())
        return ParamValue(json.get<double>());
    if (json.is_string())
        return ParamValue(json.get<std::string>());
    if (json.is_array()) {
        ParamList list;
        for (const auto& entry : json) {
            TRY(auto value, param_from_json(entry, key));
            list.push_back(std::move(value));
        }
        return ParamValue(std::move(list));
    }
    if (json.is_object()) {
        ParamMap map;
        for (const auto& [name, entry] : json.items()) {
            TRY(auto value, param_from_json(entry, key));
            map.set(name, std::move(value));
        }
        return ParamValue(std::move(map));
    }
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("{} is null", key),
                 .hint = "Leave the field out to get its default.",
                 .field = std::string(key)};
}

Result<ParamGroup> group_from_json(std::span<const ParamSpec> specs, const OrderedJson& object,
                                   std::string_view section, UnknownKeys unknown_keys) {
    if (!object.is_object())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("'{}' must be an object", section),
                     .hint = "Write { \"field\": value, … }.",
                     .field = std::string(section)};
    GroupReader reader(specs, section, unknown_keys);
    auto unknown = OrderedJson::object();
    TRY_VOID(reader.read(object, "", unknown));
    reader.group.unknown = std::move(unknown);
    return std::move(reader.group);
}

OrderedJson group_to_json(const ParamMap& values) {
    auto object = OrderedJson::object();
    for (const auto& [key, value] : values.entries) {
        auto* target = &object;
        std::string_view rest = key;
        for (auto dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
            target = &(*target)[std::string(rest.substr(0, dot))];
            rest.remove_prefix(dot + 1);
        }
        (*target)[std::string(rest)] = to_json(value);
    }
    return object;
}

ParamValue param_from_text(std::string_view text) {
    // The limits of parse_json first: param_from_json recurses.
    if (parse_json(text, "value"))
        if (auto value =
                param_from_json(OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false), "value"))
            return *std::move(value);
    return std::string(text);
}

std::string param_text(const ParamValue& value) {
    return std::visit(Overloaded{
                          [](bool flag) { return std::string(flag ? "on" : "off"); },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](double number) { return fmt::format("{:g}", number); },
                          [](const std::string& text) { return text; },
                          [](const ParamList& list) {
                              std::vector<std::string> parts;
                              for (const auto& entry : list)
                                  parts.push_back(param_text(entry));
                              return fmt::format("{}", fmt::join(parts, ", "));
                          },
                          [](const ParamMap& map) {
                              std::vector<std::string> parts;
                              for (const auto& [key, entry] : map.entries)
                                  parts.push_back(fmt::format("{}: {}", key, param_text(entry)));
                              return fmt::format("{}", fmt::join(parts, ", "));
                          },
                      },
                      value.value);
}

}  // namespace tunebench
