// Reads the text of a row by its layout, and marks what the loss counts.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/result.h"
#include "core/data/chat_format.h"
#include "core/data/layout.h"
#include "core/data/row_text.h"
#include "core/formats/jsonl.h"

namespace tunebench {

/// How the rows of one file are read. Refers to things that outlive it.
struct RowFormat {
    DataLayout layout = DataLayout::Text;
    ColumnNames names = {};
    LossOn loss_on = LossOn::Completion;
    const ChatFormat* chat = nullptr;  // of the layout messages
    std::filesystem::path file = {};   // for errors
};

/// text: one segment, learned. prompt-completion: two, the second learned. messages: the conversation as the
/// chat template writes it, cut so that what the assistant wrote and its end of turn are learned; the
/// template alone decides about special tokens there. With LossOn::All every segment is learned. No segments
/// when the row has no text but white space. Errors as check_row, and Corrupt for a column of the wrong type;
/// they name file and line.
Result<RowText> read_row(const JsonlRow& row, const RowFormat& format);

/// What classification reads of a row.
struct LabelledText {
    std::string text = {};  // empty: the row has none but white space
    std::optional<std::string> pair = {};
    Json label = {};
};

/// The same errors; what the label may be is for the label table to say.
Result<LabelledText> read_labelled_row(const JsonlRow& row, const RowFormat& format);

}  // namespace tunebench
