// What the parts of a tokenizer search for: a fixed text or a regular expression.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/tokenizer/component_description.h"
#include "core/text/tokenizer/regular_expression.h"
#include "core/text/tokenizer/word_scanner.h"

namespace tunebench {

/// Immutable, threads may share one.
class TextPattern {
public:
    /// Called with [begin, end) and whether it is a match; the calls cover the text without gaps. Matches may
    /// be empty, what lies between them is not.
    using Visitor = std::function<void(std::size_t begin, std::size_t end, bool is_match)>;

    /// {"String": text} or {"Regex": expression}; a bare string counts as a text.
    static Result<TextPattern> make(const ComponentDescription& description);

    /// A text that is searched for as it is; an empty one matches nowhere.
    static TextPattern literal(std::string text);

    /// By a scanner where one is written for the expression.
    static Result<TextPattern> regular_expression(std::string_view expression);

    /// `text` is valid UTF-8. InvalidArgument with the pattern's place in its file where a search meets the
    /// limits of regular expressions; what follows is not visited.
    Result<void> for_each(std::string_view text, const Visitor& visit) const;

    /// The same, for what can only throw: an ErrorException.
    void for_each_or_throw(std::string_view text, const Visitor& visit) const;

private:
    TextPattern() = default;

    std::string literal_;
    WordScanner scanner_ = nullptr;
    std::shared_ptr<const RegularExpression> expression_;
    std::string place_ = {};  // in the file; empty for a pattern that no file has
};

}  // namespace tunebench
