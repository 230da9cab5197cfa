#include "core/text/tokenizer/word_cache.h"

#include <string>
#include <thread>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::vector<ModelToken> tokens_of(int word) {
    std::vector<ModelToken> tokens;
    for (int i = 0; i <= word % 3; ++i)
        tokens.push_back({word + i, static_cast<std::uint32_t>(i)});
    return tokens;
}

std::string word_of(int number) {
    return std::string(static_cast<std::size_t>(number % 40), 'w') + std::to_string(number);
}

bool has_right_tokens(const WordCache& cache, int word) {
    std::vector<ModelToken> found = {{-1, 9}};  // what is there stays
    if (!cache.find(word_of(word), found))
        return false;
    const auto expected = tokens_of(word);
    bool is_right = found.size() == expected.size() + 1 && found[0].id == -1;
    for (std::size_t i = 0; is_right && i < expected.size(); ++i)
        is_right = found[i + 1].id == expected[i].id && found[i + 1].length == expected[i].length;
    EXPECT_TRUE(is_right) << word;
    return true;
}

void add(WordCache& cache, int word) {
    const auto tokens = tokens_of(word);
    cache.add(word_of(word), tokens.data(), tokens.size());
}

TEST(WordCacheTest, KnowsWhatItWasTold) {
    WordCache cache;
    for (int word = 0; word < 5000; ++word) {
        EXPECT_FALSE(has_right_tokens(cache, word));
        add(cache, word);
        add(cache, word);  // once more changes nothing
        EXPECT_TRUE(has_right_tokens(cache, word));
    }
    for (int word = 0; word < 5000; ++word)
        EXPECT_TRUE(has_right_tokens(cache, word));
}

TEST(WordCacheTest, RemembersNoLongWordsAndNotTooMany) {
    WordCache cache;
    const ModelToken token;
    std::vector<ModelToken> found;
    cache.add(std::string(65, 'a'), &token, 1);
    EXPECT_FALSE(cache.find(std::string(65, 'a'), found));
    int known = 0;
    for (int word = 0; word < 200000; ++word)
        add(cache, word);
    for (int word = 0; word < 200000; ++word)
        known += has_right_tokens(cache, word) ? 1 : 0;
    EXPECT_GT(known, 60000);
    EXPECT_LE(known, 65536);
}

TEST(WordCacheTest, AWordMayHaveNoTokensOrNoLetters) {
    WordCache cache;
    cache.add("x", nullptr, 0);
    const ModelToken token{7, 0};
    cache.add("", &token, 1);
    std::vector<ModelToken> found;
    EXPECT_TRUE(cache.find("x", found));
    EXPECT_TRUE(found.empty());
    EXPECT_TRUE(cache.find("", found));
    EXPECT_EQ(found.at(0).id, 7);
}

TEST(WordCacheTest, ThreadsMayAddAndFindAtOnce) {
    WordCache cache;
    std::vector<std::thread> threads;
    for (int first = 0; first < 4; ++first)
        threads.emplace_back([&cache, first] {
            for (int i = 0; i < 20000; ++i) {
                const int word = (i * 7 + first) % 3000;
                if (!has_right_tokens(cache, word))
                    add(cache, word);
            }
        });
    for (auto& thread : threads)
        thread.join();
    for (int word = 0; word < 3000; ++word)
        EXPECT_TRUE(has_right_tokens(cache, word));
}

}  // namespace
}  // namespace tunebench
