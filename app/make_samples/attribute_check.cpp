#include "app/make_samples/attribute_check.h"

#include <algorithm>
#include <cctype>

namespace tunebench {
namespace {

constexpr std::string_view kBegin = "Describe: ";
constexpr std::string_view kEnd = "\nAnswer:";
constexpr std::string_view kBetween = "; ";
constexpr std::string_view kEquals = " = ";

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool has_words(std::string_view line, std::string_view words) {
    for (auto at = line.find(words); at != std::string_view::npos; at = line.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || !is_letter(line[at - 1])) && (end == line.size() || !is_letter(line[end])))
            return true;
    }
    return false;
}

}  // namespace

std::string describe_prompt(std::span<const Attribute> attributes) {
    std::string prompt(kBegin);
    for (const auto& attribute : attributes) {
        if (&attribute != attributes.data())
            prompt += kBetween;
        prompt += attribute.key;
        prompt += kEquals;
        prompt += attribute.value;
    }
    return prompt += kEnd;
}

std::vector<Attribute> attributes_of(std::string_view prompt) {
    if (!prompt.starts_with(kBegin) || !prompt.ends_with(kEnd) || prompt.size() < kBegin.size() + kEnd.size())
        return {};
    auto list = prompt.substr(kBegin.size(), prompt.size() - kBegin.size() - kEnd.size());
    std::vector<Attribute> attributes;
    while (true) {
        const auto end = list.find(kBetween);
        const auto entry = list.substr(0, end);
        const auto equals = entry.find(kEquals);
        if (equals == std::string_view::npos)
            return {};
        attributes.push_back(
            {std::string(entry.substr(0, equals)), std::string(entry.substr(equals + kEquals.size()))});
        if (end == std::string_view::npos)
            return attributes;
        list.remove_prefix(end + kBetween.size());
    }
}

bool attributes_in(std::string_view answer, std::span<const Attribute> attributes) {
    const auto begin = std::min(answer.find_first_not_of(" \t\r\n"), answer.size());
    answer.remove_prefix(begin);
    const auto line = lower(answer.substr(0, answer.find('\n')));
    return line.find('=') == std::string::npos &&
           std::all_of(attributes.begin(), attributes.end(),
                       [&](const Attribute& attribute) { return has_words(line, lower(attribute.value)); });
}

}  // namespace tunebench
