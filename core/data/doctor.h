// The data doctor: reads all data of a run by the code that trains on it, and says what is wrong with it
// instead of stopping at the first bad row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/data/labels.h"
#include "core/data/length_statistics.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

struct ProblemCount {
    std::string reason = {};  // without file, line and column
    std::int64_t rows = 0;
    bool operator==(const ProblemCount&) const = default;
};

/// What is to be said of the rows of the training files, or of those of the validation file.
struct DataHealth {
    DataReport report = {};  // of the rows that could be read; without weights and the validation share
    std::int64_t refused = 0;
    std::vector<Error> problems = {};        // of refused rows and files, the first twenty
    std::vector<ProblemCount> reasons = {};  // of all of them, the most frequent first
    LengthStatistics lengths = {};           // of examples, in tokens, before they are cut
    std::int64_t repeated = 0;               // rows that say what an earlier one said
    std::int64_t blank_parts = 0;            // rows of which one text is blank and another is not
    std::int64_t enormous = 0;               // rows with a text of more than 256 KiB; documents do not count
    std::int64_t unreadable_text = 0;        // rows with U+FFFD
    std::int64_t decoded_twice = 0;          // rows with traces of a wrong encoding
};

struct Diagnosis {
    DataHealth train = {};
    DataHealth validation = {};
    std::int64_t leaked = 0;  // rows of the validation file that the training files have too, white space
                              // around them aside
};

/// Reads everything; with `labels` as a run that classifies does. Cancelled, and errors that no row is to
/// blame for: columns and templates that do not exist, data.train without a file.
Result<Diagnosis> examine_data(const DataSection& data, const Tokenizer& tokenizer, const CancelToken& cancel,
                               const LabelSource* labels = nullptr);

}  // namespace tunebench
