#include "core/formats/parquet/run_decoder.h"

#include <algorithm>
#include <limits>

namespace tunebench::parquet {

namespace {

constexpr std::uint64_t kGroup = 8;  // bit-packed runs are counted in groups of 8 numbers
constexpr std::uint64_t kMaxRun = std::numeric_limits<std::int32_t>::max();

}  // namespace

bool RunDecoder::begin_run() {
    const auto header = cursor_.varint();
    if (!header)
        return false;
    const auto count = *header >> 1;
    if (count == 0 || count > kMaxRun)
        return false;
    return (*header & 1) == 1 ? begin_packed(count) : begin_repeated(count);
}

/// Some writers leave out the bytes that would only fill the last group.
bool RunDecoder::begin_packed(std::uint64_t groups) {
    const auto bytes = std::min<std::uint64_t>(groups * width_, cursor_.rest().size());
    packed_ = *cursor_.take(bytes);
    bit_ = 0;
    is_packed_ = true;
    left_ = width_ == 0 ? groups * kGroup : bytes * 8 / width_;
    return left_ > 0;
}

bool RunDecoder::begin_repeated(std::uint64_t count) {
    const auto bytes = cursor_.take((width_ + 7) / 8);
    if (!bytes)
        return false;
    repeated_ = static_cast<std::uint32_t>(bits_at(*bytes, 0, static_cast<unsigned>(8 * bytes->size())));
    is_packed_ = false;
    left_ = count;
    return true;
}

}  // namespace tunebench::parquet
