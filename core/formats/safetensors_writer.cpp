#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/formats/safetensors.h"
#include "core/formats/safetensors_layout.h"

namespace tunebench {

namespace {

Error invalid(const std::filesystem::path& path, std::string_view name, std::string_view reason) {
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("Cannot write tensor \"{}\" to {}: {}.", name, path.string(), reason)};
}

Result<void> check(const std::filesystem::path& path, std::span<const TensorView> tensors) {
    std::set<std::string_view> names;
    for (const TensorView& tensor : tensors) {
        if (!names.insert(tensor.name).second)
            return invalid(path, tensor.name, "the name occurs twice");
        if (tensor.name == kMetadataKey || !is_valid_utf8(tensor.name))
            return invalid(path, tensor.name, "the format does not allow the name");
        if (tensor.shape.size() > kMaxSafetensorsRank)
            return invalid(path, tensor.name,
                           fmt::format("it has more than {} dimensions", kMaxSafetensorsRank));
        if (!tensor_byte_count(tensor.dtype, tensor.shape))
            return invalid(path, tensor.name,
                           fmt::format("there are no {} of shape [{}]", dtype_name(tensor.dtype),
                                       fmt::join(tensor.shape, ", ")));
    }
    return {};
}

Result<void> check_bytes(const std::filesystem::path& path, const TensorView& tensor, std::uint64_t bytes) {
    if (tensor_byte_count(tensor.dtype, tensor.shape) != bytes)
        return invalid(path, tensor.name,
                       fmt::format("{} bytes are not {} of shape [{}]", bytes, dtype_name(tensor.dtype),
                                   fmt::join(tensor.shape, ", ")));
    return {};
}

/// Of a tensor that has been checked.
std::uint64_t bytes_of(const TensorView& tensor) {
    return tensor_byte_count(tensor.dtype, tensor.shape).value_or(0);
}

std::vector<const TensorView*> in_file_order(std::span<const TensorView> tensors) {
    std::vector<const TensorView*> order;
    for (const TensorView& tensor : tensors)
        order.push_back(&tensor);
    std::sort(order.begin(), order.end(), [](const TensorView* a, const TensorView* b) {
        return a->dtype != b->dtype ? a->dtype > b->dtype : a->name < b->name;
    });
    return order;
}

/// The header with its padding. Put together by hand: members must stay in the order of the tensors.
std::string header_text(std::span<const TensorView* const> tensors,
                        const std::map<std::string, std::string>& metadata) {
    std::string text = "{";
    if (!metadata.empty())
        text += fmt::format("\"{}\":{}", kMetadataKey, json_text(Json(metadata)));
    std::uint64_t begin = 0;
    for (const TensorView* tensor : tensors) {
        const std::uint64_t end = begin + bytes_of(*tensor);
        text += fmt::format("{}{}:{{\"dtype\":\"{}\",\"shape\":[{}],\"data_offsets\":[{},{}]}}",
                            text.size() > 1 ? "," : "", json_text(Json(tensor->name)),
                            dtype_name(tensor->dtype), fmt::join(tensor->shape, ","), begin, end);
        begin = end;
    }
    text += '}';
    const std::size_t rest = (kLengthBytes + text.size()) % kHeaderAlignment;
    return text.append(rest == 0 ? 0 : kHeaderAlignment - rest, ' ');
}

std::string length_bytes(std::uint64_t length) {
    std::string bytes;
    for (std::size_t i = 0; i < kLengthBytes; ++i)
        bytes += static_cast<char>(static_cast<unsigned char>(length >> (8 * i) & 0xFF));
    return bytes;
}

}  // namespace

Result<void> write_safetensors(const std::filesystem::path& path, std::span<const TensorView> tensors,
                               const std::map<std::string, std::string>& metadata) {
    for (const TensorView& tensor : tensors)
        TRY_VOID(check_bytes(path, tensor, tensor.data.size()));
    return write_safetensors(path, tensors, metadata, [&](std::size_t index, const AppendBytes& append) {
        return append(tensors[index].data);
    });
}

Result<void> write_safetensors(const std::filesystem::path& path, std::span<const TensorView> tensors,
                               const std::map<std::string, std::string>& metadata,
                               const AppendTensor& append_tensor) {
    TRY_VOID(check(path, tensors));
    const auto order = in_file_order(tensors);
    const std::string header = header_text(order, metadata);
    if (header.size() > kMaxSafetensorsHeaderBytes)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("Cannot write {}: its header would have {}.", path.string(),
                                            format_bytes(header.size()))};
    std::uint64_t total = kLengthBytes + header.size();
    for (const TensorView& tensor : tensors)
        total += bytes_of(tensor);
    TRY(DurableFileWriter writer, DurableFileWriter::open(path, total));
    TRY_VOID(writer.append(length_bytes(header.size()) + header));
    const AppendBytes append = [&writer](std::span<const std::byte> bytes) {
        return writer.append({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    };
    for (const TensorView* tensor : order) {
        const auto before = writer.bytes_written();
        TRY_VOID(append_tensor(static_cast<std::size_t>(tensor - tensors.data()), append));
        TRY_VOID(check_bytes(path, *tensor, writer.bytes_written() - before));
    }
    return writer.commit();
}

}  // namespace tunebench
