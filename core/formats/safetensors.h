// safetensors files: a length (u64, little-endian), a JSON header of that length, then the bytes of all
// tensors without holes. Source: the format's README and the checks of its reference reader
// (github.com/huggingface/safetensors). Stricter here: header at most 32 MiB, rank at most 8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/formats/dtype.h"

namespace tunebench {

inline constexpr std::uint64_t kMaxSafetensorsHeaderBytes = std::uint64_t{32} << 20;
inline constexpr std::size_t kMaxSafetensorsRank = 8;

/// One tensor of a file. Names are keys, never paths.
struct TensorEntry {
    std::string name = {};
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape = {};  // row-major; {} is a scalar, a 0 makes an empty tensor
    std::uint64_t begin = 0;               // bytes from the end of the header
    std::uint64_t end = 0;

    std::uint64_t byte_count() const { return end - begin; }
    std::int64_t element_count() const;

    bool operator==(const TensorEntry&) const = default;
};

/// What the header says, checked against the number of bytes behind it.
struct SafetensorsHeader {
    std::vector<TensorEntry> tensors = {};  // in the order of their bytes
    std::map<std::string, std::string> metadata = {};
    std::uint64_t data_offset = 0;  // where the tensors' bytes begin in the file
};

/// Checks and reads the header. `start`: the file's first bytes, at least 8 + header length where the file
/// has them. `source_name` is the file as messages name it. Corrupt with the tensor and the reason,
/// Unsupported for an unknown dtype.
Result<SafetensorsHeader> parse_safetensors_header(std::string_view start, std::uint64_t file_bytes,
                                                   std::string_view source_name);

/// A file mapped into memory, read-only. Spans live as long as the object; moving it keeps them.
/// Several threads may read at once.
class SafetensorsFile {
public:
    /// NotFound, Io, or the errors of parse_safetensors_header. Touches only the header's pages.
    static Result<SafetensorsFile> open(const std::filesystem::path& path);

    SafetensorsFile(SafetensorsFile&&) noexcept;
    SafetensorsFile& operator=(SafetensorsFile&&) noexcept;
    SafetensorsFile(const SafetensorsFile&) = delete;
    SafetensorsFile& operator=(const SafetensorsFile&) = delete;
    ~SafetensorsFile();

    const std::filesystem::path& path() const;
    const std::vector<TensorEntry>& tensors() const;  // in the order of their bytes
    const std::map<std::string, std::string>& metadata() const;
    std::uint64_t file_bytes() const;

    /// Null when the file has no such tensor.
    const TensorEntry* find(std::string_view name) const;

    /// The tensor's bytes (little-endian, aligned as the file has them: copy before reading wider types).
    /// Corrupt when the file has become shorter since it was opened: reading a mapping beyond the end of its
    /// file would end the program.
    Result<std::span<const std::byte>> bytes(const TensorEntry& entry) const;

private:
    struct Mapping;
    explicit SafetensorsFile(std::unique_ptr<Mapping> mapping);

    std::unique_ptr<Mapping> mapping_;
};

/// The tensors of a model: one file, or a folder with `model.safetensors`, or with
/// `model.safetensors.index.json` and its shards.
class SafetensorsSet {
public:
    /// Opens every shard. Errors name the shard or the tensor: a shard that is missing or outside the folder,
    /// a tensor that the index lists and its shard lacks, a tensor in two shards. Unsupported for a folder
    /// that has only pickled weights (*.bin, *.pt), which are never read.
    static Result<SafetensorsSet> open(const std::filesystem::path& file_or_folder);

    /// Null when no file has such a tensor.
    const TensorEntry* find(std::string_view name) const;

    /// The file that holds the tensor; null when none does.
    const SafetensorsFile* file_of(std::string_view name) const;

    /// SafetensorsFile::bytes of the tensor's file; NotFound when no file has it.
    Result<std::span<const std::byte>> bytes(std::string_view name) const;

    std::vector<std::string> names() const;  // sorted
    const std::vector<SafetensorsFile>& files() const { return files_; }

    /// Bytes of all tensors.
    std::uint64_t tensor_bytes() const;

private:
    struct Place {
        std::size_t file = 0;
        std::size_t tensor = 0;
    };

    static Result<SafetensorsSet> open_index(const std::filesystem::path& index);
    Result<void> add(SafetensorsFile file);

    std::vector<SafetensorsFile> files_ = {};
    std::map<std::string, Place, std::less<>> places_ = {};
};

/// A tensor to be written; `data` holds byte_count(dtype, shape) bytes, row-major and little-endian.
struct TensorView {
    std::string name = {};
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape = {};
    std::span<const std::byte> data = {};
};

/// Writes the file durably (see durable_file.h), laid out as the reference library does: header padded with
/// spaces to a multiple of 8, tensors by dtype (in the order of DType, last first), then by name. Readers of
/// the Hugging Face libraries want {"format": "pt"} in `metadata`. InvalidArgument for a name that occurs
/// twice, is not UTF-8 or is "__metadata__", and for data that does not fit the shape.
Result<void> write_safetensors(const std::filesystem::path& path, std::span<const TensorView> tensors,
                               const std::map<std::string, std::string>& metadata = {});

/// Takes bytes that follow the last ones.
using AppendBytes = std::function<Result<void>(std::span<const std::byte> bytes)>;

/// Appends the data of the tensor at that index, in as many pieces as it likes.
using AppendTensor = std::function<Result<void>(std::size_t index, const AppendBytes& append)>;

/// The same for data that are made when their turn comes; `data` is not looked at. Each tensor is asked for
/// once. What `append_tensor` throws leaves the file as it was.
Result<void> write_safetensors(const std::filesystem::path& path, std::span<const TensorView> tensors,
                               const std::map<std::string, std::string>& metadata,
                               const AppendTensor& append_tensor);

}  // namespace tunebench
