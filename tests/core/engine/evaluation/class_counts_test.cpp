#include "core/engine/evaluation/class_counts.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(ClassCountsTest, AccuracyAndMacroF1) {
    ClassCounts counts(4);
    // Class 2 does not occur and does not count; class 3 is never predicted and counts as 0.
    counts.add(0, 0);
    counts.add(0, 0);
    counts.add(1, 0);
    counts.add(1, 1);
    counts.add(1, 3);
    EXPECT_DOUBLE_EQ(counts.accuracy(), 3.0 / 5.0);
    EXPECT_DOUBLE_EQ(counts.macro_f1(), (2.0 * 2 / (2 + 3) + 2.0 * 1 / (3 + 1) + 0.0) / 3.0);
}

TEST(ClassCountsTest, NothingIsZero) {
    EXPECT_EQ(ClassCounts(2).accuracy(), 0.0);
    EXPECT_EQ(ClassCounts(2).macro_f1(), 0.0);
}

}  // namespace
}  // namespace tunebench
