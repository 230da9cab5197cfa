// Layout: which columns of a row a training example is made from, and what they are called in the user's
// files.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/formats/jsonl.h"
#include "core/run/run_config.h"

namespace tunebench {

/// The name in the file of each part of an example.
struct ColumnNames {
    std::string text = "text";
    std::string prompt = "prompt";
    std::string completion = "completion";
    std::string messages = "messages";
    std::string text_pair = "text_pair";  // classification; may be absent
    std::string label = "label";
    std::string tools = "tools";  // beside messages; may be missing
    bool operator==(const ColumnNames&) const = default;
};

/// `columns` maps parts to the file's names: {"prompt", "question"}. InvalidArgument for a part that does not
/// exist.
Result<ColumnNames> column_names(const TextMap& columns);

/// "text", "prompt-completion", "messages" or "classification", as in run files.
std::string_view layout_id(DataLayout layout);

/// The columns that the layout reads, as the file names them. `layout` is not Auto.
std::vector<std::string> layout_columns(DataLayout layout, const ColumnNames& names);

struct RecognisedLayout {
    DataLayout layout = DataLayout::Text;
    std::string reason = {};  // a sentence
};

/// Takes the first of messages, prompt-completion, text whose columns all of the rows have; when there is
/// none, the first that the first row has, so that reading stops at the row that differs. Corrupt for a row
/// that is no object; InvalidArgument, with the columns that are there, when no layout fits.
Result<RecognisedLayout> recognise_layout(std::span<const JsonlRow> rows, const ColumnNames& names,
                                          const std::filesystem::path& file);

/// For a run that classifies: there is one layout. Says which columns it takes from the first row. Corrupt
/// for a row that is no object.
Result<RecognisedLayout> classification_layout(const JsonlRow& first, const ColumnNames& names,
                                               const std::filesystem::path& file);

/// Corrupt when the row is no object, InvalidArgument when it lacks a column of the layout; both name file
/// and line.
Result<void> check_row(const JsonlRow& row, DataLayout layout, const ColumnNames& names,
                       const std::filesystem::path& file);

}  // namespace tunebench
