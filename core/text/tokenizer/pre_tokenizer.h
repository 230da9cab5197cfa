// Pre-tokenizers: cut the normalized text into words, which the model then cuts into tokens.
#pragma once

#include <functional>
#include <memory>

#include "core/base/result.h"
#include "core/text/tokenizer/aligned_text.h"
#include "core/text/tokenizer/component_description.h"

namespace tunebench {

/// What a pre-tokenizer's words are handed to, in order; a word is valid during the call.
using PieceSink = std::function<void(const Piece&)>;

/// Immutable, so that threads may share one. In and out: valid UTF-8.
class PreTokenizer {
public:
    virtual ~PreTokenizer() = default;

    /// Throws an ErrorException for a search that meets the limits of regular expressions.
    virtual void split(const Piece& piece, const PieceSink& sink) const = 0;

    /// Whether the words depend on where a piece stands in the text that was given.
    virtual bool looks_at_origins() const { return false; }
};

/// From the member "pre_tokenizer" of a tokenizer.json. Unsupported for an unknown type or an expression that
/// cannot be used, Corrupt for bad members.
Result<std::unique_ptr<const PreTokenizer>> make_pre_tokenizer(const ComponentDescription& description);

}  // namespace tunebench
