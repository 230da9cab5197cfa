#include "core/engine/evaluation/evaluate.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

constexpr std::int64_t kVocabulary = 512;  // of the shape "tiny"

Example example_of(int length, int prompt, bool learns_first = false) {
    Example example{.learns_first = learns_first};
    for (int i = 0; i < length; ++i) {
        example.tokens.push_back(static_cast<std::int32_t>((length * 31 + i * 17) % kVocabulary));
        example.supervised.push_back(i >= prompt && i > 0);
    }
    return example;
}

/// Of different lengths, so that packing moves them; the fourth has nothing that the loss counts.
std::vector<Example> examples() {
    return {example_of(5, 2), example_of(23, 9), example_of(9, 1), example_of(4, 4), example_of(30, 0, true)};
}

// A method that adds nothing, one whose virtual tokens are embedded, one whose prefix is not.
class EvaluateTest : public testing::TestWithParam<const char*> {
protected:
    EvaluateTest() : attached_(*find_method(GetParam()), test::defaults_of(*find_method(GetParam()))) {
        attached_.shake();
    }
    EvaluationResult evaluate(const std::vector<Example>& of, bool packing) const {
        return evaluate_examples(*attached_.model, of,
                                 {.batch_size = 2, .max_length = 40, .packing = packing}, {});
    }
    test::AttachedModel attached_;
};

TEST_P(EvaluateTest, TheLossOfEachExampleIsThatOfTheExampleAlone) {
    const auto all = examples();
    for (const bool packing : {false, true}) {
        const auto together = evaluate(all, packing);
        ASSERT_EQ(together.example_losses.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto alone = evaluate({all[i]}, packing);
            if (std::isnan(alone.loss)) {
                EXPECT_TRUE(std::isnan(together.example_losses[i])) << i;
            } else
                EXPECT_NEAR(together.example_losses[i], alone.loss, 1e-5) << i;
        }
        EXPECT_TRUE(std::isnan(together.example_losses[3]));
    }
}

TEST_P(EvaluateTest, PackingChangesNothing) {
    const auto one_by_one = evaluate(examples(), false), packed = evaluate(examples(), true);
    EXPECT_NEAR(one_by_one.loss, packed.loss, 1e-6);
    EXPECT_EQ(one_by_one.tokens, packed.tokens);
    EXPECT_EQ(one_by_one.token_accuracy, packed.token_accuracy);
}

INSTANTIATE_TEST_SUITE_P(Methods, EvaluateTest, testing::Values("lora", "prompt", "prefix"));

}  // namespace
}  // namespace tunebench
