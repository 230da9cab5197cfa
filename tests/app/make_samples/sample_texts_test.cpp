#include "app/make_samples/sample_texts.h"

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "app/make_samples/attribute_check.h"
#include "app/make_samples/corpus.h"
#include "core/base/durable_file.h"

namespace tunebench {
namespace {

constexpr std::size_t kCorpusBytes = 400'000;

SampleTexts make() {
    auto texts = make_sample_texts({.corpus_bytes = kCorpusBytes});
    EXPECT_TRUE(texts) << texts.error().message;
    return *std::move(texts);
}

std::set<std::string> places_of(const std::vector<PromptRow>& rows) {
    std::set<std::string> places;
    for (const auto& row : rows) {
        const auto attributes = attributes_of(row.prompt);
        EXPECT_GE(attributes.size(), 4U) << row.prompt;
        places.insert(attributes[0].value + ";" + attributes[1].value + ";" + attributes[2].value);
    }
    return places;
}

std::set<std::string> prompts_of(const std::vector<PromptRow>& rows) {
    std::set<std::string> prompts;
    for (const auto& row : rows)
        prompts.insert(row.prompt);
    return prompts;
}

template <class Values>
std::size_t count_common(const Values& some, const Values& others) {
    std::size_t count = 0;
    for (const auto& value : some)
        count += others.contains(value);
    return count;
}

TEST(SampleTextsTest, AreTheSameForTheSameSeedAndOthersForAnother) {
    const auto first = make();
    const auto second = make();
    EXPECT_EQ(first.corpus, second.corpus);
    EXPECT_EQ(first.heldout, second.heldout);
    EXPECT_EQ(first.town.train, second.town.train);
    EXPECT_EQ(first.opinion.validation, second.opinion.validation);
    const auto other = make_sample_texts({.seed = 1, .corpus_bytes = 1000});
    ASSERT_TRUE(other);
    EXPECT_NE(other->town.train, first.town.train);
}

TEST(SampleTextsTest, StateEveryAttributeInEveryCompletion) {
    const auto texts = make();
    for (const auto* rows : {&texts.town.train, &texts.town.validation})
        for (const auto& row : *rows) {
            EXPECT_TRUE(attributes_in(row.completion, attributes_of(row.prompt)))
                << row.prompt << row.completion;
            EXPECT_TRUE(row.completion.starts_with(' ') && row.completion.ends_with('.')) << row.completion;
            EXPECT_LE(row.prompt.size() + row.completion.size(), 260U) << row.prompt;
        }
}

TEST(SampleTextsTest, ShareNoPlaceAndNoPromptBetweenTrainingAndValidation) {
    const auto texts = make();
    EXPECT_EQ(count_common(places_of(texts.town.train), places_of(texts.town.validation)), 0U);
    EXPECT_EQ(count_common(prompts_of(texts.opinion.train), prompts_of(texts.opinion.validation)), 0U);
    EXPECT_EQ(prompts_of(texts.town.train).size(), texts.town.train.size());
    EXPECT_EQ(prompts_of(texts.opinion.train).size(), texts.opinion.train.size());
}

TEST(SampleTextsTest, HaveTheSizesAskedFor) {
    const auto texts = make();
    const SampleSizes sizes;
    EXPECT_EQ(texts.town.train.size(), sizes.town_train);
    EXPECT_EQ(texts.town.validation.size(), sizes.town_validation);
    EXPECT_EQ(texts.opinion.train.size(), sizes.opinion_train);
    EXPECT_EQ(texts.opinion.validation.size(), sizes.opinion_validation);
    EXPECT_GE(join_documents(texts.heldout).size(), sizes.heldout_bytes);
    EXPECT_GE(join_documents(texts.corpus).size(), kCorpusBytes);
}

TEST(SampleTextsTest, HaveEachOpinionEquallyOften) {
    const auto texts = make();
    std::map<std::string, std::size_t> counts;
    for (const auto& row : texts.opinion.validation)
        ++counts[row.completion];
    const auto share = texts.opinion.validation.size() / 3;
    EXPECT_EQ(counts,
              (std::map<std::string, std::size_t>{{" good", share}, {" bad", share}, {" mixed", share}}));
}

TEST(SampleTextsTest, NeverShowTheTasksOrHeldOutTextInPretraining) {
    const auto texts = make();
    const std::set<std::string> heldout(texts.heldout.begin(), texts.heldout.end());
    for (const auto& document : texts.corpus) {
        EXPECT_FALSE(heldout.contains(document)) << document;
        for (const auto* mark : {"Describe:", "Answer:", "Opinion:", "Review of"})
            EXPECT_EQ(document.find(mark), std::string::npos) << document;
    }
}

TEST(SampleTextsTest, UseEveryValueOfTheTownTaskInPretraining) {
    const auto texts = make();
    const auto corpus = join_documents(texts.corpus);
    for (const auto& row : texts.town.validation)
        for (const auto& attribute : attributes_of(row.prompt))
            EXPECT_NE(corpus.find(attribute.value), std::string::npos) << attribute.value;
}

TEST(SampleTextsTest, AreWhatTheRepositoryHolds) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "tunebench-sample-texts";
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(write_sample_texts(make(), folder));
    const std::filesystem::path bundled = TUNEBENCH_SOURCE_DIR "/resources/samples";
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename();
        const auto made = read_file(entry.path(), 10'000'000);
        const auto kept = read_file(bundled / name, 10'000'000);
        ASSERT_TRUE(made && kept) << name;
        EXPECT_TRUE(*made == *kept) << name << ": make it again with tunebench-make-samples --texts-only";
        bytes += made->size();
    }
    EXPECT_LE(bytes, 2'000'000U);
    EXPECT_GT(bytes, 500'000U);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace tunebench
