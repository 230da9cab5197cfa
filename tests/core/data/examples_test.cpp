#include "core/data/examples.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

Example plain() {
    return {.tokens = {5, 0, 7}, .supervised = {0, 1, 1}, .learns_first = true, .source_line = 9};
}

Example pair() {
    return {.tokens = {1, 2, (1 << 30) - 1},
            .supervised = {0, 0, 0},
            .second_text = {0, 0, 1},
            .source_line = 3,
            .source_file = 1,
            .cut_tokens = 4,
            .label = 2};
}

TEST(ExamplesTest, GiveBackWhatWasStored) {
    const Examples examples({plain(), pair(), Example{}});
    ASSERT_EQ(examples.size(), 3U);
    EXPECT_EQ(examples[0], plain());
    EXPECT_EQ(examples[1], pair());
    EXPECT_EQ(examples[2], Example{});
}

TEST(ExamplesTest, SelectedOnesMayBeThereTwiceAndBeSelectedAgain) {
    const auto some = Examples({plain(), pair()}).selected({1, 0, 1});
    ASSERT_EQ(some.size(), 3U);
    EXPECT_EQ(some.back(), pair());
    const auto fewer = some.selected({1});
    ASSERT_EQ(fewer.size(), 1U);
    EXPECT_EQ(fewer.front(), plain());
}

}  // namespace
}  // namespace tunebench
