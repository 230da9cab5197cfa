#include "core/engine/quantization/bitsandbytes_weight.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/engine/models/tensor_bytes.h"
#include "core/engine/tensor.h"
#include "core/models/bitsandbytes.h"

namespace tunebench {
namespace {

constexpr std::int64_t kBook = 16, kNestedBook = 256;

Error corrupt(const SafetensorsSet& set, const std::string& tensor, std::string_view reason) {
    const auto* file = set.file_of(tensor);
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: tensor {} {}", file ? file->path().string() : "The checkpoint",
                                   tensor, reason),
            .hint =
                "The quantized weights are not whole, or config.json is of another model: download them "
                "again."};
}

/// The tensor as `count` numbers of the type. Codes may be stored in the guise of a wider type.
Result<at::Tensor> read(const SafetensorsSet& set, const std::string& name, at::ScalarType type,
                        std::int64_t count) {
    if (!set.find(name))
        return corrupt(set, name, "is missing");
    TRY(const auto tensor, read_tensor(set, name));
    const auto flat = tensor.reshape({-1});
    const auto found = type == at::kByte && flat.numel() > 0 ? flat.view(at::kByte) : flat;
    if (found.scalar_type() != type || found.numel() != count)
        return corrupt(set, name,
                       fmt::format("has {} numbers of another size or type than the {} that its state needs",
                                   found.numel(), count));
    return found;
}

Result<BitsandbytesState> read_state(const SafetensorsSet& set, const std::string& weight,
                                     const std::vector<std::int64_t>& shape) {
    const auto name = bitsandbytes_state_tensor(set, weight);
    TRY(const auto bytes, set.bytes(name));
    const auto state =
        parse_bitsandbytes_state({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, "its JSON");
    if (!state)
        return corrupt(set, name, fmt::format("cannot be read: {}", state.error().message));
    if (state->shape != shape)
        return corrupt(set, weight,
                       fmt::format("has the shape [{}], but config.json asks for [{}]",
                                   fmt::join(state->shape, ", "), fmt::join(shape, ", ")));
    for (const auto size : {state->block_size, state->nested_block_size})
        if (size != 0 && !check_quantization({.type = state->type, .block_size = size}))
            return corrupt(set, name, fmt::format("has blocks of {}", size));
    return state;
}

at::ScalarType type_of(const std::string& dtype) {
    if (dtype == "float16")
        return at::kHalf;
    return dtype == "bfloat16" ? at::kBFloat16 : at::kFloat;
}

std::int64_t parts(std::int64_t count, std::int64_t size) {
    return count / size + (count % size != 0);
}

Result<void> read_scales(QuantizedWeight& quantized, const BitsandbytesState& state,
                         const SafetensorsSet& set, const std::string& weight) {
    const auto blocks = parts(quantized.codes.count, state.block_size);
    if (state.nested_block_size == 0) {
        TRY(quantized.codes.absmax, read(set, weight + ".absmax", at::kFloat, blocks));
        return {};
    }
    BlockCodes scales{.block_size = state.nested_block_size, .count = blocks};
    TRY(scales.codes, read(set, weight + ".absmax", at::kByte, blocks));
    TRY(scales.code_book, read(set, weight + ".nested_quant_map", at::kFloat, kNestedBook));
    TRY(scales.absmax,
        read(set, weight + ".nested_absmax", at::kFloat, parts(blocks, state.nested_block_size)));
    quantized.scales = {.codes = std::move(scales), .offset = static_cast<float>(state.nested_offset)};
    return {};
}

}  // namespace

Result<QuantizedWeight> read_bitsandbytes_weight(const SafetensorsSet& set, const std::string& weight,
                                                 const std::vector<std::int64_t>& shape) {
    TRY(const auto state, read_state(set, weight, shape));
    const auto count = c10::multiply_integers(shape);
    QuantizedWeight quantized{.type = state.type,
                              .shape = shape,
                              .codes = {.block_size = state.block_size, .count = count},
                              .rounded_to = type_of(state.dtype)};
    TRY(quantized.codes.codes, read(set, weight, at::kByte, parts(count, 2)));
    TRY(quantized.codes.code_book, read(set, weight + ".quant_map", at::kFloat, kBook));
    TRY_VOID(read_scales(quantized, state, set, weight));
    return quantized;
}

}  // namespace tunebench
