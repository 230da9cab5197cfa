#include "core/data/duplicate_filter.h"

#include <fmt/format.h>

#include "core/base/sha256.h"

namespace tunebench {

bool DuplicateFilter::is_new(const RowText& row) {
    Sha256 hash;
    for (const auto& segment : row.segments) {
        // With its length in front: "ab", "c" and "a", "bc" are two rows.
        hash.update(fmt::format("{}{}:", segment.supervised ? '+' : '-', segment.text.size()));
        hash.update(segment.text);
    }
    if (row.label)
        hash.update(json_text(*row.label));
    return seen_.insert(hash.hex().substr(0, 32)).second;
}

}  // namespace tunebench
