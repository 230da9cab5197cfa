#include "core/text/tokenizer/split_behavior.h"

#include <utility>

#include <fmt/format.h>

namespace tunebench {

Result<SplitBehavior> split_behavior(const ComponentDescription& description, SplitBehavior fallback) {
    static constexpr std::pair<std::string_view, SplitBehavior> kNames[] = {
        {"Removed", SplitBehavior::Removed},
        {"Isolated", SplitBehavior::Isolated},
        {"MergedWithPrevious", SplitBehavior::MergedWithPrevious},
        {"MergedWithNext", SplitBehavior::MergedWithNext},
        {"Contiguous", SplitBehavior::Contiguous},
    };
    TRY(const std::string name, description.text("behavior", ""));
    if (name.empty())
        return fallback;
    for (const auto& [known, behavior] : kNames)
        if (known == name)
            return behavior;
    return description.error(fmt::format("the behavior \"{}\" does not exist", name));
}

void Splitter::add(std::size_t begin, std::size_t end, bool is_match) {
    const Span span{begin, end};
    bool grows = false;
    switch (behavior_) {
        case SplitBehavior::Removed:
            if (!is_match)
                put(span);
            return;
        case SplitBehavior::Isolated:
            put(span);
            return;
        case SplitBehavior::MergedWithPrevious:
            grows = is_match && !previous_was_match_;
            break;
        case SplitBehavior::MergedWithNext:
            grows = !is_match && previous_was_match_;
            break;
        case SplitBehavior::Contiguous:
            grows = is_match == previous_was_match_;
            break;
    }
    if (grows && pending_)
        pending_->end = end;
    else
        replace_pending(span);
    previous_was_match_ = is_match;
}

void Splitter::finish() {
    if (pending_)
        put(*pending_);
    pending_.reset();
}

void Splitter::put(Span span) const {
    if (span.size() > 0)
        sink_(piece_.part(span.begin, span.end));
}

void Splitter::replace_pending(Span span) {
    if (pending_)
        put(*pending_);
    pending_ = span;
}

}  // namespace tunebench
