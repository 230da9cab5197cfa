// Counting what became of the rows of data files.
#pragma once

#include <span>

#include "core/data/example.h"

namespace tunebench {

/// Sets the counts that follow from the examples: examples, truncated, truncated_tokens, tokens,
/// supervised_tokens, longest.
void count_examples(DataReport& report, std::span<const Example> examples);

/// Adds the rows of another file: all counts, and its layout where it is a new one.
void add_report(DataReport& report, const DataReport& file);

}  // namespace tunebench
