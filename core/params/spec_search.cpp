#include "core/params/spec_search.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tunebench {
namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

/// "warm-up_steps" has the words of "warm up steps".
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : lower(text))
        if (c == ' ' || c == '_' || c == '-' || c == '.')
            words.emplace_back();
        else
            words.back() += c;
    std::erase(words, std::string());
    return words;
}

std::string as_words(std::string_view text) {
    std::string result;
    for (const auto& word : words_of(text))
        result += word + " ";
    return result;
}

bool has_all(const std::string& text, const std::vector<std::string>& words) {
    return std::ranges::all_of(words, [&](const auto& word) { return text.find(word) != std::string::npos; });
}

}  // namespace

std::optional<int> search_rank(const ParamSpec& spec, std::string_view section, std::string_view typed) {
    const auto words = words_of(typed);
    if (words.empty())
        return {};
    const auto label = as_words(spec.label);
    if (label.starts_with(words.front()) && has_all(label, words))
        return 0;
    const std::array<std::string, 3> places = {label, label + as_words(spec.key) + as_words(section),
                                               label + as_words(spec.key) + as_words(section) +
                                                   as_words(spec.help) + as_words(spec.effect) +
                                                   as_words(spec.details)};
    for (std::size_t i = 0; i < places.size(); ++i)
        if (has_all(places[i], words))
            return static_cast<int>(i) + 1;
    return {};
}

}  // namespace tunebench
