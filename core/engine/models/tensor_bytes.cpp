#include "core/engine/models/tensor_bytes.h"

#include <array>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::array kTypes = {std::pair{DType::F64, at::kDouble}, std::pair{DType::F32, at::kFloat},
                               std::pair{DType::F16, at::kHalf},   std::pair{DType::BF16, at::kBFloat16},
                               std::pair{DType::I64, at::kLong},   std::pair{DType::I32, at::kInt},
                               std::pair{DType::I16, at::kShort},  std::pair{DType::I8, at::kChar},
                               std::pair{DType::U8, at::kByte},    std::pair{DType::Bool, at::kBool}};

std::optional<at::ScalarType> scalar_type(DType dtype) {
    for (const auto& [file_type, tensor_type] : kTypes)
        if (file_type == dtype)
            return tensor_type;
    return std::nullopt;
}

DType file_type(at::ScalarType type) {
    for (const auto& [file_type, tensor_type] : kTypes)
        if (tensor_type == type)
            return file_type;
    return DType::F32;
}

}  // namespace

Result<at::Tensor> read_tensor(const SafetensorsSet& set, const std::string& name) {
    TRY(const auto bytes, set.bytes(name));
    const auto& entry = *set.find(name);
    const auto type = scalar_type(entry.dtype);
    if (!type)
        return Error{
            .code = ErrorCode::Unsupported,
            .message = fmt::format("{}: tensor {} is of type {}, which is not supported yet",
                                   set.file_of(name)->path().string(), name, dtype_name(entry.dtype)),
            .hint = "Use a checkpoint in fp32, fp16 or bf16."};
    auto tensor = at::empty(entry.shape, at::TensorOptions().dtype(*type));
    if (!bytes.empty())
        std::memcpy(tensor.data_ptr(), bytes.data(), bytes.size());
    return tensor;
}

Result<std::map<std::string, at::Tensor>> read_tensors(const std::filesystem::path& path) {
    TRY(const auto set, SafetensorsSet::open(path));
    std::map<std::string, at::Tensor> tensors;
    for (const auto& name : set.names()) {
        TRY(auto tensor, read_tensor(set, name));
        tensors.emplace(name, std::move(tensor));
    }
    return tensors;
}

Result<void> write_tensors(const std::filesystem::path& path, const NamedTensors& tensors,
                           const std::map<std::string, std::string>& metadata) {
    std::vector<at::Tensor> kept;  // the views below point into these
    std::vector<TensorView> views;
    for (const auto& [name, tensor] : tensors) {
        kept.push_back(tensor.detach().to(at::kCPU).contiguous());
        const auto& source = kept.back();
        views.push_back({.name = name,
                         .dtype = file_type(source.scalar_type()),
                         .shape = source.sizes().vec(),
                         .data = {static_cast<const std::byte*>(source.data_ptr()), source.nbytes()}});
    }
    return write_safetensors(path, views, metadata);
}

Result<void> copy_into(at::Tensor& target, const at::Tensor& source, const std::string& what) {
    if (target.sizes() != source.sizes())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} has the shape [{}], but [{}] is needed", what,
                                            fmt::join(source.sizes().vec(), ", "),
                                            fmt::join(target.sizes().vec(), ", ")),
                     .hint = "The file belongs to another model or to other settings."};
    const at::NoGradGuard no_gradients;
    target.copy_(source);
    return {};
}

}  // namespace tunebench
