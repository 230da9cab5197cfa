// The merging of byte-pair encoding (Sennrich et al., arXiv 1508.07909): the pair of lowest rank first, of
// equal ranks the leftmost, until none is left. O(n log n) for a word of n symbols.
#pragma once

#include <vector>

#include "core/text/tokenizer/merge_table.h"
#include "core/text/tokenizer/token_model.h"

namespace tunebench {

/// Merges `symbols` in place.
void merge_symbols(std::vector<ModelToken>& symbols, const MergeTable& merges);

}  // namespace tunebench
