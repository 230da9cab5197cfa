// Two classes of short texts that a rule tells apart, for runs that classify.
#pragma once

#include <filesystem>

#include "core/run/run_config.h"

namespace tunebench::test {

/// Lines of {"text", "label"}: visits to a place, "good" or "bad" by the words for it; the rest of a text
/// says nothing. The same for the same `first`; different ones share no text.
void write_labelled_data(const std::filesystem::path& file, int rows, int first = 0);

/// The same with texts of more than a thousand letters.
void write_long_labelled_data(const std::filesystem::path& file, int rows);

/// Makes the run one that classifies such data, written below `folder`.
void make_classification(RunConfig& config, const std::filesystem::path& folder, int training_rows,
                         int validation_rows);

}  // namespace tunebench::test
