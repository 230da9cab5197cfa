// The streams that decompress; chosen by open_byte_stream.
#pragma once

#include <memory>

#include "core/formats/buffered_file.h"
#include "core/formats/byte_stream.h"

namespace tunebench {

std::unique_ptr<ByteStream> gzip_stream(BufferedFile file, const ExpansionLimit& limit);
std::unique_ptr<ByteStream> zstd_stream(BufferedFile file, const ExpansionLimit& limit);

Error damaged_stream(const std::filesystem::path& path, std::string_view compression,
                     std::string_view reason);
Error truncated_stream(const std::filesystem::path& path, std::string_view compression);

/// Corrupt when more came out than the limit allows.
Result<void> check_expansion(const BufferedFile& file, std::uint64_t expanded, const ExpansionLimit& limit);

}  // namespace tunebench
