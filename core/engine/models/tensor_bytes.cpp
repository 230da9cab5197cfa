#include "core/engine/models/tensor_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/durable_file.h"
#include "core/base/mapped_file.h"
#include "core/engine/tensor.h"
#include "core/formats/torch_pickle.h"

namespace tunebench {
namespace {

constexpr std::int64_t kNumbersAtOnce = std::int64_t{1} << 22;  // of a tensor that is made another

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

std::span<const std::byte> bytes_of(const at::Tensor& tensor) {
    return {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()};
}

/// The pages that were read are given back on the way: a model's file would be in memory beside the model.
void copy_mapped(const at::Tensor& target, std::span<const std::byte> mapped) {
    constexpr std::size_t kBytesAtOnce = std::size_t{4} << 20;
    auto* to = static_cast<std::byte*>(target.data_ptr());
    for (std::size_t from = 0; from < mapped.size(); from += kBytesAtOnce) {
        const auto piece = mapped.subspan(from, std::min(kBytesAtOnce, mapped.size() - from));
        std::memcpy(to + from, piece.data(), piece.size());
        give_back_pages(piece);
    }
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
                             .data = bytes_of(source)});
        }
    }
};

Result<void> append_tensor(const at::Tensor& tensor, at::ScalarType type, const AppendBytes& append) {
    const auto dense = tensor.is_contiguous() ? tensor.detach() : tensor.detach().to(at::kCPU).contiguous();
    const auto numbers = dense.view({-1});
    for (std::int64_t from = 0; from < numbers.numel(); from += kNumbersAtOnce) {
        const auto piece = numbers.narrow(0, from, std::min(kNumbersAtOnce, numbers.numel() - from));
        TRY_VOID(append(bytes_of(piece.to(at::kCPU).to(type))));
    }
    return {};
}

Error wrong_shape(const std::string& what, at::IntArrayRef found, at::IntArrayRef needed) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} has the shape [{}], but [{}] is needed", what,
                                   fmt::join(found.vec(), ", "), fmt::join(needed.vec(), ", ")),
            .hint = "The file belongs to another model or to other settings."};
}

}  // namespace

Result<at::Tensor> read_tensor(const SafetensorsSet& set, const std::string& name) {
    TRY(const auto bytes, set.bytes(name));
    const auto& entry = *set.find(name);
    const auto type = scalar_type(entry.dtype);
    if (!type)
        return unsupported_type(set.file_of(name)->path().string(), name, entry.dtype);
    auto tensor = at::empty(entry.shape, at::TensorOptions().dtype(*type));
    copy_mapped(tensor, bytes);
    return tensor;
}

Result<void> read_into(const at::Tensor& target, const SafetensorsSet& set, const std::string& name,
                       const std::string& what) {
    TRY(const auto bytes, set.bytes(name));
    const auto& entry = *set.find(name);
    const auto type = scalar_type(entry.dtype);
    if (!type)
        return unsupported_type(set.file_of(name)->path().string(), name, entry.dtype);
    if (target.sizes() != at::IntArrayRef(entry.shape))
        return wrong_shape(what, entry.shape, target.sizes());
    const at::NoGradGuard no_gradients;
    if (!target.is_contiguous()) {
        TRY(const auto whole, read_tensor(set, name));
        target.detach().copy_(whole);
        return {};
    }
    const auto numbers = target.detach().view({-1});
    const auto width = c10::elementSize(*type);
    for (std::int64_t from = 0; from < numbers.numel(); from += kNumbersAtOnce) {
        const auto count = std::min(kNumbersAtOnce, numbers.numel() - from);
        const auto piece = at::empty({count}, at::TensorOptions().dtype(*type));
        copy_mapped(piece, bytes.subspan(static_cast<std::size_t>(from) * width, piece.nbytes()));
        numbers.narrow(0, from, count).copy_(piece);
    }
    return {};
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
                           const std::map<std::string, std::string>& metadata,
                           std::optional<at::ScalarType> type) {
    std::vector<TensorView> views;
    for (const auto& [name, tensor] : tensors)
        views.push_back({.name = name,
                         .dtype = file_type(type.value_or(tensor.scalar_type())),
                         .shape = tensor.sizes().vec()});
    return write_safetensors(path, views, metadata, [&](std::size_t i, const AppendBytes& append) {
        const auto& tensor = tensors[i].second;
        return append_tensor(tensor, type.value_or(tensor.scalar_type()), append);
    });
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
        return wrong_shape(what, source.sizes(), target.sizes());
    const at::NoGradGuard no_gradients;
    target.copy_(source);
    return {};
}

}  // namespace tunebench
