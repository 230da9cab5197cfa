// GGUF files, version 3: a header, typed metadata, descriptions of tensors, then their bytes, each tensor at
// a multiple of the alignment. Source: the published specification (github.com/ggml-org/ggml, docs/gguf.md).
// Little-endian only, no arrays of arrays; tensors follow each other without holes, as llama.cpp asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/formats/ggml_types.h"

namespace tunebench {

inline constexpr std::uint32_t kGgufVersion = 3;
inline constexpr std::uint64_t kGgufAlignment = 32;     // unless general.alignment says otherwise
inline constexpr std::size_t kMaxGgufKeyBytes = 65535;  // the specification's
inline constexpr std::size_t kMaxGgufNameBytes = 63;    // of a tensor: llama.cpp adds a final zero to 64
inline constexpr std::size_t kMaxGgufRank = 4;

/// The alternative's index is the format's number of the type; 9 would be an array of arrays.
using GgufArray =
    std::variant<std::vector<std::uint8_t>, std::vector<std::int8_t>, std::vector<std::uint16_t>,
                 std::vector<std::int16_t>, std::vector<std::uint32_t>, std::vector<std::int32_t>,
                 std::vector<float>, std::vector<bool>, std::vector<std::string>, std::monostate,
                 std::vector<std::uint64_t>, std::vector<std::int64_t>, std::vector<double>>;
using GgufValue =
    std::variant<std::uint8_t, std::int8_t, std::uint16_t, std::int16_t, std::uint32_t, std::int32_t, float,
                 bool, std::string, GgufArray, std::uint64_t, std::int64_t, double>;

/// Keys and values in the order of the file.
using GgufMetadata = std::vector<std::pair<std::string, GgufValue>>;

/// The value of a key, or null when it is missing or of another type than T (std::string, std::uint32_t, …;
/// for an array its vector type).
template <class T>
const T* find_value(const GgufMetadata& metadata, std::string_view key) {
    for (const auto& [name, value] : metadata) {
        if (name != key)
            continue;
        if constexpr (std::is_constructible_v<GgufValue, std::in_place_type_t<T>>)
            return std::get_if<T>(&value);
        else if (const auto* array = std::get_if<GgufArray>(&value))
            return std::get_if<T>(array);
    }
    return nullptr;
}

/// One tensor of a file.
struct GgufTensorInfo {
    std::string name = {};
    GgmlType type = GgmlType::F32;
    std::vector<std::int64_t> shape =
        {};                   // row-major, as everywhere else: the file has it the other way round
    std::uint64_t begin = 0;  // bytes from the beginning of the tensors' bytes
    std::uint64_t byte_count = 0;
};

/// What comes before the tensors' bytes, checked against the number of bytes behind it.
struct GgufHeader {
    GgufMetadata metadata = {};
    std::vector<GgufTensorInfo> tensors = {};  // in the order of their bytes
    std::uint64_t alignment = kGgufAlignment;
    std::uint64_t data_offset = 0;  // where the tensors' bytes begin in the file
};

/// Checks and reads the header of a whole file. `source_name` is the file as messages name it. Corrupt with
/// the key or tensor and the reason; Unsupported for another version, a big-endian file, an array of arrays
/// and a type of tensors that Tunebench does not know.
Result<GgufHeader> parse_gguf_header(std::span<const std::byte> file, std::string_view source_name);

/// A file mapped into memory, read-only.
class GgufFile {
public:
    /// NotFound, Io, or the errors of parse_gguf_header.
    static Result<GgufFile> open(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return file_.path(); }
    const GgufMetadata& metadata() const { return header_.metadata; }
    const std::vector<GgufTensorInfo>& tensors() const { return header_.tensors; }

    /// Null when the file has no such tensor.
    const GgufTensorInfo* find(std::string_view name) const;

    /// The tensor's bytes. Corrupt when the file has become shorter since it was opened.
    Result<std::span<const std::byte>> bytes(const GgufTensorInfo& tensor) const;

private:
    GgufFile(MappedFile file, GgufHeader header) : file_(std::move(file)), header_(std::move(header)) {}

    MappedFile file_;
    GgufHeader header_;
};

/// A tensor to be written. `bytes` is called once, when its turn comes, so that only one tensor at a time is
/// in memory in its final form; it gives ggml_byte_count(type, shape) bytes.
struct GgufTensor {
    std::string name = {};
    GgmlType type = GgmlType::F32;
    std::vector<std::int64_t> shape = {};  // row-major
    std::function<std::vector<std::byte>()> bytes = {};
};

/// Writes the file durably (see durable_file.h), with the alignment of 32. InvalidArgument, naming the key or
/// the tensor: a name that occurs twice, is too long or not of ASCII letters, digits, ".", "_" and "-"; texts
/// that are not UTF-8; a shape that the type cannot have; bytes that do not fit it.
Result<void> write_gguf(const std::filesystem::path& path, const GgufMetadata& metadata,
                        std::span<const GgufTensor> tensors);

}  // namespace tunebench
