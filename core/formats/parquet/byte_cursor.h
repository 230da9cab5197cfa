// Reads bytes from front to back; nothing is read beyond their end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

namespace tunebench::parquet {

using Bytes = std::span<const std::byte>;

/// Every function gives no value when the bytes end too early, and then takes none.
class ByteCursor {
public:
    explicit ByteCursor(Bytes bytes) : bytes_(bytes) {}

    std::size_t position() const { return at_; }
    Bytes rest() const { return bytes_.subspan(at_); }

    std::optional<Bytes> take(std::uint64_t count) {
        if (count > bytes_.size() - at_)
            return std::nullopt;
        const auto taken = bytes_.subspan(at_, static_cast<std::size_t>(count));
        at_ += taken.size();
        return taken;
    }

    /// Little-endian.
    template <class T>
    std::optional<T> number() {
        const auto taken = take(sizeof(T));
        if (!taken)
            return std::nullopt;
        T value = {};
        std::memcpy(&value, taken->data(), sizeof(T));
        return value;
    }

    /// ULEB128; none for more than 64 bits either.
    std::optional<std::uint64_t> varint() {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < kMaxVarintBytes && at_ + i < bytes_.size(); ++i) {
            const auto byte = std::to_integer<std::uint64_t>(bytes_[at_ + i]);
            if (i + 1 == kMaxVarintBytes && byte > 1)
                return std::nullopt;
            value |= (byte & 0x7F) << (7 * i);
            if (byte < 0x80) {
                at_ += i + 1;
                return value;
            }
        }
        return std::nullopt;
    }

    /// ULEB128 of 0, -1, 1, -2, 2, ...
    std::optional<std::int64_t> zigzag() {
        const auto value = varint();
        if (!value)
            return std::nullopt;
        return static_cast<std::int64_t>((*value >> 1) ^ (~(*value & 1) + 1));
    }

private:
    static constexpr std::size_t kMaxVarintBytes = 10;

    Bytes bytes_;
    std::size_t at_ = 0;
};

/// The number of `width` bits, at most 64, that starts at that bit; the least significant bit of a byte is
/// its first. The bits must be there.
inline std::uint64_t bits_at(Bytes bytes, std::size_t first_bit, unsigned width) {
    std::uint64_t value = 0;
    std::size_t at = first_bit / 8;
    unsigned skipped = first_bit % 8;
    for (unsigned filled = 0; filled < width; ++at) {
        value |= (std::to_integer<std::uint64_t>(bytes[at]) >> skipped) << filled;
        filled += 8 - skipped;
        skipped = 0;
    }
    return width < 64 ? value & ((std::uint64_t{1} << width) - 1) : value;
}

}  // namespace tunebench::parquet
