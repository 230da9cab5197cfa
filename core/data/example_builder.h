// From a row's text to an example: tokens, marks, and the cut at max_length.
#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/data/row_text.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// What became of a row.
enum class RowUse {
    Used,
    Empty,         // no text
    Unsupervised,  // nothing for the loss to count: no supervised segment with text
    CutAway,       // max_length cut off everything the loss would count
    Duplicate      // a row before says the same
};

/// Tokenizes segment by segment (the first with the tokenizer's special tokens if the row wants them),
/// appends the end token unless the tokenizer already did, and keeps the first max_length tokens. Sets
/// tokens, supervised and cut_tokens of `example`. An end token alone is nothing to learn: an empty answer
/// makes a row Unsupervised. Errors of Tokenizer::encode.
Result<RowUse> build_example(const RowText& row, const Tokenizer& tokenizer, std::int64_t max_length,
                             Example& example);

/// An example as several of at most max_length tokens. Each further one begins with the last token of the one
/// before, so that every token is learned once.
std::vector<Example> split_example(Example whole, std::int64_t max_length);

/// Tokens of a text, or of two, to be classified, special tokens included; what is cut to fit is the text.
/// Errors of Tokenizer::encode.
Result<void> build_classified_example(std::string_view text, std::optional<std::string_view> pair,
                                      const Tokenizer& tokenizer, std::int64_t max_length, Example& example);

}  // namespace tunebench
