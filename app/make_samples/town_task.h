// The data-to-text task: the attributes of a place in, one sentence that states all of them out.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "app/make_samples/grammar.h"

namespace tunebench {

/// A row of a data file.
struct PromptRow {
    std::string prompt = {};
    std::string completion = {};

    bool operator==(const PromptRow&) const = default;
};

struct TaskRows {
    std::vector<PromptRow> train = {};
    std::vector<PromptRow> validation = {};
};

struct TownTask {
    TaskRows rows = {};
    /// identity_of every place in the validation rows: text for pretraining leaves these out.
    std::set<std::string> validation_places = {};
};

/// No two rows have the same prompt, and no place of validation (name, kind and street) is in train.
TownTask make_town_task(const Grammar& grammar, std::size_t train_count, std::size_t validation_count,
                        Random& random);

}  // namespace tunebench
