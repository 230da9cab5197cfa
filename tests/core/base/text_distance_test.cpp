#include "core/base/text_distance.h"

#include <vector>

#include <gtest/gtest.h>

namespace tunebench {

TEST(TextDistanceTest, CountsEdits) {
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("rank", "rnak"), 1U) << "neighbours swapped are one edit";
    EXPECT_EQ(edit_distance("ca", "abc"), 3U) << "no substring is edited twice";
    EXPECT_EQ(edit_distance("alpha", "alpha"), 0U);
}

TEST(TextDistanceTest, FindsTheNearestName) {
    const std::vector<std::string> names = {"rank", "alpha", "dropout", "learning_rate", "weight_decay"};
    EXPECT_EQ(nearest("rnak", names), "rank");
    EXPECT_EQ(nearest("Alpha", names), "alpha");
    EXPECT_EQ(nearest("learningrate", names), "learning_rate");
    EXPECT_EQ(nearest("learning-rates", names), "learning_rate");
    EXPECT_EQ(nearest("weigth_decay", names), "weight_decay");
}

TEST(TextDistanceTest, SuggestsNothingWhenNothingIsNear) {
    const std::vector<std::string> names = {"rank", "alpha"};
    EXPECT_EQ(nearest("temperature", names), "");
    EXPECT_EQ(nearest("xyz", names), "");
    EXPECT_EQ(nearest("rank", {}), "");
    EXPECT_EQ(nearest("", names), "");
    EXPECT_EQ(nearest(std::string(100'000, 'a'), names), "") << "a long word costs no more than a short one";
}

TEST(TextDistanceTest, TakesTheFirstOfEquallyNearNames) {
    const std::vector<std::string> names = {"lr_a", "lr_b"};
    EXPECT_EQ(nearest("lr_c", names), "lr_a");
}

}  // namespace tunebench
