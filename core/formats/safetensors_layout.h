// What the reader and the writer of safetensors share. Part of the safetensors files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

inline constexpr std::size_t kLengthBytes = 8;      // of the header's length at the start
inline constexpr std::size_t kHeaderAlignment = 8;  // of the first tensor's bytes, in the writer
inline constexpr std::string_view kMetadataKey = "__metadata__";

/// The header's length, checked against the file's and the limit.
Result<std::uint64_t> safetensors_header_length(std::string_view start, std::uint64_t file_bytes,
                                                std::string_view source_name);

}  // namespace tunebench
