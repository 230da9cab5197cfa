// What layouts share: the columns of a row, and conversations written with the chat template.
#pragma once

#include <optional>
#include <string>

#include "core/data/row_reader.h"

namespace tunebench {

/// The text of the part's column, which is there. Corrupt when it holds something else.
Result<std::string> text_in(const DataRow& row, std::string_view part, const RowFormat& format);

/// The same of a column that may be missing, null or blank: no text then.
Result<std::optional<std::string>> optional_text_in(const DataRow& row, std::string_view part,
                                                    const RowFormat& format);

/// The row's columns in the order of the file, which templates may print.
OrderedJson ordered_columns(const DataRow& row);

/// A conversation of a row, as the layout found it.
struct Conversation {
    OrderedJson messages = OrderedJson::array();
    OrderedJson tools = nullptr;
    std::size_t first_learned = 0;  // index of a message: answers before it are given
};

/// The functions in the column of the part "tools", or null.
Result<OrderedJson> tools_in(const OrderedJson& columns, const DataRow& row, const RowFormat& format);

/// The conversation as the chat template writes it, cut so that what the assistant wrote and its end of turn
/// are learned; the template alone decides about special tokens.
Result<RowText> write_conversation(const Conversation& conversation, const DataRow& row,
                                   const RowFormat& format);

}  // namespace tunebench
