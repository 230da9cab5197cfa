#include "core/params/spec_search.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

ParamSpec warm_up() {
    return {.key = "warmup_ratio",
            .label = "Warm-up",
            .help = "Share of the run over which the rate rises from 0.",
            .effect = "Longer: a steadier start.",
            .details = "3 to 10 % keep the first steps from spoiling the model."};
}

std::optional<int> rank_of(std::string_view typed) {
    return search_rank(warm_up(), "Learning-rate schedule", typed);
}

TEST(SpecSearchTest, LabelsComeBeforeKeysAndKeysBeforeExplanations) {
    EXPECT_EQ(rank_of("warm"), 0);
    EXPECT_EQ(rank_of("WARM-UP"), 0);
    EXPECT_EQ(rank_of("warm up"), 0);
    EXPECT_EQ(rank_of("up"), 1);
    EXPECT_EQ(rank_of("ratio"), 2);
    EXPECT_EQ(rank_of("schedule"), 2);
    EXPECT_EQ(rank_of("spoiling"), 3);
    EXPECT_EQ(rank_of("steadier"), 3);
}

TEST(SpecSearchTest, EveryWordMustBeThere) {
    EXPECT_TRUE(rank_of("rate rises"));
    EXPECT_EQ(rank_of("warm schedule"), 2);
    EXPECT_FALSE(rank_of("warm cold"));
}

TEST(SpecSearchTest, NothingTypedFindsNothing) {
    EXPECT_FALSE(rank_of(""));
    EXPECT_FALSE(rank_of("  - _ "));
}

}  // namespace
}  // namespace tunebench
