#include "core/text/tokenizer/bpe_trainer.h"

#include <map>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/core/text/tokenizer/small_tokenizer.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

const std::vector<std::string> kTexts = {"the cat sat on the mat", "the dog sat on the log",
                                         "the théâtre 123", "aaaaaaaa aaaa", "\xFF\xFE"};

BpeTrainer trainer_of(const std::vector<std::string>& texts) {
    BpeTrainer trainer;
    for (const std::string& text : texts)
        trainer.add(text);
    return trainer;
}

BpeTrainingOptions small_options() {
    BpeTrainingOptions options;
    options.vocabulary_size = 280;
    options.minimum_count = 1;
    options.special_tokens = {"<|end|>", "<|pad|>"};
    options.end_token = "<|end|>";
    options.pad_token = "<|pad|>";
    return options;
}

TEST(BpeTrainerTest, WritesATokenizerThatLoadsAndRoundTrips) {
    const auto files = trainer_of(kTexts).train(small_options());
    ASSERT_TRUE(files) << files.error().message;
    const test::TemporaryFolder folder;
    ASSERT_TRUE(files->write(folder.path()));
    const auto tokenizer = Tokenizer::load(folder.path());
    ASSERT_TRUE(tokenizer) << tokenizer.error().message;
    EXPECT_EQ(tokenizer->vocabulary_size(), 280);
    EXPECT_EQ(tokenizer->end_token(), 0);
    EXPECT_EQ(tokenizer->pad_token(), 1);
    EXPECT_TRUE(tokenizer->is_special(0));
    for (const std::string text : {"the cat", "unseen wörds 日本\n\t", "<|end|>the"}) {
        const auto ids = *tokenizer->encode(text, true);
        EXPECT_EQ(tokenizer->decode(ids, false), text);
    }
    EXPECT_EQ(tokenizer->encode(" the", false)->size(), 1U);
}

TEST(BpeTrainerTest, SameTextsGiveTheSameFilesInAnyOrder) {
    const auto first = trainer_of(kTexts).train(small_options());
    const auto second = trainer_of({kTexts.rbegin(), kTexts.rend()}).train(small_options());
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->tokenizer_json, second->tokenizer_json);
    EXPECT_EQ(first->tokenizer_config_json, second->tokenizer_config_json);
}

/// The definition: count all pairs anew for every merge.
std::vector<std::string> merges_by_definition(const std::vector<std::string>& words, std::size_t merges) {
    std::vector<std::vector<std::string>> corpus;
    for (const std::string& word : words) {
        corpus.emplace_back();
        for (const char letter : word)
            corpus.back().emplace_back(1, letter);
    }
    std::map<std::string, int> ids;  // of single letters in byte order, then of merges
    for (char letter = '!'; letter <= '~'; ++letter)
        ids.emplace(std::string(1, letter), letter);
    std::vector<std::string> result;
    while (result.size() < merges) {
        std::map<std::pair<int, int>, std::pair<int, std::string>> counts;
        for (const auto& word : corpus)
            for (std::size_t i = 0; i + 1 < word.size(); ++i) {
                auto& entry = counts[{ids.at(word[i]), ids.at(word[i + 1])}];
                ++entry.first;
                entry.second = word[i] + " " + word[i + 1];
            }
        const std::pair<int, std::string>* best = nullptr;
        for (const auto& [pair, entry] : counts)
            if (entry.first >= 2 && (!best || entry.first > best->first))
                best = &entry;
        if (!best)
            break;
        const std::string merge = best->second;
        const std::string left = merge.substr(0, merge.find(' '));
        const std::string right = merge.substr(merge.find(' ') + 1);
        ids.emplace(left + right, 1000 + static_cast<int>(ids.size()));
        result.push_back(merge);
        for (auto& word : corpus)
            for (std::size_t i = 0; i + 1 < word.size(); ++i)
                if (word[i] == left && word[i + 1] == right) {
                    word[i] += right;
                    word.erase(word.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                }
    }
    return result;
}

TEST(BpeTrainerTest, MergesAreThoseOfTheDefinition) {
    Random random(3);
    for (int round = 0; round < 30; ++round) {
        std::vector<std::string> words;
        BpeTrainer trainer;
        for (int i = 0; i < 60; ++i) {
            std::string word;
            for (std::uint64_t n = 1 + random.below(8); n > 0; --n)
                word += static_cast<char>('a' + random.below(3));
            words.push_back(word);
            trainer.add(word);
        }
        BpeTrainingOptions options;
        options.vocabulary_size = 256 + 25;
        const auto files = trainer.train(options);
        ASSERT_TRUE(files);
        const auto merges = parsed(files->tokenizer_json)["model"]["merges"].get<std::vector<std::string>>();
        const auto expected = merges_by_definition(words, merges.size());
        ASSERT_EQ(merges, expected);
    }
}

TEST(BpeTrainerTest, StopsWhenNoPairIsFrequentEnough) {
    BpeTrainingOptions options = small_options();
    options.minimum_count = 2;
    const auto files = trainer_of({"abcd"}).train(options);
    ASSERT_TRUE(files);
    EXPECT_EQ(parsed(files->tokenizer_json)["model"]["vocab"].size(), 258U);
}

TEST(BpeTrainerTest, ConfigNamesOnlyTheTokensThatWereGiven) {
    const auto files = trainer_of(kTexts).train(small_options());
    ASSERT_TRUE(files);
    const Json config = parsed(files->tokenizer_config_json);
    EXPECT_EQ(config["eos_token"], "<|end|>");
    EXPECT_FALSE(config.contains("bos_token"));
}

TEST(BpeTrainerTest, ImpossibleWishesAreRefused) {
    const BpeTrainer trainer = trainer_of(kTexts);
    BpeTrainingOptions too_small = small_options();
    too_small.vocabulary_size = 257;
    BpeTrainingOptions twice = small_options();
    twice.special_tokens = {"<|end|>", "<|pad|>", "<|end|>"};
    BpeTrainingOptions unknown = small_options();
    unknown.begin_token = "<|begin|>";
    for (const auto& options : {too_small, twice, unknown}) {
        const auto files = trainer.train(options);
        ASSERT_FALSE(files);
        EXPECT_EQ(files.error().code, ErrorCode::InvalidArgument);
    }
}

TEST(BpeTrainerTest, FolderThatIsMissingIsNamed) {
    const auto files = trainer_of(kTexts).train(small_options());
    ASSERT_TRUE(files);
    const test::TemporaryFolder folder;
    const auto written = files->write(folder.path() / "nowhere");
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().message.find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
