#include <algorithm>

#include <fmt/format.h>

#include "core/formats/gguf.h"

namespace tunebench {

Result<GgufFile> GgufFile::open(const std::filesystem::path& path) {
    TRY(auto file, MappedFile::open(path));
    TRY(const auto bytes, file.bytes());
    TRY(auto header, parse_gguf_header(bytes, path.string()));
    return GgufFile(std::move(file), std::move(header));
}

const GgufTensorInfo* GgufFile::find(std::string_view name) const {
    const auto place = std::ranges::find(header_.tensors, name, &GgufTensorInfo::name);
    return place == header_.tensors.end() ? nullptr : &*place;
}

Result<std::span<const std::byte>> GgufFile::bytes(const GgufTensorInfo& tensor) const {
    TRY(const auto file, file_.bytes());
    const std::uint64_t begin = header_.data_offset + tensor.begin;
    if (begin > file.size() || tensor.byte_count > file.size() - begin)
        return Error{
            .code = ErrorCode::Internal,
            .message = fmt::format("{}: tensor \"{}\" is not of this file.", path().string(), tensor.name)};
    return file.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(tensor.byte_count));
}

}  // namespace tunebench
