#include "core/interchange/python_json.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <limits>

namespace tunebench {
namespace {

constexpr std::array<std::string_view, 3> kBareWords = {"-Infinity", "Infinity", "NaN"};

std::string_view bare_word_at(std::string_view text) {
    for (const auto word : kBareWords)
        if (text.starts_with(word))
            return word;
    return {};
}

}  // namespace

std::string with_quoted_non_numbers(std::string_view text) {
    std::string quoted;
    quoted.reserve(text.size());
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto word = in_string ? std::string_view() : bare_word_at(text.substr(i));
        if (!word.empty()) {
            quoted.append("\"").append(word).append("\"");
            i += word.size() - 1;
            continue;
        }
        quoted += text[i];
        if (in_string && text[i] == '\\' && i + 1 < text.size())
            quoted += text[++i];
        else if (text[i] == '"')
            in_string = !in_string;
    }
    return quoted;
}

std::optional<double> non_number(std::string_view word) {
    std::string name(word);
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool is_negative = name.starts_with('-');
    if (is_negative || name.starts_with('+'))
        name.erase(0, 1);
    if (name == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (name != "inf" && name != "infinity")
        return {};
    return is_negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
}

}  // namespace tunebench
