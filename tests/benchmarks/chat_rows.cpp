// tunebench-chat-rows ROWS BYTES: prints rows of conversations, three turns of BYTES bytes each, made up from
// a fixed seed.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/random.h"

namespace {

using tunebench::Random;

constexpr std::string_view kSyllables[] = {"ka",  "lo",  "mi",  "ter",  "an", "der", "ing", "est",
                                           "ou",  "pre", "con", "tion", "al", "ma",  "ro",  "ven",
                                           "sta", "li",  "qu",  "el",   "ba", "un"};
constexpr std::size_t kWords = 30000;
constexpr std::uint64_t kCommonWords = 300;

std::vector<std::string> made_up_words(Random& random) {
    std::vector<std::string> words(kWords);
    for (auto& word : words)
        for (auto left = 1 + random.below(4); left > 0; --left)
            word += kSyllables[random.below(std::size(kSyllables))];
    return words;
}

/// Three in five words are common ones.
std::string turn_text(const std::vector<std::string>& words, std::size_t bytes, Random& random) {
    std::string text;
    while (text.size() < bytes) {
        const auto among = random.below(5) < 3 ? kCommonWords : kWords;
        text += words[random.below(among)];
        text += random.below(12) == 0 ? ". " : " ";
    }
    text.resize(bytes);
    return text;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("tunebench-chat-rows ROWS BYTES: prints JSON Lines\n", stderr);
        return 2;
    }
    const auto rows = std::atoll(arguments[1]);
    const auto bytes = static_cast<std::size_t>(std::atoll(arguments[2]));
    Random random(5);
    const auto words = made_up_words(random);
    for (long long row = 0; row < rows; ++row) {
        std::string line = R"({"messages": [)";
        for (const auto* role : {"system", "user", "assistant"})
            line += std::string(line.ends_with('[') ? "" : ", ") + R"({"role": ")" + role +
                    R"(", "content": ")" + turn_text(words, bytes, random) + R"("})";
        std::puts((line + "]}").c_str());
    }
    return 0;
}
