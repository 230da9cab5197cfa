#include "core/engine/models/tensor_bytes.h"

#include <array>
#include <cstring>
#include <limits>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/durable_file.h"
#include "core/engine/tensor.h"
#include "core/formats/torch_pickle.h"

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

Error unsupported_type(const std::string& source, const std::string& name, DType dtype) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("{}: tensor {} is of type {}, which is not supported yet", source, name,
                                   dtype_name(dtype)),
            .hint = "Use a checkpoint in fp32, fp16 or bf16."};
}

/// Tensors of any device and layout as bytes.
struct Views {
    std::vector<at::Tensor> kept = {};  // the views point into these
    std::vector<TensorView> views = {};

    explicit Views(const NamedTensors& tensors) {
        for (const auto& [name, tensor] : tensors) {
            kept.push_back(tensor.detach().to(at::kCPU).contiguous());
            const auto& source = kept.back();
            views.push_back({.name = name,
                             .dtype = file_type(source.scalar_type()),
                             .shape = source.sizes().vec(),
                             .data = {static_cast<const std::byte*>(source.data_ptr()), source.nbytes()}});
        }
    }
};

}  // namespace

Result<at::Tensor> read_tensor(const SafetensorsSet& set, const std::string& name) {
    TRY(const auto bytes, set.bytes(name));
    const auto& entry = *set.find(name);
    const auto type = scalar_type(entry.dtype);
    if (!type)
        return unsupported_type(set.file_of(name)->path().string(), name, entry.dtype);
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
    return write_safetensors(path, Views(tensors).views, metadata);
}

Result<std::map<std::string, at::Tensor>> read_torch_tensors(const std::filesystem::path& path) {
    TRY(const auto bytes, read_file(path, std::numeric_limits<std::uint32_t>::max()));
    TRY(const auto found, parse_torch_pickle(bytes, path.string()));
    std::map<std::string, at::Tensor> tensors;
    for (const auto& [name, dtype, shape, data] : found) {
        const auto type = scalar_type(dtype);
        if (!type)
            return unsupported_type(path.string(), name, dtype);
        auto tensor = at::empty(shape, at::TensorOptions().dtype(*type));
        if (!data.empty())
            std::memcpy(tensor.data_ptr(), data.data(), data.size());
        tensors.emplace(name, std::move(tensor));
    }
    return tensors;
}

Result<void> write_torch_tensors(const std::filesystem::path& path, const NamedTensors& tensors) {
    const Views views(tensors);
    TRY(const auto bytes, torch_pickle(views.views));
    return write_file_durably(path, bytes);
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
