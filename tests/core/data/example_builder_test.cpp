#include "core/data/example_builder.h"

#include <algorithm>

#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

using Tokens = std::vector<std::int32_t>;
using Marks = std::vector<std::uint8_t>;

class ExampleBuilderTest : public DataTest {};

RowText question_and_answer(std::string question, std::string answer, bool learn_all = false) {
    return {.segments = {{.text = std::move(question), .supervised = learn_all},
                         {.text = std::move(answer), .supervised = true}}};
}

TEST_F(ExampleBuilderTest, LearnsTheAnswerAndTheEndTokenOnly) {
    Example example;
    EXPECT_EQ(*build_example(question_and_answer("ab", "cd"), tokenizer(), 100, example), RowUse::Used);
    EXPECT_EQ(example.tokens, (Tokens{kBegin, 'a', 'b', 'c', 'd', kEnd}));
    EXPECT_EQ(example.supervised, (Marks{0, 0, 0, 1, 1, 1}));
    EXPECT_EQ(example.cut_tokens, 0);
}

TEST_F(ExampleBuilderTest, StartsWithThePromptAsGenerationTokenizesIt) {
    for (const bool adds_begin : {false, true}) {
        const auto tokens = tokenizer(adds_begin);
        Example example;
        ASSERT_TRUE(build_example(question_and_answer("Question: é? ", "answer"), tokens, 100, example));
        const auto prompt = *tokens.encode("Question: é? ", true);
        ASSERT_GE(example.tokens.size(), prompt.size());
        EXPECT_TRUE(std::equal(prompt.begin(), prompt.end(), example.tokens.begin()));
        EXPECT_EQ(example.supervised[prompt.size()], 1);
        EXPECT_EQ(example.supervised[prompt.size() - 1], 0);
    }
}

TEST_F(ExampleBuilderTest, LearnsEverythingOfATextButTheFirstToken) {
    Example example;
    const RowText row = {.segments = {{.text = "abc", .supervised = true}}};
    EXPECT_EQ(*build_example(row, tokenizer(), 100, example), RowUse::Used);
    EXPECT_EQ(example.tokens, (Tokens{kBegin, 'a', 'b', 'c', kEnd}));
    EXPECT_EQ(example.supervised, (Marks{0, 1, 1, 1, 1}));
    Example without_begin;
    ASSERT_TRUE(build_example(row, tokenizer(false), 100, without_begin));
    EXPECT_EQ(without_begin.tokens, (Tokens{'a', 'b', 'c', kEnd}));
    EXPECT_EQ(without_begin.supervised, (Marks{0, 1, 1, 1}));
    EXPECT_TRUE(without_begin.learns_first);
    Example answer;
    ASSERT_TRUE(build_example(question_and_answer("ab", "c"), tokenizer(), 100, answer));
    EXPECT_FALSE(answer.learns_first);
}

TEST_F(ExampleBuilderTest, LearnsEverythingWhenAskedTo) {
    Example example;
    ASSERT_TRUE(build_example(question_and_answer("ab", "c", /*learn_all=*/true), tokenizer(), 100, example));
    EXPECT_EQ(example.supervised, (Marks{0, 1, 1, 1, 1}));
}

TEST_F(ExampleBuilderTest, KeepsTheStartAndCountsWhatItCuts) {
    Example example;
    EXPECT_EQ(*build_example(question_and_answer("ab", "cdef"), tokenizer(), 5, example), RowUse::Used);
    EXPECT_EQ(example.tokens, (Tokens{kBegin, 'a', 'b', 'c', 'd'}));
    EXPECT_EQ(example.supervised, (Marks{0, 0, 0, 1, 1}));
    EXPECT_EQ(example.cut_tokens, 3);
}

TEST_F(ExampleBuilderTest, SaysWhenTheAnswerIsCutAway) {
    Example example;
    EXPECT_EQ(*build_example(question_and_answer("abcdef", "g"), tokenizer(), 4, example), RowUse::CutAway);
}

TEST_F(ExampleBuilderTest, DoesNotCutAnExampleOfExactlyMaxLength) {
    Example example;
    EXPECT_EQ(*build_example(question_and_answer("ab", "cd"), tokenizer(), 6, example), RowUse::Used);
    EXPECT_EQ(example.cut_tokens, 0);
    EXPECT_EQ(example.tokens.back(), kEnd);
}

TEST_F(ExampleBuilderTest, FindsNothingToLearnInAnEmptyAnswer) {
    Example example;
    EXPECT_EQ(*build_example(question_and_answer("ab", ""), tokenizer(), 100, example), RowUse::Unsupervised);
    Example learned;
    EXPECT_EQ(*build_example(question_and_answer("ab", "", /*learn_all=*/true), tokenizer(), 100, learned),
              RowUse::Used);
    EXPECT_EQ(learned.supervised, (Marks{0, 1, 1, 1}));
}

TEST_F(ExampleBuilderTest, FindsNothingInARowWithoutSegments) {
    Example example;
    EXPECT_EQ(*build_example({}, tokenizer(), 100, example), RowUse::Empty);
}

TEST_F(ExampleBuilderTest, WritesNoEndTokenWhenTheModelHasNone) {
    Example example;
    EXPECT_EQ(
        *build_example(question_and_answer("a", "b"), tokenizer(true, OrderedJson::object()), 100, example),
        RowUse::Used);
    EXPECT_EQ(example.tokens, (Tokens{kBegin, 'a', 'b'}));
    // One token that nothing precedes is all there is.
    Example alone;
    const RowText row = {.segments = {{.text = "a", .supervised = true}}};
    EXPECT_EQ(*build_example(row, tokenizer(false, OrderedJson::object()), 100, alone), RowUse::Unsupervised);
}

TEST_F(ExampleBuilderTest, WritesOneEndTokenWhereTheTextEndsInIt) {
    Example example;
    ASSERT_TRUE(build_example(question_and_answer("a", "b</s>"), tokenizer(), 100, example));
    EXPECT_EQ(example.tokens, (Tokens{kBegin, 'a', 'b', kEnd}));
    EXPECT_EQ(example.supervised, (Marks{0, 0, 1, 1}));
}

TEST_F(ExampleBuilderTest, LeavesSpecialAndEndTokensToTheRow) {
    Example example;
    RowText row = question_and_answer("<|im_start|>", "hi<|im_end|>");
    row.special_tokens = row.end_token = false;
    EXPECT_EQ(*build_example(row, tokenizer(), 100, example), RowUse::Used);
    EXPECT_EQ(example.tokens, (Tokens{kTurnBegin, 'h', 'i', kTurnEnd}));
    EXPECT_EQ(example.supervised, (Marks{0, 1, 1, 1}));
}

}  // namespace
}  // namespace tunebench
