// Post-processors: add the special tokens that a model expects around a text.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"
#include "core/text/tokenizer/encoding.h"

namespace tunebench {

/// Immutable, so that threads may share one.
class PostProcessor {
public:
    virtual ~PostProcessor() = default;

    /// Adds them to the tokens of a text of `text_size` bytes. Spans are kept in step when there are any.
    virtual void add_special_tokens(Encoding& encoding, std::size_t text_size) const = 0;

    /// The tokens of two texts as one sequence; nothing where it says nothing of pairs.
    virtual std::optional<std::vector<std::int32_t>> joined(
        const std::vector<std::int32_t>& /*first*/, const std::vector<std::int32_t>& /*second*/) const {
        return std::nullopt;
    }
};

/// From the member "post_processor" of a tokenizer.json. Unsupported for an unknown type, Corrupt for bad
/// members.
Result<std::unique_ptr<const PostProcessor>> make_post_processor(const ComponentDescription& description);

}  // namespace tunebench
