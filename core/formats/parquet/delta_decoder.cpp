#include "core/formats/parquet/delta_decoder.h"

#include <limits>

namespace tunebench::parquet {

namespace {

constexpr std::uint64_t kMaxBlock = std::uint64_t{1} << 20;
constexpr unsigned kMaxWidth = 64;

}  // namespace

std::optional<DeltaDecoder> DeltaDecoder::open(Bytes bytes) {
    DeltaDecoder decoder(bytes);
    return decoder.read_header() ? std::optional(decoder) : std::nullopt;
}

bool DeltaDecoder::read_header() {
    const auto block = cursor_.varint();
    const auto miniblocks = cursor_.varint();
    const auto count = cursor_.varint();
    const auto first = cursor_.zigzag();
    if (!block || !miniblocks || !count || !first)
        return false;
    if (*block == 0 || *block > kMaxBlock || *miniblocks == 0 || *block % *miniblocks != 0 ||
        *count > std::numeric_limits<std::int32_t>::max())
        return false;
    miniblocks_ = *miniblocks;
    miniblock_values_ = *block / *miniblocks;
    count_ = *count;
    value_ = static_cast<std::uint64_t>(*first);
    return miniblock_values_ % 8 == 0;  // they end at the end of a byte
}

bool DeltaDecoder::begin_block() {
    const auto least = cursor_.zigzag();
    const auto widths = cursor_.take(miniblocks_);
    if (!least || !widths)
        return false;
    least_ = static_cast<std::uint64_t>(*least);
    widths_ = *widths;
    return true;
}

bool DeltaDecoder::begin_miniblock() {
    if (widths_.empty() && !begin_block())
        return false;
    width_ = std::to_integer<unsigned>(widths_.front());
    widths_ = widths_.subspan(1);
    if (width_ > kMaxWidth)
        return false;
    const auto packed = cursor_.take(miniblock_values_ / 8 * width_);
    if (!packed)
        return false;
    packed_ = *packed;
    bit_ = 0;
    left_ = miniblock_values_;
    return true;
}

std::optional<std::int64_t> DeltaDecoder::next() {
    if (taken_ == count_)
        return std::nullopt;
    if (taken_ > 0) {
        if (left_ == 0 && !begin_miniblock())
            return std::nullopt;
        value_ += least_ + bits_at(packed_, bit_, width_);
        bit_ += width_;
        --left_;
    }
    ++taken_;
    return static_cast<std::int64_t>(value_);
}

std::optional<Bytes> DeltaDecoder::behind() && {
    while (taken_ < count_)
        if (!next())
            return std::nullopt;
    return cursor_.rest();
}

}  // namespace tunebench::parquet
