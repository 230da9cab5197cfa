#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/json.h"
#include "core/formats/safetensors.h"
#include "core/formats/safetensors_layout.h"

namespace tunebench {

namespace {

constexpr JsonLimits kHeaderLimits = {
    .max_bytes = kMaxSafetensorsHeaderBytes, .max_depth = 4, .max_values = std::size_t{4} << 20};

Error corrupt(std::string_view source, std::string_view reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: {}", source, reason),
            .hint = "Download or copy the file again."};
}

Error bad_tensor(std::string_view source, std::string_view tensor, std::string_view reason) {
    return corrupt(source, fmt::format("tensor \"{}\": {}", tensor, reason));
}

/// What people mistake for a safetensors file, known by its first bytes.
Error not_safetensors(std::string_view start, std::string_view source, std::string_view reason) {
    struct Kind {
        std::string_view magic = {};
        std::string_view name = {};
        std::string_view hint = {};
    };
    constexpr std::array<Kind, 6> kKinds = {{
        {"version https://git-lfs", "it is a Git LFS pointer, not the file itself",
         "Fetch the file with `git lfs pull`."},
        {"PK\x03\x04", "it is a PyTorch (pickle) file",
         "Convert it to safetensors; pickle files are never read."},
        {"\x80\x02", "it is a pickle file", "Convert it to safetensors; pickle files are never read."},
        {"GGUF", "it is a GGUF file", "Use the original model in safetensors format."},
        {"<!DOCTYPE", "it is a web page", "The download failed; download the file again."},
        {"<html", "it is a web page", "The download failed; download the file again."},
    }};
    for (const Kind& kind : kKinds)
        if (start.starts_with(kind.magic))
            return {.code = ErrorCode::Corrupt,
                    .message = fmt::format("{}: not a safetensors file; {}.", source, kind.name),
                    .hint = std::string(kind.hint)};
    return corrupt(source, reason);
}

Result<std::map<std::string, std::string>> read_metadata(const Json& value, std::string_view source) {
    if (!value.is_object())
        return corrupt(source, "the header's __metadata__ is not an object.");
    std::map<std::string, std::string> metadata;
    for (const auto& [key, text] : value.items()) {
        if (!text.is_string())
            return corrupt(source, fmt::format("the header's __metadata__ \"{}\" is not a text.", key));
        metadata.emplace(key, text.get_ref<const std::string&>());
    }
    return metadata;
}

Result<void> read_shape(const Json& object, TensorEntry& entry) {
    TRY(entry.shape, json_integers(object, "shape"));
    if (entry.shape.size() > kMaxSafetensorsRank)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("it has {} dimensions, more than {}.", entry.shape.size(),
                                            kMaxSafetensorsRank)};
    const auto bytes = tensor_byte_count(entry.dtype, entry.shape);
    if (!bytes)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("no {} tensor can have the shape [{}].", dtype_name(entry.dtype),
                                            fmt::join(entry.shape, ", "))};
    if (*bytes != entry.byte_count())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} of shape [{}] takes {} bytes, but its data_offsets span {}.",
                                            dtype_name(entry.dtype), fmt::join(entry.shape, ", "), *bytes,
                                            entry.byte_count())};
    return {};
}

Result<TensorEntry> read_tensor(const std::string& name, const Json& object) {
    if (!object.is_object())
        return Error{.code = ErrorCode::Corrupt, .message = "its description is not an object."};
    TensorEntry entry;
    entry.name = name;
    TRY(const std::string dtype, json_string(object, "dtype"));
    const auto parsed = parse_dtype(dtype);
    if (!parsed)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("its dtype \"{}\" is not known.", dtype.substr(0, 40)),
                     .hint = "Use a version of the model in BF16, F16 or F32."};
    entry.dtype = *parsed;
    TRY(const std::vector<std::int64_t> offsets, json_integers(object, "data_offsets"));
    if (offsets.size() != 2 || offsets[0] < 0 || offsets[1] < offsets[0])
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("its data_offsets [{}] are not a begin and an end.",
                                            fmt::join(offsets, ", "))};
    entry.begin = static_cast<std::uint64_t>(offsets[0]);
    entry.end = static_cast<std::uint64_t>(offsets[1]);
    TRY_VOID(read_shape(object, entry));
    return entry;
}

/// Sorts the tensors by their bytes; these must follow each other from 0 to the end of the file.
Result<void> check_layout(std::vector<TensorEntry>& tensors, std::uint64_t data_bytes,
                          std::string_view source) {
    std::sort(tensors.begin(), tensors.end(), [](const TensorEntry& a, const TensorEntry& b) {
        return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
    });
    std::uint64_t expected = 0;
    for (const TensorEntry& tensor : tensors) {
        if (tensor.end > data_bytes)
            return bad_tensor(
                source, tensor.name,
                fmt::format("its bytes end at {}, but the file has only {} bytes of tensors: the file is "
                            "truncated.",
                            tensor.end, data_bytes));
        if (tensor.begin < expected)
            return bad_tensor(source, tensor.name, "its bytes overlap those of another tensor.");
        if (tensor.begin > expected)
            return bad_tensor(
                source, tensor.name,
                fmt::format("{} bytes before it belong to no tensor.", tensor.begin - expected));
        expected = tensor.end;
    }
    if (expected != data_bytes)
        return corrupt(source,
                       fmt::format("{} bytes at the end belong to no tensor.", data_bytes - expected));
    return {};
}

Result<SafetensorsHeader> read_header(const Json& json, std::string_view source) {
    SafetensorsHeader header;
    header.tensors.reserve(json.size());
    for (const auto& [name, value] : json.items()) {
        if (name == kMetadataKey) {
            TRY(header.metadata, read_metadata(value, source));
            continue;
        }
        auto tensor = read_tensor(name, value);
        if (!tensor) {
            Error error = bad_tensor(source, name, tensor.error().message);
            error.code = tensor.error().code;
            if (!tensor.error().hint.empty())
                error.hint = tensor.error().hint;
            return error;
        }
        header.tensors.push_back(*std::move(tensor));
    }
    return header;
}

}  // namespace

std::int64_t TensorEntry::element_count() const {
    std::int64_t count = 1;
    for (const std::int64_t dimension : shape)
        count *= dimension;
    return count;
}

Result<std::uint64_t> safetensors_header_length(std::string_view start, std::uint64_t file_bytes,
                                                std::string_view source_name) {
    if (file_bytes < kLengthBytes || start.size() < kLengthBytes)
        return corrupt(source_name,
                       fmt::format("a file of {} bytes is too short for safetensors.", file_bytes));
    std::uint64_t length = 0;
    for (std::size_t i = kLengthBytes; i > 0; --i)
        length = length << 8 | static_cast<unsigned char>(start[i - 1]);
    if (length > file_bytes - kLengthBytes)
        return not_safetensors(
            start, source_name,
            fmt::format("it claims a header of {} bytes, but has only {} bytes: it is truncated, or "
                        "not a safetensors file.",
                        length, file_bytes));
    if (length > kMaxSafetensorsHeaderBytes)
        return not_safetensors(start, source_name,
                               fmt::format("its header of {} is larger than the limit of {}.",
                                           format_bytes(length), format_bytes(kMaxSafetensorsHeaderBytes)));
    return length;
}

Result<SafetensorsHeader> parse_safetensors_header(std::string_view start, std::uint64_t file_bytes,
                                                   std::string_view source_name) {
    TRY(const std::uint64_t length, safetensors_header_length(start, file_bytes, source_name));
    if (start.size() - kLengthBytes < length)
        return corrupt(source_name, "its header is truncated.");
    const std::string_view text = start.substr(kLengthBytes, static_cast<std::size_t>(length));
    if (!text.starts_with('{'))
        return not_safetensors(start, source_name,
                               "its header does not begin with \"{\": not a safetensors file.");
    const std::size_t last = text.find_last_not_of(' ');
    if (text[last] != '}')
        return corrupt(source_name, "its header does not end with \"}\" and spaces.");
    auto json = parse_json(text.substr(0, last + 1), fmt::format("{} header", source_name), kHeaderLimits);
    if (!json)
        return json.error();
    TRY(SafetensorsHeader header, read_header(*json, source_name));
    header.data_offset = kLengthBytes + length;
    TRY_VOID(check_layout(header.tensors, file_bytes - header.data_offset, source_name));
    return header;
}

}  // namespace tunebench
