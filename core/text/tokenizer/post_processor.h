// Post-processors: add the special tokens that a model expects around a text.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"
#include "core/text/tokenizer/encoding.h"

namespace tunebench {

/// Tokens, and for each the type of text that it belongs to (BERT's token_type_ids).
struct TypedTokens {
    std::vector<std::int32_t> ids = {};
    std::vector<std::int32_t> types = {};

    void add(std::span<const std::int32_t> tokens, std::int32_t type) {
        ids.insert(ids.end(), tokens.begin(), tokens.end());
        types.insert(types.end(), tokens.size(), type);
    }
};

/// Immutable, so that threads may share one.
class PostProcessor {
public:
    virtual ~PostProcessor() = default;

    /// Adds them to the tokens of a text of `text_size` bytes. Spans are kept in step when there are any.
    virtual void add_special_tokens(Encoding& encoding, std::size_t text_size) const = 0;

    /// The tokens of one or two texts as one sequence; nothing where it says nothing of so many texts.
    virtual std::optional<TypedTokens> joined(std::span<const std::vector<std::int32_t>> /*texts*/) const {
        return std::nullopt;
    }
};

/// From the member "post_processor" of a tokenizer.json. Unsupported for an unknown type, Corrupt for bad
/// members.
Result<std::unique_ptr<const PostProcessor>> make_post_processor(const ComponentDescription& description);

}  // namespace tunebench
