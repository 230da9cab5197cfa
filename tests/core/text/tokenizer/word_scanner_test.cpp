#include "core/text/tokenizer/word_scanner.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/text/tokenizer/regular_expression.h"
#include "core/text/tokenizer/text_pattern.h"
#include "core/text/unicode.h"

namespace tunebench {
namespace {

std::vector<std::string> words(WordScanner scanner, std::string_view text) {
    std::vector<std::string> result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = scanner(text, begin);
        result.emplace_back(text.substr(begin, end - begin));
        begin = end;
    }
    return result;
}

using Texts = std::vector<std::string>;

TEST(WordScannerTest, Gpt2CutsContractionsSpacesAndNumbers) {
    EXPECT_EQ(words(&gpt2_word_end, "I'm  you'Re 12ab!?\n\n x "),
              (Texts{"I", "'m", " ", " you", "'", "Re", " 12", "ab", "!?", "\n\n", " x", " "}));
}

TEST(WordScannerTest, Llama3CutsDigitsByThreeAndKeepsLineBreaks) {
    EXPECT_EQ(
        words(&llama3_word_end, "I'M 12345 _ab (x)\n\n  \n  y\t\tz"),
        (Texts{"I", "'M", " ", "123", "45", " _", "ab", " (", "x", ")\n\n", "  \n", " ", " y", "\t", "\tz"}));
}

TEST(WordScannerTest, Qwen2CutsEveryDigit) {
    EXPECT_EQ(words(&qwen2_word_end, "a 123"), (Texts{"a", " ", "1", "2", "3"}));
}

TEST(WordScannerTest, KnowsItsExpressionsWithLineBreaksWrittenEitherWay) {
    EXPECT_EQ(scanner_for(kGpt2Expression), &gpt2_word_end);
    EXPECT_EQ(scanner_for(kLlama3Expression), &llama3_word_end);
    EXPECT_EQ(scanner_for(kQwen2Expression), &qwen2_word_end);
    EXPECT_EQ(scanner_for(R"(\p{L}+)"), nullptr);
    std::string with_line_breaks(kLlama3Expression);
    for (const auto& [escape, line_break] : {std::pair{R"(\r)", "\r"}, {R"(\n)", "\n"}})
        for (std::size_t at; (at = with_line_breaks.find(escape)) != std::string::npos;)
            with_line_breaks.replace(at, 2, line_break);
    EXPECT_EQ(scanner_for(with_line_breaks), &llama3_word_end);
}

/// Random text that meets every branch: runs of a few kinds of characters, and anything else. Only characters
/// that PCRE2's tables, which may be of another Unicode version, class as utf8proc's do.
class RandomText {
public:
    explicit RandomText(std::uint64_t seed) : random_(seed) {}

    std::string next() {
        std::string text;
        while (text.size() < 2000) {
            const char32_t character = pick();
            const std::uint64_t length = random_.below(4) == 0 ? 1 + random_.below(6) : 1;
            for (std::uint64_t i = 0; i < length; ++i)
                append_utf8(text, character);
        }
        return text;
    }

private:
    char32_t pick() {
        static constexpr std::u32string_view kTelling =
            U"''''stmdrevlSTMDREVLſ   \t\n\n\r\u00A0\u0085\u2003\u180E_-!12٣½aZé日\u0301😀";
        if (random_.below(3) > 0)
            return kTelling[random_.below(kTelling.size())];
        while (true) {
            const auto character = static_cast<char32_t>(random_.below(0x30000));
            const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
            if (!surrogate && same_class(character))
                return character;
        }
    }

    bool same_class(char32_t character) {
        std::string text;
        append_utf8(text, character);
        static constexpr const char* kProperties[] = {R"(\p{L})", R"(\p{N})", R"(\p{White_Space})",
                                                      R"([^\p{White_Space}\p{L}\p{N}])"};
        if (classes_.empty())
            for (const char* property : kProperties)
                classes_.push_back(*RegularExpression::compile(property));
        const auto index = static_cast<std::size_t>(character_class(character));
        return RegularExpression::Search(classes_[index], text).next()->has_value();
    }

    Random random_;
    std::vector<RegularExpression> classes_;
};

void expect_equal_to_pcre2(WordScanner scanner, std::string_view expression, std::uint64_t seed) {
    const auto compiled = RegularExpression::compile(expression);
    ASSERT_TRUE(compiled) << compiled.error().message;
    RandomText source(seed);
    for (std::size_t total = 0; total < (std::size_t{2} << 20);) {
        const std::string text = source.next();
        total += text.size();
        RegularExpression::Search search(*compiled, text);
        for (std::size_t at = 0; at < text.size();) {
            const auto match = *search.next();
            ASSERT_TRUE(match) << "no match at " << at;
            ASSERT_EQ(match->begin, at);
            ASSERT_EQ(scanner(text, at), match->end) << text.substr(at, 40);
            at = match->end;
        }
    }
}

TEST(WordScannerTest, Gpt2EqualsPcre2OnMegabytesOfRandomText) {
    expect_equal_to_pcre2(&gpt2_word_end, kGpt2Expression, 1);
}

TEST(WordScannerTest, Llama3EqualsPcre2OnMegabytesOfRandomText) {
    expect_equal_to_pcre2(&llama3_word_end, kLlama3Expression, 2);
}

TEST(WordScannerTest, Qwen2EqualsPcre2OnMegabytesOfRandomText) {
    expect_equal_to_pcre2(&qwen2_word_end, kQwen2Expression, 3);
}

TEST(WordScannerTest, OldCharactersHaveTheSameClassInPcre2) {
    const auto letter = *RegularExpression::compile(R"(\p{L})");
    const auto number = *RegularExpression::compile(R"(\p{N})");
    const auto space = *RegularExpression::compile(R"(\s)");
    const auto same = [](const RegularExpression& expression, char32_t character, CharacterClass expected) {
        std::string text;
        append_utf8(text, character);
        return RegularExpression::Search(expression, text).next()->has_value() ==
               (character_class(character) == expected);
    };
    for (const auto& [first, last] :
         {std::pair{1U, 0x2FFU}, {0x2000U, 0x206FU}, {0x3000U, 0x303FU}, {0x4E00U, 0x9FA5U}})
        for (char32_t character = first; character <= last; ++character) {
            ASSERT_TRUE(same(letter, character, CharacterClass::Letter)) << static_cast<unsigned>(character);
            ASSERT_TRUE(same(number, character, CharacterClass::Number)) << static_cast<unsigned>(character);
            ASSERT_TRUE(same(space, character, CharacterClass::Space)) << static_cast<unsigned>(character);
        }
}

}  // namespace
}  // namespace tunebench
