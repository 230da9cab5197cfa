#include "core/text/tokenizer/merge_table.h"

#include <algorithm>
#include <bit>

namespace tunebench {

MergeTable::MergeTable(std::size_t merges)
    : slots_(std::bit_ceil(std::max<std::size_t>(2 * merges, 2))),
      shift_(64 - std::countr_zero(slots_.size())) {}

void MergeTable::set(std::int32_t left, std::int32_t right, BpeMerge merge) {
    const std::uint64_t pair = key(left, right);
    slots_[slot_of(pair)] = {pair, merge};
}

}  // namespace tunebench
