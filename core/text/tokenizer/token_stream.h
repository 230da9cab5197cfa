// Decoding token by token, for text that is shown while it is generated.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

/// For valid text, what push and finish return one after another is what Tokenizer::decode gives for all
/// tokens at once. Not for several threads.
class TokenStream {
public:
    explicit TokenStream(Tokenizer tokenizer, bool skip_special_tokens = true)
        : tokenizer_(std::move(tokenizer)), skip_special_tokens_(skip_special_tokens) {}

    /// The text that became complete by this token: whole characters, often one token's, at times none.
    std::string push(std::int32_t id);

    /// What is left at the end: a character that never became whole, as U+FFFD.
    std::string finish();

private:
    std::string take(bool even_incomplete);

    Tokenizer tokenizer_;
    bool skip_special_tokens_;
    std::vector<std::int32_t>
        window_;               // the tokens of the last text, for their effect on the next, and new ones
    std::size_t emitted_ = 0;  // tokens of the window whose text was returned
};

}  // namespace tunebench
