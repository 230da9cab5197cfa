// The added tokens of a tokenizer.json that only the files beside it know.
#pragma once

#include "core/base/json.h"
#include "core/text/tokenizer/sources/tokenizer_config.h"

namespace tunebench {

/// Completes the "added_tokens" of a tokenizer.json as transformers does whenever it loads one: the flags of
/// an added_tokens_decoder win, its tokens that the file lacks get the vocabulary's ids or the next ones, and
/// special tokens that the vocabulary has become added tokens. One that is named without a description and is
/// in no vocabulary is left out: the model has no row for it.
void add_named_tokens(const TokenizerConfig& config, Json& tokenizer);

}  // namespace tunebench
