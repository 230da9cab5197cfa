// The output of a decompressor of the LZ77 family: new bytes, and copies of bytes already there.
#pragma once

#include <cstddef>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "core/formats/parquet/byte_cursor.h"

namespace tunebench::parquet {

/// Functions are false, and write nothing, when more than `size` bytes would come out or a copy begins before
/// the first byte.
class CopyWindow {
public:
    explicit CopyWindow(std::size_t size) : bytes_(size) {}

    bool append(Bytes literal) {
        if (literal.size() > bytes_.size() - filled_)
            return false;
        if (!literal.empty())
            std::memcpy(bytes_.data() + filled_, literal.data(), literal.size());
        filled_ += literal.size();
        return true;
    }

    /// Of the bytes `distance` before the end. What it writes may be part of what it copies: then it repeats.
    bool copy(std::uint64_t distance, std::uint64_t length) {
        if (distance == 0 || distance > filled_ || length > bytes_.size() - filled_)
            return false;
        const auto* from = bytes_.data() + filled_ - distance;
        auto* to = bytes_.data() + filled_;
        if (length <= distance)
            std::memcpy(to, from, length);
        else
            for (std::uint64_t i = 0; i < length; ++i)
                to[i] = from[i];
        filled_ += length;
        return true;
    }

    /// No value before all bytes are there.
    std::optional<std::vector<std::byte>> take() && {
        if (filled_ != bytes_.size())
            return std::nullopt;
        return std::move(bytes_);
    }

private:
    std::vector<std::byte> bytes_;
    std::size_t filled_ = 0;
};

}  // namespace tunebench::parquet
