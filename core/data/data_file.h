// One data file to examples.
#pragma once

#include <filesystem>
#include <functional>
#include <limits>

#include "core/base/result.h"
#include "core/data/chat_format.h"
#include "core/data/dataset.h"
#include "core/data/duplicate_filter.h"
#include "core/data/example_builder.h"
#include "core/data/example_sink.h"
#include "core/data/labels.h"
#include "core/data/layout.h"
#include "core/formats/rows/row_source.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// The rows of an entry of data.train that count, over all files of a folder; moves on as they are read.
struct RowWindow {
    std::int64_t begin = 0;
    std::int64_t end = std::numeric_limits<std::int64_t>::max();
    std::int64_t position = 0;  // of the next row
};

/// What reading needs besides the file; refers to things that outlive it.
struct DataFileContext {
    const DataSection& data;
    const ColumnNames& names;
    const Tokenizer& tokenizer;
    const CancelToken& cancel;
    ExampleSink& sink;                      // takes the examples
    std::int64_t limit = 0;                 // rows; 0: all
    LabelTable* labels = nullptr;           // classification: where labels get their numbers
    DuplicateFilter* duplicates = nullptr;  // null: rows may say the same
    RowWindow* window = nullptr;            // null: all rows

    /// Gets every row that could be read, with its text, before that becomes tokens.
    std::function<void(const DataRow& row, const RowText& text, bool is_document)> on_row = {};
    /// Gets what became of every row that could be read, and how many tokens were cut off its end.
    std::function<void(const DataRow& row, RowUse use, std::int64_t cut_tokens)> on_use = {};
    /// Gets what is wrong with a row that cannot be read, or with a file none of whose rows can be used, and
    /// reading goes on; without it reading stops with the first.
    std::function<void(const Error& problem)> on_problem = {};
    /// Is told every few rows how many of the file were read, and how far it is.
    std::function<void(std::int64_t rows, const RowProgress& progress)> on_progress = {};
};

/// Hands the file's examples to the context's sink, and adds its counts to the report of `dataset`. Rows are
/// turned into examples on several threads; what comes out is the same as of one. Errors name file and line;
/// a file without a usable row is one, and says what became of its rows. Documents that are too long are
/// split; other examples are cut.
Result<void> append_data_file(Dataset& dataset, const std::filesystem::path& file, std::int32_t file_index,
                              const DataFileContext& context);

/// How many rows the file has. Malformed ones are errors.
Result<std::int64_t> count_rows(const std::filesystem::path& file, const CancelToken& cancel);

}  // namespace tunebench
