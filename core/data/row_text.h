// RowText: a row of a data file as the pieces of text that the model sees, each marked with whether it is
// learned. Pieces are tokenized one by one, so that a token never spans the border between question and
// answer: when the model is asked later, its input ends there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"

namespace tunebench {

struct Segment {
    std::string text = {};
    bool supervised = false;
    bool operator==(const Segment&) const = default;
};

/// What is odd about the turns of a conversation, though a template may write it.
struct TurnFlaws {
    bool has_empty_answer = false;  // a turn of the assistant that says nothing
    bool is_out_of_turn = false;    // user and assistant do not take turns, or the assistant begins
    bool operator==(const TurnFlaws&) const = default;
};

struct RowText {
    std::vector<Segment> segments = {};  // none: the row is empty
    bool special_tokens = true;          // around the first segment, as the tokenizer adds them to a prompt
    bool end_token = true;               // follows the last segment and is learned
    std::optional<Json> label = {};      // to be classified is the segment, or the pair of segments
    TurnFlaws turns = {};                // of a conversation
    bool operator==(const RowText&) const = default;
};

}  // namespace tunebench
