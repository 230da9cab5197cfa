// Decoders: turn tokens back into text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"

namespace tunebench {

/// Immutable, so that threads may share one.
class Decoder {
public:
    virtual ~Decoder() = default;

    /// Rewrites the tokens of a text as stretches of it; joined they are the text. May join or drop some.
    virtual void decode(std::vector<std::string>& tokens) const = 0;
};

/// From the member "decoder" of a tokenizer.json. Unsupported for an unknown type, Corrupt for bad members.
Result<std::unique_ptr<const Decoder>> make_decoder(const ComponentDescription& description);

}  // namespace tunebench
