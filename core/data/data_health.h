// DataHealth: what the data doctor has to say of the rows of some files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/data/length_statistics.h"
#include "core/data/row_group.h"

namespace tunebench {

/// A row or a file that training stops at.
struct Refusal {
    RowPlace place = {};
    std::string reason = {};  // the error's message without file, line and column
    Error error = {};
};

/// Refusals that are alike.
struct RefusalReason {
    std::string reason = {};
    std::string first_message = {};  // of the first of them, with the file's name and not its folder
    std::string hint = {};
    std::string field = {};  // of the run file, where a setting is to blame
    RowGroup rows = {};
};

/// Of the training files, or of the validation file.
struct DataHealth {
    DataReport report = {};  // of the rows that could be read; without weights and the validation share
    std::int64_t refused = 0;
    std::vector<Refusal> refusals = {};       // of rows and files, the first twenty
    std::vector<RefusalReason> reasons = {};  // of all of them, the most frequent first
    LengthStatistics lengths = {};            // of examples, in tokens, before they are cut
    RowGroup truncated = {};                  // cut at max_length; of documents, which are split, none
    RowGroup cut_away = {};                   // left out: max_length cut off the whole answer
    RowGroup unlearnable = {};                // left out: nothing in them that the loss counts
    RowGroup empty = {};                      // left out: no text
    RowGroup repeated = {};                   // say what an earlier one said
    RowGroup blank_parts = {};                // one text is blank and another is not
    RowGroup empty_answers = {};              // a turn of the assistant says nothing
    RowGroup out_of_turn = {};                // user and assistant do not take turns
    RowGroup enormous = {};                   // a text of more than 256 KiB; documents do not count
    RowGroup unreadable_text = {};            // with U+FFFD
    RowGroup decoded_twice = {};              // with traces of a wrong encoding
    RowGroup control_characters = {};         // with characters that no text has
};

/// Counts what is wrong with a row of the file, or with the file, and keeps it among the first.
void add_refusal(DataHealth& health, std::string_view file, const Error& error);

}  // namespace tunebench
