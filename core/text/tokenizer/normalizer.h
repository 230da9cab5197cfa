// Normalizers: edits of the text before it is cut into words (case, Unicode forms, spaces).
#pragma once

#include <memory>

#include "core/base/result.h"
#include "core/text/tokenizer/aligned_text.h"
#include "core/text/tokenizer/component_description.h"

namespace tunebench {

/// Immutable, so that threads may share one. In and out: valid UTF-8.
class Normalizer {
public:
    virtual ~Normalizer() = default;

    /// Throws an ErrorException for a search that meets the limits of regular expressions.
    virtual void normalize(AlignedText& text) const = 0;
};

/// From the member "normalizer" of a tokenizer.json. Unsupported for an unknown type, Corrupt for bad
/// members.
Result<std::unique_ptr<const Normalizer>> make_normalizer(const ComponentDescription& description);

}  // namespace tunebench
