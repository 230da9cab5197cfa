// RowChecks: what the data doctor counts about the text of rows as they are read.
#pragma once

#include <string>
#include <unordered_set>

#include "core/data/data_health.h"
#include "core/data/duplicate_filter.h"
#include "core/data/example_builder.h"

namespace tunebench {

class RowChecks {
public:
    /// `training_marks`: those of the training files, for the rows of the validation file; null: not asked.
    explicit RowChecks(DataHealth& health, const std::unordered_set<std::string>* training_marks = nullptr)
        : health_(health), training_marks_(training_marks) {}

    void see_text(const RowPlace& place, const RowText& text, bool is_document);
    void see_use(const RowPlace& place, RowUse use, bool is_cut);

    /// Marks of all rows seen that have text, equal for rows that are equal but for white space around them.
    const std::unordered_set<std::string>& marks() const { return marks_; }

    /// The rows whose mark is among those of the training files.
    const RowGroup& leaked() const { return leaked_; }

private:
    DataHealth& health_;
    const std::unordered_set<std::string>* training_marks_;
    DuplicateFilter duplicates_ = {};
    std::unordered_set<std::string> marks_ = {};
    RowGroup leaked_ = {};
};

}  // namespace tunebench
