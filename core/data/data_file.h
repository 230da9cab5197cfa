// One data file to examples.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/data/labels.h"
#include "core/data/layout.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// What reading needs besides the file; refers to things that outlive it.
struct DataFileContext {
    const DataSection& data;
    const ColumnNames& names;
    const Tokenizer& tokenizer;
    const CancelToken& cancel;
    std::int64_t limit = 0;        // rows; 0: all
    LabelTable* labels = nullptr;  // classification: where labels get their numbers
};

/// Appends the file's examples to `dataset` and its counts to the report. Errors name file and line; a file
/// without a usable row is one, and says what became of its rows.
Result<void> append_data_file(Dataset& dataset, const std::filesystem::path& file, std::int32_t file_index,
                              const DataFileContext& context);

}  // namespace tunebench
