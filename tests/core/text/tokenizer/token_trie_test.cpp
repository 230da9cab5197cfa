#include "core/text/tokenizer/token_trie.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

using Found = std::vector<std::pair<std::size_t, std::int32_t>>;

Found prefixes(const TokenTrie& trie, std::string_view text) {
    Found found;
    trie.for_each_prefix(text, [&](std::size_t length, std::int32_t id) { found.emplace_back(length, id); });
    return found;
}

TEST(TokenTrieTest, FindsEveryTokenThatATextStartsWith) {
    const TokenTrie trie({{"ab", 1}, {"a", 0}, {"abcd", 2}, {"b", 3}, {"日", 4}});
    EXPECT_EQ(prefixes(trie, "abcde"), (Found{{1, 0}, {2, 1}, {4, 2}}));
    EXPECT_EQ(prefixes(trie, "abc"), (Found{{1, 0}, {2, 1}}));
    EXPECT_EQ(prefixes(trie, "日本"), (Found{{3, 4}}));
    EXPECT_EQ(prefixes(trie, "c"), Found{});
    EXPECT_EQ(prefixes(trie, ""), Found{});
}

TEST(TokenTrieTest, EmptyTokensAreLeftOutAndOfEqualOnesTheLastCounts) {
    EXPECT_EQ(prefixes(TokenTrie({{"", 0}, {"a", 1}, {"a", 2}}), "aa"), (Found{{1, 2}}));
    EXPECT_EQ(prefixes(TokenTrie({}), "a"), Found{});
    EXPECT_EQ(prefixes(TokenTrie({{"", 0}}), "a"), Found{});
}

TEST(TokenTrieTest, EveryByteCanLeadOn) {
    std::vector<std::string> texts;
    for (int byte = 0; byte < 256; ++byte)
        texts.push_back(std::string("x") + static_cast<char>(byte));
    std::vector<std::pair<std::string_view, std::int32_t>> tokens;
    for (const std::string& text : texts)
        tokens.emplace_back(text, static_cast<std::int32_t>(tokens.size()));
    const TokenTrie trie(tokens);
    for (std::size_t byte = 0; byte < texts.size(); ++byte)
        EXPECT_EQ(prefixes(trie, texts[byte]), (Found{{2, static_cast<std::int32_t>(byte)}}));
}

}  // namespace
}  // namespace tunebench
