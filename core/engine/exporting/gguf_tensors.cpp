#include "core/engine/exporting/gguf_tensors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

std::vector<std::byte> bytes_of(const at::Tensor& tensor, GgmlType type) {
    const auto values = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    return to_ggml(type, {values.data_ptr<float>(), static_cast<std::size_t>(values.numel())});
}

}  // namespace

at::Tensor to_rotary_pairs(const at::Tensor& rows, std::int64_t heads) {
    if (heads == 0)
        return rows;
    const auto half = rows.size(0) / heads / 2;
    return rows.reshape({heads, 2, half, -1}).transpose(1, 2).reshape(rows.sizes());
}

at::Tensor to_rotary_halves(const at::Tensor& rows, std::int64_t heads) {
    if (heads == 0)
        return rows;
    const auto half = rows.size(0) / heads / 2;
    return rows.reshape({heads, half, 2, -1}).transpose(1, 2).reshape(rows.sizes());
}

GgmlType stored_type(const at::Tensor& tensor, GgmlType wanted) {
    if (tensor.dim() < 2)
        return GgmlType::F32;
    return ggml_byte_count(wanted, tensor.sizes().vec()) ? wanted : GgmlType::F16;
}

GgufTensor gguf_tensor(std::string name, at::Tensor tensor, GgmlType type) {
    auto shape = tensor.sizes().vec();
    const auto bytes = [tensor = std::move(tensor), type] { return bytes_of(tensor, type); };
    return {.name = std::move(name), .type = type, .shape = std::move(shape), .bytes = bytes};
}

GgufTensor stacked_gguf_tensor(std::string name, std::vector<at::Tensor> parts, GgmlType type) {
    auto shape = parts.front().sizes().vec();
    shape.insert(shape.begin(), static_cast<std::int64_t>(parts.size()));
    const auto bytes = [parts = std::move(parts), type] {
        std::vector<std::byte> all;
        for (const auto& part : parts) {
            const auto of_part = bytes_of(part, type);
            all.insert(all.end(), of_part.begin(), of_part.end());
        }
        return all;
    };
    return {.name = std::move(name), .type = type, .shape = std::move(shape), .bytes = bytes};
}

Result<at::Tensor> read_gguf_tensor(const GgufFile& file, const std::string& name, at::IntArrayRef shape) {
    const auto* info = file.find(name);
    if (!info)
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("{}: tensor {} is missing", file.path().string(), name),
                     .hint = "The file was made from another model, or not completely."};
    if (!shape.empty() && at::IntArrayRef(info->shape) != shape)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: tensor {} has the shape [{}], but [{}] is needed",
                                            file.path().string(), name, fmt::join(info->shape, ", "),
                                            fmt::join(shape.vec(), ", ")),
                     .hint = "The file was made from another model."};
    TRY(const auto bytes, file.bytes(*info));
    const auto values = from_ggml(info->type, bytes);
    return at::tensor(values, at::kFloat).reshape(info->shape);
}

}  // namespace tunebench
