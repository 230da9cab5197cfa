// A text as tokens.
#pragma once

#include <cstdint>
#include <vector>

#include "core/text/span.h"

namespace tunebench {

struct Encoding {
    std::vector<std::int32_t> ids = {};

    /// For each token the bytes of the text that it stands for, ascending; empty for a token that stands for
    /// none (one added by the post-processor). Only filled when asked for. A token that is a part of one
    /// character's bytes has these bytes.
    std::vector<Span> spans = {};
};

}  // namespace tunebench
