#include <algorithm>

#include "core/formats/byte_stream.h"
#include "core/formats/rows/file_format.h"

namespace tunebench {

#define add(id) const FileFormat& id##_file_format();
#include "core/formats/rows/file_formats.def"
#undef add

std::span<const FileFormat* const> file_formats() {
    static const FileFormat* const formats[] = {
#define add(id) &id##_file_format(),
#include "core/formats/rows/file_formats.def"
#undef add
    };
    return formats;
}

std::string data_ending(const std::filesystem::path& file) {
    auto ending = uncompressed_name(file).extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return ending;
}

}  // namespace tunebench
