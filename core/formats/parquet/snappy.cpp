#include "core/formats/parquet/snappy.h"

#include "core/formats/parquet/copy_window.h"

namespace tunebench::parquet {

namespace {

constexpr std::uint64_t kShortLiteral = 60;  // longer ones have their length in the bytes that follow

/// `count` bytes as a little-endian number.
std::optional<std::uint64_t> small_number(ByteCursor& cursor, std::uint64_t count) {
    const auto bytes = cursor.take(count);
    if (!bytes)
        return std::nullopt;
    return bits_at(*bytes, 0, static_cast<unsigned>(8 * count));
}

bool unpack_literal(ByteCursor& cursor, std::uint64_t length_code, CopyWindow& window) {
    auto length = length_code + 1;
    if (length_code >= kShortLiteral) {
        const auto stored = small_number(cursor, length_code - kShortLiteral + 1);
        if (!stored)
            return false;
        length = *stored + 1;
    }
    const auto literal = cursor.take(length);
    return literal && window.append(*literal);
}

bool unpack_copy(ByteCursor& cursor, std::uint64_t tag, CopyWindow& window) {
    constexpr std::uint64_t kOffsetBytes[] = {0, 1, 2, 4};
    const auto kind = tag & 3;
    const auto stored = small_number(cursor, kOffsetBytes[kind]);
    if (!stored)
        return false;
    if (kind == 1)
        return window.copy(((tag >> 5) << 8) | *stored, 4 + ((tag >> 2) & 7));
    return window.copy(*stored, 1 + (tag >> 2));
}

}  // namespace

std::optional<std::vector<std::byte>> unpack_snappy(Bytes packed, std::size_t expected) {
    ByteCursor cursor(packed);
    if (cursor.varint() != expected)
        return std::nullopt;
    CopyWindow window(expected);
    while (const auto tag = cursor.number<std::uint8_t>()) {
        const bool is_literal = (*tag & 3) == 0;
        if (!(is_literal ? unpack_literal(cursor, *tag >> 2, window) : unpack_copy(cursor, *tag, window)))
            return std::nullopt;
    }
    return std::move(window).take();
}

}  // namespace tunebench::parquet
