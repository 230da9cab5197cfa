#include "core/models/bitsandbytes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::array kTypes = {QuantizationType::Nf4, QuantizationType::Fp4};
constexpr std::array<std::string_view, 3> kDtypes = {"float32", "float16", "bfloat16"};

Error not_readable(std::string what) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("The checkpoint is quantized {}, which is not supported", what),
            .hint = "Use the unquantized model, or one that bitsandbytes has quantized to 4 bits.",
            .field = "quantization_config"};
}

Error wrong(std::string_view key, std::string_view reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("\"{}\" {}", key, reason),
            .hint = "Download the weights again.",
            .field = std::string(key)};
}

Result<QuantizationType> type_named(const std::string& name) {
    for (const auto type : kTypes)
        if (name == quantization_name(type))
            return type;
    return wrong("quant_type", fmt::format("is '{}', which is neither nf4 nor fp4", name));
}

Result<std::int64_t> positive_size(const Json& json, std::string_view key) {
    TRY(const auto size, json_integer(json, key));
    if (size < 1)
        return wrong(key, fmt::format("is {}", size));
    return size;
}

Result<BitsandbytesState> state_from(const Json& json) {
    BitsandbytesState state;
    TRY(const auto type, json_string(json, "quant_type"));
    TRY(state.type, type_named(type));
    TRY(state.block_size, positive_size(json, "blocksize"));
    TRY(state.shape, json_integers(json, "shape"));
    TRY(state.dtype, json_string(json, "dtype"));
    if (std::ranges::find(kDtypes, state.dtype) == kDtypes.end())
        return wrong("dtype", fmt::format("is '{}'", state.dtype));
    if (find_member(json, "nested_blocksize")) {
        TRY(state.nested_block_size, positive_size(json, "nested_blocksize"));
        TRY(state.nested_offset, json_number(json, "nested_offset"));
    }
    return state;
}

}  // namespace

Result<std::optional<QuantizationSettings>> stored_quantization(const Json& model_config) {
    const auto* stored = find_member(model_config, "quantization_config");
    if (!stored || stored->is_null())
        return std::optional<QuantizationSettings>{};
    TRY(const auto tool, optional_string(*stored, "quant_method"));
    if (tool && *tool != "bitsandbytes")
        return not_readable(fmt::format("by {}", *tool));
    TRY(const auto in_four_bits, optional_boolean(*stored, "load_in_4bit"));
    if (!in_four_bits.value_or(false))
        return not_readable("to 8 bits");
    QuantizationSettings settings{.type = QuantizationType::Fp4, .double_quantization = false};
    TRY(const auto type, optional_string(*stored, "bnb_4bit_quant_type"));
    if (type) {
        TRY(settings.type, type_named(*type));
    }
    TRY(const auto nested, optional_boolean(*stored, "bnb_4bit_use_double_quant"));
    settings.double_quantization = nested.value_or(false);
    return std::optional(settings);
}

Result<BitsandbytesState> parse_bitsandbytes_state(std::string_view json, std::string_view source_name) {
    TRY(const auto parsed, parse_json(json, source_name));
    auto state = state_from(parsed);
    if (!state)
        return in_source(state.error(), source_name);
    return state;
}

std::string bitsandbytes_state_tensor(const SafetensorsSet& set, const std::string& weight) {
    for (const auto type : kTypes) {
        auto name = fmt::format("{}.quant_state.bitsandbytes__{}", weight, quantization_name(type));
        if (set.find(name))
            return name;
    }
    return {};
}

std::vector<std::string> bitsandbytes_companions(const SafetensorsSet& set, const std::string& weight) {
    auto state = bitsandbytes_state_tensor(set, weight);
    if (state.empty())
        return {};
    std::vector<std::string> names = {std::move(state)};
    for (const auto* suffix : {".absmax", ".quant_map", ".nested_absmax", ".nested_quant_map"})
        if (set.find(weight + suffix))
            names.push_back(weight + suffix);
    return names;
}

}  // namespace tunebench
