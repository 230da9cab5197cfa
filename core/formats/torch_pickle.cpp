#include "core/formats/torch_pickle.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/formats/pickle.h"
#include "core/formats/stored_zip.h"

namespace tunebench {
namespace {

constexpr std::string_view kProgram = "data.pkl";
constexpr std::size_t kMaxProgramBytes = std::size_t{8} << 20;
constexpr std::size_t kMaxRank = kMaxSafetensorsRank;
constexpr std::uint64_t kMaxSharing = 4;  // tensors may share a storage, but not to fill memory

Error unreadable(std::string_view source, std::string_view reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: {}", source, reason),
            .hint = "Get the file again: it is damaged, or not a dictionary of tensors."};
}

/// "archive/data/0" → "data/0": the first folder is named after the file.
std::string_view inside(std::string_view name) {
    const auto slash = name.find('/');
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

/// The elements that the tensor has, when all of them are inside the storage and it has as many.
std::optional<std::uint64_t> checked_elements(const PickledTensor& tensor, std::uint64_t available) {
    std::uint64_t elements = 1, last = static_cast<std::uint64_t>(tensor.offset);
    for (const auto size : tensor.shape)
        if (size == 0)
            return 0;
    for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
        const auto size = static_cast<std::uint64_t>(tensor.shape[i]);
        const auto stride = static_cast<std::uint64_t>(tensor.strides[i]);
        if (size > available / elements || (size > 1 && stride > available / (size - 1)))
            return std::nullopt;
        elements *= size;
        last += (size - 1) * stride;
        if (last >= available)
            return std::nullopt;
    }
    return last < available ? std::optional(elements) : std::nullopt;
}

/// Copies the elements from `at` on in row-major order, dimension by dimension.
void gather(const PickledTensor& tensor, std::string_view storage, std::size_t width, std::size_t dimension,
            std::size_t at, std::byte*& out) {
    const auto rank = tensor.shape.size();
    const bool is_run = dimension + 1 == rank && tensor.strides[dimension] == 1;
    if (dimension == rank || is_run) {
        const auto bytes = width * (is_run ? static_cast<std::size_t>(tensor.shape[dimension]) : 1);
        std::memcpy(out, storage.data() + at * width, bytes);
        out += bytes;
        return;
    }
    for (std::int64_t i = 0; i < tensor.shape[dimension]; ++i)
        gather(tensor, storage, width, dimension + 1,
               at + static_cast<std::size_t>(i * tensor.strides[dimension]), out);
}

Result<TorchTensor> contiguous(const PickledTensor& tensor, std::string_view storage,
                               std::string_view source) {
    const auto width = dtype_bytes(tensor.dtype);
    const auto name = fmt::format("tensor {}", tensor.name);
    if (tensor.shape.size() > kMaxRank)
        return unreadable(source, fmt::format("{} has more than {} dimensions", name, kMaxRank));
    if (static_cast<std::uint64_t>(tensor.elements) != storage.size() / width || storage.size() % width != 0)
        return unreadable(source, fmt::format("{} has {} bytes instead of {} elements of {}", name,
                                              storage.size(), tensor.elements, dtype_name(tensor.dtype)));
    const auto elements = checked_elements(tensor, static_cast<std::uint64_t>(tensor.elements));
    if (!elements)
        return unreadable(source, fmt::format("{} reaches outside its storage", name));
    TorchTensor out{.name = tensor.name, .dtype = tensor.dtype, .shape = tensor.shape};
    out.data.resize(*elements * width);
    auto* end = out.data.data();
    if (*elements > 0)
        gather(tensor, storage, width, 0, static_cast<std::size_t>(tensor.offset), end);
    return out;
}

Result<void> check(std::span<const TensorView> tensors) {
    std::set<std::string_view> names;
    for (const auto& tensor : tensors)
        if (!names.insert(tensor.name).second ||
            tensor_byte_count(tensor.dtype, tensor.shape) != tensor.data.size())
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("Tensor {} cannot be written: its name occurs twice, or its "
                                                "bytes do not fit its shape",
                                                tensor.name)};
    return {};
}

}  // namespace

Result<std::vector<TorchTensor>> parse_torch_pickle(std::string_view bytes, std::string_view source_name) {
    TRY(const auto entries, parse_stored_zip(bytes, source_name));
    std::map<std::string_view, std::string_view> files;
    for (const auto& entry : entries)
        files.emplace(inside(entry.name), entry.data);
    const auto program = files.find(kProgram);
    if (program == files.end() || program->second.size() > kMaxProgramBytes)
        return unreadable(source_name, "there is no data.pkl of the size of a list of tensors in it");
    TRY(const auto tensors, parse_pickled_tensors(program->second, source_name));
    std::vector<TorchTensor> all;
    std::set<std::string_view> names;
    std::uint64_t total = 0;
    for (const auto& tensor : tensors) {
        const auto storage = files.find("data/" + tensor.storage);
        if (storage == files.end())
            return unreadable(source_name, fmt::format("the storage of tensor {} is missing", tensor.name));
        if (!names.insert(tensor.name).second)
            return unreadable(source_name, fmt::format("tensor {} is there twice", tensor.name));
        TRY(auto made, contiguous(tensor, storage->second, source_name));
        total += made.data.size();
        if (total > kMaxSharing * bytes.size())
            return unreadable(source_name, "its tensors are far larger than the file");
        all.push_back(std::move(made));
    }
    return all;
}

Result<std::string> torch_pickle(std::span<const TensorView> tensors) {
    TRY_VOID(check(tensors));
    std::vector<TensorShape> shapes;
    for (const auto& tensor : tensors)
        shapes.push_back({.name = tensor.name, .dtype = tensor.dtype, .shape = tensor.shape});
    TRY(const auto program, pickled_tensors(shapes));
    std::vector<std::string> names;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        names.push_back(fmt::format("archive/data/{}", i));
    std::vector<ZipEntry> entries = {{"archive/data.pkl", program}, {"archive/byteorder", "little"}};
    for (std::size_t i = 0; i < tensors.size(); ++i)
        entries.push_back(
            {names[i], {reinterpret_cast<const char*>(tensors[i].data.data()), tensors[i].data.size()}});
    entries.push_back({"archive/version", "3\n"});
    return stored_zip(entries);
}

}  // namespace tunebench
