// Field<Config>: binds a ParamSpec to a member of a configuration struct. The member's initialiser is the
// default; inside its module the struct is used by name, everywhere else through the descriptions.
#pragma once

#include <functional>

#include "core/params/param_codec.h"

namespace tunebench {

template <class Config>
struct Field {
    ParamSpec spec;
    std::function<ParamValue(const Config&, const ParamSpec&)> load;
    std::function<Result<void>(Config&, const ParamSpec&, const ParamValue&)> store;
};

namespace detail {

template <class T>
struct MemberOf;
template <class C, class M>
struct MemberOf<M C::*> {
    using Config = C;
    using Member = M;
};

}  // namespace detail

template <auto Member>
auto field(ParamSpec spec) {
    using Config = typename detail::MemberOf<decltype(Member)>::Config;
    using Codec = ParamCodec<typename detail::MemberOf<decltype(Member)>::Member>;
    spec.kind = Codec::kKind;
    spec.default_value = Codec::to_value(Config{}.*Member, spec);
    return Field<Config>{
        .spec = std::move(spec),
        .load = [](const Config& config, const ParamSpec& s) { return Codec::to_value(config.*Member, s); },
        .store = [](Config& config, const ParamSpec& s, const ParamValue& value) -> Result<void> {
            TRY(auto member, Codec::from_value(value, s));
            config.*Member = std::move(member);
            return {};
        },
    };
}

/// The fields of a struct that a configuration holds as a member, as fields of that configuration.
template <auto Member>
auto fields_of_member(const std::vector<Field<typename detail::MemberOf<decltype(Member)>::Member>>& fields) {
    using Config = typename detail::MemberOf<decltype(Member)>::Config;
    std::vector<Field<Config>> lifted;
    for (const auto& inner : fields) {
        auto spec = inner.spec;
        spec.default_value = inner.load(Config{}.*Member, spec);
        lifted.push_back({.spec = std::move(spec),
                          .load = [load = inner.load](const Config& config,
                                                      const ParamSpec& s) { return load(config.*Member, s); },
                          .store = [store = inner.store](
                                       Config& config, const ParamSpec& s,
                                       const ParamValue& value) { return store(config.*Member, s, value); }});
    }
    return lifted;
}

template <class Config>
std::vector<ParamSpec> specs_of(const std::vector<Field<Config>>& fields) {
    std::vector<ParamSpec> specs;
    specs.reserve(fields.size());
    for (const auto& field : fields)
        specs.push_back(field.spec);
    return specs;
}

/// Missing keys keep their defaults; keys that no field knows are the caller's to judge (see group.h).
template <class Config>
Result<Config> config_from(const std::vector<Field<Config>>& fields, const ParamMap& values) {
    Config config;
    for (const auto& field : fields)
        if (const auto* value = values.find(field.spec.key))
            TRY_VOID(field.store(config, field.spec, *value));
    return config;
}

template <class Config>
ParamMap params_from(const std::vector<Field<Config>>& fields, const Config& config) {
    ParamMap values;
    for (const auto& field : fields)
        values.set(field.spec.key, field.load(config, field.spec));
    return values;
}

}  // namespace tunebench
