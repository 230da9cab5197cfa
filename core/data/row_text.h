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

struct RowText {
    std::vector<Segment> segments = {};  // none: the row is empty
    bool special_tokens = true;          // around the first segment, as the tokenizer adds them to a prompt
    bool end_token = true;               // follows the last segment and is learned
    std::optional<Json> label = {};      // to be classified is the segment, or the pair of segments
    bool operator==(const RowText&) const = default;
};

}  // namespace tunebench
