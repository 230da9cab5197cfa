#include "core/models/rope_config.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

struct ScalingName {
    std::string_view name;
    RopeScaling scaling;
};
// The first name of each is the one written.
constexpr ScalingName kScalings[] = {{"default", RopeScaling::None},    {"linear", RopeScaling::Linear},
                                     {"dynamic", RopeScaling::Dynamic}, {"llama3", RopeScaling::Llama3},
                                     {"yarn", RopeScaling::Yarn},       {"longrope", RopeScaling::LongRope},
                                     {"su", RopeScaling::LongRope}};

Error impossible_rope(std::string message, std::string_view key) {
    return {.code = ErrorCode::Corrupt,
            .message = std::move(message),
            .hint = "Download the model's config.json again.",
            .field = std::string(key)};
}

Result<RopeScaling> scaling_from(const Json& json) {
    TRY(const auto new_name, optional_string(json, "rope_type"));
    TRY(const auto old_name, optional_string(json, "type"));
    const auto type = new_name.value_or(old_name.value_or("default"));
    for (const auto& known : kScalings)
        if (known.name == type)
            return known.scaling;
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("rope_scaling of type \"{}\" is not supported yet", type),
                 .hint = "Choose a model without it, or a newer version of Tunebench.",
                 .field = "rope_scaling"};
}

Result<double> above_zero(const Json& json, std::string_view key, double fallback) {
    TRY(const auto number, number_or(json, key, fallback));
    if (!(number > 0.0) || !std::isfinite(number))
        return impossible_rope(fmt::format("{} is {:g}", key, number), key);
    return number;
}

/// One divisor a pair of dimensions.
Result<std::vector<double>> divisors(const Json& json, std::string_view key, std::int64_t dimensions) {
    TRY(const auto* list, json_array(json, key));
    if (std::ssize(*list) != dimensions / 2)
        return impossible_rope(
            fmt::format("{} has {} numbers for {} rotated dimensions", key, list->size(), dimensions), key);
    std::vector<double> numbers;
    for (const auto& entry : *list) {
        if (!entry.is_number() || !(entry.get<double>() > 0.0))
            return impossible_rope(fmt::format("{} has an entry that is no number above 0", key), key);
        numbers.push_back(entry.get<double>());
    }
    return numbers;
}

/// YaRN's growth of attention with the factor.
double yarn_magnitude(double factor, double slope) {
    return factor <= 1.0 ? 1.0 : 0.1 * slope * std::log(factor) + 1.0;
}

Result<void> read_yarn(const Json& json, RopeConfig& rope) {
    TRY(rope.beta_fast, above_zero(json, "beta_fast", 32.0));
    TRY(rope.beta_slow, above_zero(json, "beta_slow", 1.0));
    TRY(rope.truncate, boolean_or(json, "truncate", true));
    TRY(const auto slope, number_or(json, "mscale", 0.0));
    TRY(const auto slope_of_all, number_or(json, "mscale_all_dim", 0.0));
    const bool has_slopes = slope != 0.0 && slope_of_all != 0.0;
    TRY(rope.magnitude,
        above_zero(json, "attention_factor",
                   has_slopes ? yarn_magnitude(rope.factor, slope) / yarn_magnitude(rope.factor, slope_of_all)
                              : yarn_magnitude(rope.factor, 1.0)));
    return {};
}

Result<void> read_longrope(const Json& json, const RopeContext& context, RopeConfig& rope) {
    const auto dimensions = rope.dimensions > 0 ? rope.dimensions : context.head_dim;
    TRY(rope.short_factors, divisors(json, "short_factor", dimensions));
    TRY(rope.long_factors, divisors(json, "long_factor", dimensions));
    const auto original = static_cast<double>(rope.original_max_position_embeddings);
    if (rope.factor == 1.0)
        rope.factor = static_cast<double>(context.max_position_embeddings) / original;
    const double grown =
        rope.factor <= 1.0 ? 1.0 : std::sqrt(1.0 + std::log(rope.factor) / std::log(original));
    TRY(rope.magnitude, above_zero(json, "attention_factor", grown));
    return {};
}

/// Keys inside rope_scaling; `original` is what config.json says outside it.
Result<void> read_scaling(const Json& json, std::int64_t original, const RopeContext& context,
                          RopeConfig& rope) {
    TRY(rope.scaling, scaling_from(json));
    if (rope.scaling == RopeScaling::None)
        return {};
    const bool needs_factor = rope.scaling != RopeScaling::LongRope;
    if (needs_factor)
        TRY_VOID(json_number(json, "factor"));
    TRY(rope.factor, above_zero(json, "factor", 1.0));
    if (rope.scaling == RopeScaling::Linear)
        return {};
    if (rope.scaling == RopeScaling::Llama3) {
        TRY(rope.low_freq_factor, above_zero(json, "low_freq_factor", 1.0));
        TRY(rope.high_freq_factor, above_zero(json, "high_freq_factor", 4.0));
        TRY(rope.original_max_position_embeddings, positive(json, "original_max_position_embeddings"));
        return {};
    }
    TRY(rope.original_max_position_embeddings,
        positive_or(json, "original_max_position_embeddings",
                    original > 0 ? original : context.max_position_embeddings));
    if (rope.scaling == RopeScaling::Yarn)
        return read_yarn(json, rope);
    return rope.scaling == RopeScaling::LongRope ? read_longrope(json, context, rope) : Result<void>();
}

Result<std::int64_t> rotated_dimensions(double share, std::int64_t head_dim) {
    if (share == 1.0)
        return 0;
    const bool is_share = share > 0.0 && share < 1.0;
    const auto dimensions =
        is_share ? static_cast<std::int64_t>(static_cast<double>(head_dim) * share) : std::int64_t{0};
    if (dimensions < 2 || dimensions % 2 != 0)
        return impossible_rope(
            fmt::format("partial_rotary_factor {:g} of heads of {} dimensions cannot be", share, head_dim),
            "partial_rotary_factor");
    return dimensions;
}

void write_scaling(const RopeConfig& rope, OrderedJson& scaling) {
    if (rope.scaling == RopeScaling::Llama3) {
        scaling["low_freq_factor"] = rope.low_freq_factor;
        scaling["high_freq_factor"] = rope.high_freq_factor;
    }
    if (rope.scaling == RopeScaling::Yarn) {
        scaling["beta_fast"] = rope.beta_fast;
        scaling["beta_slow"] = rope.beta_slow;
        scaling["truncate"] = rope.truncate;
    }
    if (rope.scaling == RopeScaling::LongRope) {
        scaling["short_factor"] = rope.short_factors;
        scaling["long_factor"] = rope.long_factors;
    }
    if (rope.scaling == RopeScaling::Yarn || rope.scaling == RopeScaling::LongRope)
        scaling["attention_factor"] = rope.magnitude;
    if (rope.scaling != RopeScaling::Linear)
        scaling["original_max_position_embeddings"] = rope.original_max_position_embeddings;
}

}  // namespace

Result<RopeConfig> rope_from(const Json& json, const RopeContext& context) {
    const auto* scaling = find_member(json, "rope_parameters");
    if (!scaling || !scaling->is_object())
        scaling = find_member(json, "rope_scaling");
    const Json nothing = Json::object();
    const auto& inside = scaling && scaling->is_object() ? *scaling : nothing;
    RopeConfig rope;
    TRY(rope.theta, above_zero(json, "rope_theta", context.theta));
    TRY(rope.theta, above_zero(inside, "rope_theta", rope.theta));
    TRY(auto share, above_zero(json, "partial_rotary_factor", context.partial_rotary_factor));
    TRY(share, above_zero(inside, "partial_rotary_factor", share));
    TRY(rope.dimensions, rotated_dimensions(share, context.head_dim));
    TRY(const auto original, positive_or(json, "original_max_position_embeddings", 0));
    TRY_VOID(read_scaling(inside, original, context, rope));
    return rope;
}

void write_rope(const RopeConfig& rope, std::int64_t head_dim, OrderedJson& json) {
    json["rope_theta"] = rope.theta;
    if (rope.dimensions > 0)
        json["partial_rotary_factor"] = static_cast<double>(rope.dimensions) / static_cast<double>(head_dim);
    json["rope_scaling"] = nullptr;
    if (rope.scaling == RopeScaling::None)
        return;
    auto& scaling = json["rope_scaling"] = OrderedJson{{"factor", rope.factor}};
    scaling["rope_type"] = std::ranges::find(kScalings, rope.scaling, &ScalingName::scaling)->name;
    write_scaling(rope, scaling);
}

}  // namespace tunebench
