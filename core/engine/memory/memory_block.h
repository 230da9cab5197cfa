// Memory of tensors, from the system and from the heap.
#pragma once

#include <cstddef>

namespace tunebench {

/// Blocks from this size on are pages of their own, which go back to the system when they are freed: between
/// small ones in the heap they would leave holes that nothing fits into.
inline constexpr std::size_t kOwnPages = std::size_t{1} << 18;

/// Aligned to 64 bytes; whole pages where it has its own, huge ones where they fit twice. Null where there is
/// no memory.
void* allocate_block(std::size_t size);

/// `size` as it was allocated with.
void free_block(void* block, std::size_t size);

}  // namespace tunebench
