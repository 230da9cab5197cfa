// A text as tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text/span.h"

namespace tunebench {

struct Encoding {
    std::vector<std::int32_t> ids = {};

    /// For each token the bytes of the text that it stands for, ascending; empty for a token that stands for
    /// none (one added by the post-processor). Only filled when asked for. A token that is a part of one
    /// character's bytes has these bytes.
    std::vector<Span> spans = {};

    /// The first piece of the text, as the vocabulary would write it, that no token stands for where the
    /// tokenizer names none for what is unknown. Such pieces are left out.
    std::optional<std::string> unknown = {};
};

}  // namespace tunebench
