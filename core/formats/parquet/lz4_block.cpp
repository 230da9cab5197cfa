#include "core/formats/parquet/lz4_block.h"

#include "core/formats/parquet/copy_window.h"

namespace tunebench::parquet {

namespace {

constexpr std::uint64_t kLongLength = 15;  // bytes follow that add to it, up to one that is not 255
constexpr std::uint64_t kLeastMatch = 4;

std::optional<std::uint64_t> length_of(ByteCursor& cursor, std::uint64_t length) {
    if (length < kLongLength)
        return length;
    while (const auto more = cursor.number<std::uint8_t>()) {
        length += *more;
        if (*more != 255)
            return length;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::vector<std::byte>> unpack_lz4_block(Bytes packed, std::size_t expected) {
    ByteCursor cursor(packed);
    CopyWindow window(expected);
    while (const auto token = cursor.number<std::uint8_t>()) {
        const auto literals = length_of(cursor, *token >> 4);
        const auto literal = literals ? cursor.take(*literals) : std::nullopt;
        if (!literal || !window.append(*literal))
            return std::nullopt;
        if (cursor.rest().empty())
            break;  // the last sequence has no match
        const auto distance = cursor.number<std::uint16_t>();
        const auto match = distance ? length_of(cursor, *token & 0x0F) : std::nullopt;
        if (!match || !window.copy(*distance, *match + kLeastMatch))
            return std::nullopt;
    }
    return std::move(window).take();
}

}  // namespace tunebench::parquet
