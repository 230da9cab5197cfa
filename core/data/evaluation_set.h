// Rows added one by one to a JSON Lines file that is evaluated later: what a person keeps while trying a
// model out.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// {"prompt", "completion"}.
OrderedJson completion_row(const std::string& prompt, const std::string& completion);

/// {"messages": [...]}: a conversation that ends with the answer.
OrderedJson conversation_row(OrderedJson messages, const std::string& answer);

/// At the end of the file, which is made where there is none. InvalidArgument for a file whose rows have
/// other columns or that is no JSON Lines file: it is left as it is.
Result<void> append_evaluation_row(const std::filesystem::path& file, const OrderedJson& row);

/// The way back: takes the row out again if it is the last one; the file goes with its only row. NotFound
/// when something else came behind it.
Result<void> take_back_evaluation_row(const std::filesystem::path& file, const OrderedJson& row);

}  // namespace tunebench
