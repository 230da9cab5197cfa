#include "core/text/tokenizer/class_union.h"

#include <cstddef>

namespace tunebench {

namespace {

// Only of what is not ahead PCRE2 forgets that it has looked: behind (?=...), (?>...) and the branches of
// (?:...|...) it keeps something until the match ends, and a word of a million characters ends it.

constexpr const char* kAnyCharacter = "(?s:.)";

std::string not_ahead(const std::string& text) {
    return "(?!" + text + ")";
}

/// One of them is ahead unless none is.
std::string text_of(const ClassUnion& part) {
    auto all = part.classes;
    if (!part.members.empty())
        all.insert(all.begin(), "[" + part.members + "]");
    if (all.size() == 1)
        return all.front();
    std::string none;
    for (const auto& one : all)
        none += not_ahead(one);
    return "(?:" + not_ahead(none) + kAnyCharacter + ")";
}

/// At the end of the text it may be true: what follows takes a character.
std::string ahead(const ClassUnion& part) {
    return part.classes.empty() ? not_ahead("[^" + part.members + "]") : not_ahead(not_ahead(text_of(part)));
}

}  // namespace

/// Looked at by each but the last, which takes it.
std::string intersection_of(const std::vector<ClassUnion>& unions) {
    if (unions.size() == 1)
        return text_of(unions.front());
    std::string all = "(?:";
    for (std::size_t i = 0; i + 1 < unions.size(); ++i)
        all += ahead(unions[i]);
    return all + text_of(unions.back()) + ")";
}

std::string complement_of(const std::vector<ClassUnion>& unions) {
    if (unions.size() == 1 && unions.front().classes.empty())
        return "[^" + unions.front().members + "]";
    return "(?:" + not_ahead(intersection_of(unions)) + kAnyCharacter + ")";
}

}  // namespace tunebench
