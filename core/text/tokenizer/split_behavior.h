// What becomes of the matches when text is split at them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/text/span.h"
#include "core/text/tokenizer/component_description.h"
#include "core/text/tokenizer/pre_tokenizer.h"

namespace tunebench {

/// "a-b" split at "-": Removed a b; Isolated a - b; MergedWithPrevious a- b; MergedWithNext a -b;
/// Contiguous as Isolated, with neighbouring matches as one piece.
enum class SplitBehavior : std::uint8_t { Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous };

/// The member "behavior"; `fallback` when it is missing.
Result<SplitBehavior> split_behavior(const ComponentDescription& description, SplitBehavior fallback);

/// Takes the stretches of a piece in order, and hands on what the behavior makes of them. Empty pieces are
/// left out.
class Splitter {
public:
    Splitter(SplitBehavior behavior, const Piece& piece, const PieceSink& sink)
        : behavior_(behavior), piece_(piece), sink_(sink) {}

    void add(std::size_t begin, std::size_t end, bool is_match);

    /// After the last stretch.
    void finish();

private:
    void put(Span span) const;
    void replace_pending(Span span);

    SplitBehavior behavior_;
    const Piece& piece_;
    const PieceSink& sink_;
    std::optional<Span> pending_;  // may still grow
    bool previous_was_match_ = false;
};

}  // namespace tunebench
