#include <new>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/base/input_file.h"

namespace tunebench {

namespace {

Error too_large(const std::filesystem::path& path, std::uint64_t size, std::uint64_t max_bytes) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} has {}, more than the {} that such a file may have.", path.string(),
                                   format_bytes(size), format_bytes(max_bytes)),
            .hint = "Look whether it is the file that is meant, or get it again."};
}

/// Reads to the end whatever the size says: files of /proc say 0, and a file may grow meanwhile.
Result<std::string> read_all(InputFile& file, std::uint64_t size, std::uint64_t max_bytes) {
    std::string bytes(static_cast<std::size_t>(size) + 1, '\0');
    std::size_t filled = 0;
    while (true) {
        TRY(const std::size_t count, file.read({bytes.data() + filled, bytes.size() - filled}));
        filled += count;
        if (filled > max_bytes)
            return too_large(file.path(), filled, max_bytes);
        if (filled < bytes.size())
            break;
        bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
    TRY(InputFile file, InputFile::open(path));
    TRY(const std::uint64_t size, file.size());
    if (size > max_bytes)
        return too_large(path, size, max_bytes);
    try {
        return read_all(file, size, max_bytes);
    } catch (const std::bad_alloc&) {
        return Error{.code = ErrorCode::OutOfMemory,
                     .message = fmt::format("There is not enough memory to read {} ({}).", path.string(),
                                            format_bytes(size))};
    }
}

}  // namespace tunebench
