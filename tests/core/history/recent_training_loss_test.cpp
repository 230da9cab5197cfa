#include "core/history/recent_training_loss.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace tunebench::test {
namespace {

TEST(RecentTrainingLossTest, IsTheMeanOfTheLastTwenty) {
    RecentTrainingLoss loss;
    for (int i = 0; i < 5; ++i)
        loss.add(100.0);
    EXPECT_EQ(loss.mean(), 100.0);
    for (int i = 1; i <= 20; ++i)
        loss.add(i);
    EXPECT_EQ(loss.mean(), 10.5);
}

TEST(RecentTrainingLossTest, IsTheMeanOfThoseThereAre) {
    RecentTrainingLoss loss;
    EXPECT_TRUE(std::isnan(loss.mean()));
    loss.add(1.0);
    loss.add(2.0);
    EXPECT_EQ(loss.mean(), 1.5);
}

TEST(RecentTrainingLossTest, ALossThatIsNoNumberIsForgottenWithItsStep) {
    RecentTrainingLoss loss;
    loss.add(std::numeric_limits<double>::quiet_NaN());
    for (int i = 0; i < 19; ++i)
        loss.add(2.0);
    EXPECT_TRUE(std::isnan(loss.mean()));
    loss.add(2.0);
    EXPECT_EQ(loss.mean(), 2.0);
}

}  // namespace
}  // namespace tunebench::test
