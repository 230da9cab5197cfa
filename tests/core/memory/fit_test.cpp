// The verdict on what a run needs, at its edges.
#include "core/memory/fit.h"

#include <limits>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(FitTest, ASixthOfTheLimitIsLeftOrItIsTight) {
    EXPECT_EQ(fit_of(0, 600), Fit::Fits);
    EXPECT_EQ(fit_of(500, 600), Fit::Fits);
    EXPECT_EQ(fit_of(501, 600), Fit::Tight);
    EXPECT_EQ(fit_of(600, 600), Fit::Tight);
    EXPECT_EQ(fit_of(601, 600), Fit::TooLarge);
}

TEST(FitTest, ALimitThatIsNotKnownGivesNoVerdict) {
    EXPECT_EQ(fit_of(0, 0), Fit::Unknown);
    EXPECT_EQ(fit_of(1, 0), Fit::Unknown);
}

TEST(FitTest, TheLargestNumbersDoNotOverflow) {
    constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
    EXPECT_EQ(fit_of(kMost, kMost), Fit::Tight);
    EXPECT_EQ(fit_of(kMost / 2, kMost), Fit::Fits);
}

}  // namespace
}  // namespace tunebench
