// The tokens that a tokenizer's configuration wants at the beginning and the end of every text.
#pragma once

#include "core/base/json.h"
#include "core/text/tokenizer/sources/tokenizer_config.h"

namespace tunebench {

/// Makes the "post_processor" of a tokenizer.json anew from add_bos_token and add_eos_token, as transformers
/// does for the classes of Llama and Gemma whenever it loads one: DeepSeek's files, for example, count on
/// it. A token that the configuration does not name is that of the class. Leaves those of other classes, and
/// those whose configuration has neither key, as they are. `config` is that beside the tokenizer.json.
void set_begin_and_end(const TokenizerConfig& config, Json& tokenizer);

}  // namespace tunebench
