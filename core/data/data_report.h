// Counting what became of the rows of data files.
#pragma once

#include "core/data/example.h"
#include "core/data/examples.h"

namespace tunebench {

/// Counts one more example: examples, truncated, truncated_tokens, tokens, supervised_tokens, longest.
void count_example(DataReport& report, const ExampleRecord& example);

/// Sets these counts to those of the examples.
void count_examples(DataReport& report, const Examples& examples);

/// Adds the rows of another file: all counts, and its layout where it is a new one.
void add_report(DataReport& report, const DataReport& file);

}  // namespace tunebench
