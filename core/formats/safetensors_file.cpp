#include <algorithm>
#include <cerrno>
#include <sys/mman.h>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_errors.h"
#include "core/base/input_file.h"
#include "core/formats/safetensors.h"
#include "core/formats/safetensors_layout.h"

namespace tunebench {

struct SafetensorsFile::Mapping {
    explicit Mapping(InputFile input) : file(std::move(input)) {}
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping() {
        if (address != nullptr)
            ::munmap(address, static_cast<std::size_t>(file_bytes));
    }

    InputFile file;  // stays open: the size is asked again before bytes are handed out
    SafetensorsHeader header = {};
    std::unordered_map<std::string_view, std::size_t> index = {};  // views of the names in header
    std::uint64_t file_bytes = 0;
    void* address = nullptr;
};

namespace {

/// The length and the header, by read(): a mapping that the file does not fill must not be touched.
Result<std::string> read_start(InputFile& file, std::uint64_t file_bytes) {
    std::string start(kLengthBytes, '\0');
    TRY(const std::size_t first, file.read(start));
    start.resize(first);
    TRY(const std::uint64_t length, safetensors_header_length(start, file_bytes, file.path().string()));
    start.resize(kLengthBytes + static_cast<std::size_t>(length));
    TRY(const std::size_t rest, file.read(std::span(start).subspan(kLengthBytes)));
    start.resize(kLengthBytes + rest);
    return start;
}

}  // namespace

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path) {
    TRY(InputFile input, InputFile::open(path));
    auto mapping = std::make_unique<Mapping>(std::move(input));
    TRY(mapping->file_bytes, mapping->file.size());
    TRY(const std::string start, read_start(mapping->file, mapping->file_bytes));
    TRY(mapping->header, parse_safetensors_header(start, mapping->file_bytes, path.string()));
    const auto& tensors = mapping->header.tensors;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        mapping->index.emplace(tensors[i].name, i);
    void* address = ::mmap(nullptr, static_cast<std::size_t>(mapping->file_bytes), PROT_READ, MAP_PRIVATE,
                           mapping->file.descriptor(), 0);
    if (address == MAP_FAILED)
        return file_error(errno, "map", path);
    mapping->address = address;
    return SafetensorsFile(std::move(mapping));
}

SafetensorsFile::SafetensorsFile(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
SafetensorsFile::SafetensorsFile(SafetensorsFile&&) noexcept = default;
SafetensorsFile& SafetensorsFile::operator=(SafetensorsFile&&) noexcept = default;
SafetensorsFile::~SafetensorsFile() = default;

const std::filesystem::path& SafetensorsFile::path() const {
    return mapping_->file.path();
}

const std::vector<TensorEntry>& SafetensorsFile::tensors() const {
    return mapping_->header.tensors;
}

const std::map<std::string, std::string>& SafetensorsFile::metadata() const {
    return mapping_->header.metadata;
}

std::uint64_t SafetensorsFile::file_bytes() const {
    return mapping_->file_bytes;
}

const TensorEntry* SafetensorsFile::find(std::string_view name) const {
    const auto place = mapping_->index.find(name);
    return place == mapping_->index.end() ? nullptr : &mapping_->header.tensors[place->second];
}

Result<std::span<const std::byte>> SafetensorsFile::bytes(const TensorEntry& entry) const {
    const std::uint64_t data_bytes = mapping_->file_bytes - mapping_->header.data_offset;
    if (entry.begin > entry.end || entry.end > data_bytes)
        return Error{
            .code = ErrorCode::Internal,
            .message = fmt::format("{}: tensor \"{}\" is not of this file.", path().string(), entry.name)};
    TRY(const std::uint64_t size_now, mapping_->file.size());
    if (size_now < mapping_->file_bytes)
        return Error{
            .code = ErrorCode::Corrupt,
            .message = fmt::format("{}: the file became shorter while it was in use, so tensor \"{}\" cannot "
                                   "be read.",
                                   path().string(), entry.name),
            .hint = "Something else writes this file. Restore it, then load the model again."};
    const auto* data = static_cast<const std::byte*>(mapping_->address) + mapping_->header.data_offset;
    return std::span<const std::byte>(data + entry.begin, static_cast<std::size_t>(entry.byte_count()));
}

}  // namespace tunebench
