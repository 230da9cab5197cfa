// Any bytes as a compressed file: reading ends, and nothing expands beyond the limit.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/formats/byte_stream.h"
#include "tests/fuzz/memory_file.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using tunebench::fuzz::require;
    constexpr std::uint64_t kAllowance = 1 << 16;
    constexpr std::uint64_t kRatio = 10;
    const tunebench::fuzz::MemoryFile file(data, size);
    auto stream = tunebench::open_byte_stream(file.path(), {.allowance = kAllowance, .ratio = kRatio});
    if (!stream)
        return 0;
    std::vector<char> piece(1000);
    std::uint64_t total = 0;
    while (true) {
        const auto count = (*stream)->read(piece);
        if (!count)
            break;
        total += *count;
        require((*stream)->file_position() <= size);
        require(total <= kAllowance + kRatio * (size + 1));
        if (*count < piece.size())
            break;
    }
    return 0;
}
