#include "core/text/tokenizer/class_union.h"

#include <cstddef>

namespace tunebench {

namespace {

std::string text_of(const ClassUnion& part) {
    std::string all = part.members.empty() ? "" : "[" + part.members + "]";
    for (const auto& one : part.classes)
        all += (all.empty() ? "" : "|") + one;
    const bool is_one = part.classes.empty() || (part.members.empty() && part.classes.size() == 1);
    return is_one ? all : "(?:" + all + ")";
}

}  // namespace

/// Looked at by each but the last, which takes it.
std::string intersection_of(const std::vector<ClassUnion>& unions) {
    if (unions.size() == 1)
        return text_of(unions.front());
    std::string all = "(?:";
    for (std::size_t i = 0; i + 1 < unions.size(); ++i)
        all += "(?=" + text_of(unions[i]) + ")";
    return all + text_of(unions.back()) + ")";
}

std::string complement_of(const std::vector<ClassUnion>& unions) {
    if (unions.size() == 1 && unions.front().classes.empty())
        return "[^" + unions.front().members + "]";
    return "(?:(?!" + intersection_of(unions) + ")(?s:.))";
}

}  // namespace tunebench
