// DuplicateFilter: which rows say what an earlier one said.
#pragma once

#include <string>
#include <unordered_set>

#include "core/data/row_text.h"

namespace tunebench {

class DuplicateFilter {
public:
    /// Whether no row before had the same texts, marks and label, byte for byte. Remembers 32 bytes a row.
    bool is_new(const RowText& row);

private:
    std::unordered_set<std::string> seen_;
};

}  // namespace tunebench
