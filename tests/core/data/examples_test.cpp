#include "core/data/examples.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

std::vector<Example> some(std::size_t count) {
    std::vector<Example> examples(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto& example = examples[i];
        example.tokens.assign(i % 5, static_cast<std::int32_t>(i));
        example.supervised.assign(i % 5, i % 2 == 0 ? 1 : 0);
        example.learns_first = i % 3 == 0;
        example.source_line = static_cast<std::int64_t>(i) + 7;
        example.source_file = static_cast<std::int32_t>(i / 10);
        example.cut_tokens = static_cast<std::int32_t>(i % 4);
        example.label = static_cast<std::int32_t>(i % 3) - 1;
    }
    return examples;
}

TEST(ExamplesTest, GiveBackWhatWentIn) {
    const auto in = some(3000);  // more than a block of records
    const Examples examples = in;
    ASSERT_EQ(examples.size(), in.size());
    for (std::size_t i = 0; i < in.size(); ++i)
        ASSERT_EQ(examples[i], in[i]);
    EXPECT_EQ((std::vector<Example>{examples.begin(), examples.end()}), in);
    EXPECT_EQ(examples.front(), in.front());
    EXPECT_EQ(examples.back(), in.back());
    EXPECT_TRUE(Examples().empty());
}

TEST(ExamplesTest, RecordsTellOfExamplesWithoutTheirTokens) {
    const auto in = some(2500);
    const Examples examples = in;
    std::size_t at = 0;
    examples.for_each_record([&](const ExampleRecord& record) {
        const auto& example = in[at++];
        EXPECT_EQ(record.length, example.tokens.size());
        EXPECT_EQ(record.supervised, at % 2 == 1 ? example.tokens.size() : 0);
        EXPECT_EQ(record.source_line, example.source_line);
        EXPECT_EQ(record.label, example.label);
    });
    EXPECT_EQ(at, in.size());
}

TEST(ExamplesTest, SomeOfSomeKeepTheirOrder) {
    const auto in = some(2000);
    const Examples all = in;
    const auto few = all.selected({1999, 5, 5, 0, 1500});
    EXPECT_EQ((std::vector<Example>{few.begin(), few.end()}),
              (std::vector<Example>{in[1999], in[5], in[5], in[0], in[1500]}));
    const auto fewer = few.selected({4, 1});
    EXPECT_EQ((std::vector<Example>{fewer.begin(), fewer.end()}), (std::vector<Example>{in[1500], in[5]}));
    std::vector<std::int64_t> lines;
    few.for_each_record([&](const ExampleRecord& record) { lines.push_back(record.source_line); });
    EXPECT_EQ(lines, (std::vector<std::int64_t>{2006, 12, 12, 7, 1507}));
    EXPECT_EQ(all.size(), 2000U);
}

TEST(ExamplesTest, APairKeepsWhichTokensAreOfItsSecondText) {
    const Example pair = {
        .tokens = {1, 2, (1 << 30) - 1}, .supervised = {0, 1, 0}, .second_text = {0, 1, 1}, .label = 2};
    const Examples examples = std::vector<Example>{pair, Example{.tokens = {4}, .supervised = {0}}};
    EXPECT_EQ(examples[0], pair);
    EXPECT_TRUE(examples[1].second_text.empty());
}

TEST(ExamplesTest, NumbersOfLabelsBecomeClasses) {
    auto storage = std::make_shared<MemoryExamples>();
    for (const auto& example : some(9))
        ASSERT_TRUE(storage->append(example));
    const Examples examples(storage, {1, 0});
    EXPECT_EQ(examples[0].label, -1) << "none stays none";
    EXPECT_EQ(examples[1].label, 1);
    EXPECT_EQ(examples[2].label, 0);
}

}  // namespace
}  // namespace tunebench
