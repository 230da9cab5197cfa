// RowChecks: what the data doctor counts about the text of rows as they are read.
#pragma once

#include <string>
#include <unordered_set>

#include "core/data/doctor.h"
#include "core/data/duplicate_filter.h"

namespace tunebench {

class RowChecks {
public:
    explicit RowChecks(DataHealth& health) : health_(health) {}

    void see(const RowText& text, bool is_document);

    /// Marks of all rows seen that have text, equal for rows that are equal but for white space around them.
    const std::unordered_set<std::string>& marks() const { return marks_; }

    /// How many rows had one of these marks.
    std::int64_t rows_among(const std::unordered_set<std::string>& others) const;

private:
    DataHealth& health_;
    DuplicateFilter duplicates_ = {};
    std::unordered_set<std::string> marks_ = {};
    std::vector<std::string> mark_of_row_ = {};
};

/// Counts the problem, and keeps it among the first.
void add_problem(DataHealth& health, const Error& problem);

}  // namespace tunebench
