#include "core/text/tokenizer/precompiled_map.h"

#include <gtest/gtest.h>

#include "core/text/tokenizer/base64.h"
#include "core/text/tokenizer/normalizer.h"
#include "tests/core/text/tokenizer/precompiled_bytes.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

using test::precompiled_bytes;

PrecompiledMap map_of(const std::map<std::string, std::string>& texts) {
    auto map = PrecompiledMap::parse(precompiled_bytes(texts));
    EXPECT_TRUE(map) << (map ? "" : map.error().message);
    return *std::move(map);
}

std::string normalized(const std::map<std::string, std::string>& texts, std::string_view text) {
    const Json json = {{"type", "Precompiled"},
                       {"precompiled_charsmap", to_base64(precompiled_bytes(texts))}};
    const auto normalizer = make_normalizer(ComponentDescription(json, "test"));
    EXPECT_TRUE(normalizer);
    AlignedText target{Piece(text), true};
    (*normalizer)->normalize(target);
    EXPECT_LE(target.piece().source(target.text().size()), text.size());
    return target.text();
}

TEST(PrecompiledMapTest, FindsTheShortestStart) {
    const auto map = map_of({{"ﬁ", "fi"}, {"a", "x"}, {"ab", "y"}, {"c", ""}});
    EXPECT_EQ(map.replacement("ﬁ"), "fi");
    EXPECT_EQ(map.replacement("ab"), "x");
    EXPECT_EQ(map.replacement("c"), "");
    EXPECT_FALSE(map.replacement("b"));
    EXPECT_FALSE(map.replacement(""));
    EXPECT_FALSE(map.replacement(std::string_view("\0", 1)));
    EXPECT_FALSE(map.replacement("\xEF"));
}

TEST(PrecompiledMapTest, ClustersAreLookedUpBeforeTheirCharacters) {
    const std::map<std::string, std::string> texts = {{"e\u0301", "é"}, {"\u0301", "^"}, {"日", "day"}};
    EXPECT_EQ(normalized(texts, "e\u0301 日x"), "é dayx");
    EXPECT_EQ(normalized(texts, "a\u0301"), "a^");
    EXPECT_EQ(normalized(texts, ""), "");
}

// A cluster of six bytes or more is not looked up as a whole, and one whose start is known is replaced whole.
TEST(PrecompiledMapTest, KeepsTheReferencesRulesForClusters) {
    EXPECT_EQ(normalized({{"日\u0301", "short"}}, "日\u0301"), "short");
    EXPECT_EQ(normalized({{"日\u0301\u0301", "long"}, {"\u0301", ""}}, "日\u0301\u0301"), "日");
    EXPECT_EQ(normalized({{"e", "E"}}, "e\u0301x"), "Ex");
    EXPECT_EQ(normalized({{"\r", " "}}, "a\r\nb"), "a b");
}

// The maps of Marian's fork write case as marks for an encoder that tokenizer.json does not have.
TEST(PrecompiledMapTest, AMapThatEncodesCaseIsReplacedByTheUsualRules) {
    const std::map<std::string, std::string> marks = {{"A", "Ua"}, {"!", "P!"}};
    EXPECT_EQ(normalized(marks, "A!\tﬁ\u200B"), "A! fi ");
    EXPECT_EQ(normalized({{"A", "Ua"}}, "A!\t"), "Ua!\t");
}

TEST(PrecompiledMapTest, BrokenMapsAreRefused) {
    const std::string whole = precompiled_bytes({{"a", "b"}});
    for (std::size_t size = 0; size < 1000; size += 7)
        EXPECT_FALSE(PrecompiledMap::parse(whole.substr(0, size))) << size;
    EXPECT_FALSE(PrecompiledMap::parse(std::string(4, '\0')));
    EXPECT_FALSE(PrecompiledMap::parse(std::string("\xFF\xFF\xFF\xFF", 4) + whole));
    EXPECT_FALSE(PrecompiledMap::parse(std::string("\x03\0\0\0abcd", 8)));
    EXPECT_FALSE(PrecompiledMap::parse(precompiled_bytes({{"a", "\xFF"}})));
    for (const char* text : {"", "AAAA", "not base64!", "////"}) {
        const Json json = {{"type", "Precompiled"}, {"precompiled_charsmap", text}};
        const auto normalizer = make_normalizer(ComponentDescription(json, "tokenizer.json, normalizer"));
        ASSERT_FALSE(normalizer) << text;
        EXPECT_TRUE(normalizer.error().message.starts_with("tokenizer.json, normalizer"));
    }
}

// Offsets that lead out of the trie, and values that point beyond or into the middle of the replacements.
TEST(PrecompiledMapTest, WrongOffsetsFindNothing) {
    const auto find = [](std::uint32_t root, std::uint32_t child, std::uint32_t value) {
        std::vector<std::uint32_t> units(512, 0);
        units[0] = root;
        units[256 ^ 'a'] = child;
        units[256] = value;
        std::string bytes = {'\0', '\x08', '\0', '\0'};
        for (const std::uint32_t unit : units)
            for (int shift = 0; shift < 32; shift += 8)
                bytes += static_cast<char>(unit >> shift);
        const auto map = PrecompiledMap::parse(bytes + "é" + '\0');
        EXPECT_TRUE(map);
        const auto found = map->replacement("a");
        return found ? std::string(*found) : "nothing";
    };
    const std::uint32_t to_children = 256U << 10;
    const std::uint32_t to_value = static_cast<std::uint32_t>('a') << 10 | 1U << 8 | 'a';
    EXPECT_EQ(find(to_children, to_value, 0x8000'0000), "é");
    EXPECT_EQ(find(to_children, to_value, 0x8000'0001), "nothing");
    EXPECT_EQ(find(to_children, to_value, 0xFFFF'FFFF), "nothing");
    EXPECT_EQ(find(0xFFFF'FFFF, to_value, 0x8000'0000), "nothing");
    EXPECT_EQ(find(to_children, 0xFFFF'FF00 | 'a', 0x8000'0000), "nothing");
}

}  // namespace
}  // namespace tunebench
