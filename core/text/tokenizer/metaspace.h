// SentencePiece's visible space: what the pre-tokenizer and the decoder "Metaspace" share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"

namespace tunebench {

/// U+2581, which stands for a space.
constexpr std::string_view kVisibleSpace = "\xE2\x96\x81";

struct Metaspace {
    enum class Prepend : std::uint8_t { Always, First, Never };

    std::string replacement = std::string(kVisibleSpace);
    Prepend prepend = Prepend::Always;  // First: only where the text starts, not after an added token

    /// Members replacement, prepend_scheme, and add_prefix_space of older files. Corrupt for an empty
    /// replacement or an unknown scheme.
    static Result<Metaspace> make(const ComponentDescription& description);
};

}  // namespace tunebench
