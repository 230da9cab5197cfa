#include "core/text/mixed_text.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "core/base/random.h"
#include "core/text/unicode.h"

namespace tunebench {
namespace {

struct Script {
    char32_t first;
    std::uint64_t letters;
    std::size_t words;
    std::uint64_t longest;  // letters of a word
};

// Latin, Cyrillic, Greek, Arabic, Devanagari, Hangul, Han.
constexpr Script kScripts[] = {{U'a', 26, 30000, 12},  {0x430, 32, 20000, 10}, {0x3B1, 24, 8000, 10},
                               {0x627, 36, 8000, 8},   {0x905, 50, 8000, 8},   {0xAC00, 2000, 8000, 4},
                               {0x4E00, 4000, 8000, 3}};

class TextMaker {
public:
    explicit TextMaker(std::uint64_t seed) : random_(seed) {
        for (const auto& script : kScripts)
            words_.push_back(words_of(script));
    }

    std::string line() {
        const auto kind = random_.below(40);
        if (kind < 20)
            return prose(0);
        if (kind < 27)
            return prose(1 + random_.below(std::size(kScripts) - 1));
        if (kind < 35)
            return code();
        if (kind < 37)
            return numbers();
        return kind == 37 ? accented() : kind == 38 ? emoji() : white_space();
    }

private:
    std::vector<std::string> words_of(const Script& script) {
        std::vector<std::string> words(script.words);
        for (auto& word : words)
            for (auto left = 1 + random_.below(script.longest); left > 0; --left)
                append_utf8(word, script.first + static_cast<char32_t>(random_.below(script.letters)));
        return words;
    }

    /// Few words often and many seldom, as in language: the rank is drawn evenly by its logarithm.
    const std::string& word(std::size_t script) {
        const auto& words = words_[script];
        const auto rank = std::pow(static_cast<double>(words.size()), random_.uniform()) - 1.0;
        return words[std::min(words.size() - 1, static_cast<std::size_t>(rank))];
    }

    std::string prose(std::size_t script) {
        static constexpr std::string_view kSigns[] = {",", ".", "!", "?", ";", "'s", "…", " –", "\""};
        std::string line;
        for (auto left = 6 + random_.below(20); left > 0; --left) {
            line += word(script);
            if (random_.below(8) == 0)
                line += kSigns[random_.below(std::size(kSigns))];
            line += left > 1 ? ' ' : '\n';
        }
        return line;
    }

    std::string code() {
        const std::string indent(4 * random_.below(5), ' ');
        const auto& index = word(0);
        const auto& object = word(0);
        const auto& method = word(0);
        const auto& comment = word(0);
        const auto begin = random_.below(100);
        const auto mask = random_.below(1 << 20);
        return fmt::format(
            "{0}for (int {1} = {2}; {1} < {3}_count; ++{1}) {{\n{0}    {3}->{4}[{1}] += "
            "0x{5:X}; // {6}\n{0}}}\n",
            indent, index, begin, object, method, mask, comment);
    }

    /// Words with letters beyond ASCII, whole or as a letter and its mark.
    std::string accented() {
        static constexpr std::string_view kLetters[] = {"é", "ü", "ñ", "ç", "å", "ß", "ø", "ł", "e\u0301"};
        std::string line;
        for (auto left = 6 + random_.below(20); left > 0; --left) {
            line += word(0);
            line += kLetters[random_.below(std::size(kLetters))];
            line += word(0) + " ";
        }
        return line + "\n";
    }

    /// Of one code point and of several.
    std::string emoji() {
        static constexpr std::string_view kEmoji[] = {"😀", "🎉", "👍🏽", "❤️", "🇩🇪", "👩\u200D🔬"};
        std::string line;
        for (auto left = 1 + random_.below(10); left > 0; --left) {
            line += word(0) + " ";
            line += kEmoji[random_.below(std::size(kEmoji))];
        }
        return line + "\n";
    }

    std::string numbers() {
        std::string line;
        for (int i = 0; i < 8; ++i)
            line += fmt::format("{}\t", random_.below(std::uint64_t{1} << (1 + random_.below(40))));
        return line + "\n";
    }

    std::string white_space() {
        static constexpr std::string_view kRuns[] = {" ", "\t", "\n", " \n", "\r\n"};
        const auto run = kRuns[random_.below(std::size(kRuns))];
        std::string line;
        for (auto left = 1 + random_.below(40); left > 0; --left)
            line += run;
        return line + "\n";
    }

    Random random_;
    std::vector<std::vector<std::string>> words_;
};

}  // namespace

std::string mixed_text(std::size_t bytes, std::uint64_t seed) {
    TextMaker maker(seed);
    std::string text;
    text.reserve(bytes + 4096);
    while (text.size() < bytes)
        text += maker.line();
    return text;
}

}  // namespace tunebench
