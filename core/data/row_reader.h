// Reads the text of a row by its layout, and marks what the loss counts.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/data/chat_format.h"
#include "core/data/layout.h"
#include "core/data/row_text.h"

namespace tunebench {

/// How the rows of one file are read. Refers to things that outlive it.
struct RowFormat {
    DataLayout layout = DataLayout::Text;
    ColumnNames names = {};
    LossOn loss_on = LossOn::Completion;
    ChatChoice* chat = nullptr;       // of layouts that may hold conversations
    std::filesystem::path file = {};  // for errors
};

/// What the layout's description reads. With LossOn::All every segment is learned. No segments when the row
/// has no text but white space. Errors as check_row, and those of the layout; they name file and line.
Result<RowText> read_row(const DataRow& row, const RowFormat& format);

}  // namespace tunebench
