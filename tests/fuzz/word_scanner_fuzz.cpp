// The hand-written word scanners against the regular expressions that they stand for. Every byte of the input
// chooses a character that some alternative of an expression treats in its own way.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/tokenizer/regular_expression.h"
#include "core/text/tokenizer/word_scanner.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::RegularExpression;
using tunebench::fuzz::require;

constexpr std::size_t kLongestText = 2048;
constexpr std::string_view kCharacters[] = {
    "'", "'", "s", "S", "t", "r", "e", "v", "m", "l", "L", "d", "D", "ſ", "a", "É", "日", "ß", "ж", "1", "2",
    "３", "½", "Ⅳ", "²", " ", " ", "\t", "\n", "\r", "\v", "\f", ".", "-", "_", "!", "€", "。", "😀", "あ",
    "ﬁ", "\u0085", "\u00A0", "\u2028", "\u3000", "\u0301", "\u200D", "\u200B",
    // Letters and numbers of the rarer categories and of four bytes, marks, and near misses of white space.
    "ǅ", "ʰ", "ª", "ا", "ि", "𝟗", "𐍈", "𠀀", "\u1680", "\u180E", "\u2029", "\u202F", "\uFEFF", "\u20DD",
    "\u001C", "\u007F"};

RegularExpression compiled(std::string_view expression) {
    auto result = RegularExpression::compile(expression);
    require(result.has_value());
    return *std::move(result);
}

void compare(const RegularExpression& expression, tunebench::WordScanner scanner, std::string_view text) {
    RegularExpression::Search search(expression, text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = scanner(text, at);
        const auto found = search.next();
        require(found.has_value());
        const auto& match = *found;
        require(match && match->begin == at && match->end == end);
        at = end;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const RegularExpression gpt2 = compiled(tunebench::kGpt2Expression);
    static const RegularExpression llama3 = compiled(tunebench::kLlama3Expression);
    static const RegularExpression qwen2 = compiled(tunebench::kQwen2Expression);
    std::string text;
    for (std::size_t i = 0; i < size && text.size() < kLongestText; ++i)
        text += kCharacters[data[i] % std::size(kCharacters)];
    // Through scanner_for, as the tokenizer finds them.
    compare(gpt2, tunebench::scanner_for(tunebench::kGpt2Expression), text);
    compare(llama3, tunebench::scanner_for(tunebench::kLlama3Expression), text);
    compare(qwen2, tunebench::scanner_for(tunebench::kQwen2Expression), text);
    return 0;
}
