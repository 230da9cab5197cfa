#include "ui/pages/live/refresh_pace.h"

#include <gtest/gtest.h>

namespace tunebench::ui {
namespace {

TEST(RefreshPaceTest, CheapPicturesComeAsOftenAsAnybodySees) {
    RefreshPace pace(2);
    EXPECT_EQ(pace.pauseMs(), RefreshPace::kShortestMs);
    pace.onPicture(100.0);
    pace.onPicture(100.5);
    EXPECT_EQ(pace.pauseMs(), RefreshPace::kShortestMs);
}

TEST(RefreshPaceTest, DearPicturesComeAsSeldomAsTheyCost) {
    RefreshPace pace(2);
    pace.onPicture(1000.0);
    pace.onPicture(1016.0);
    EXPECT_EQ(pace.pauseMs(), 1000);  // 16 ms in 1000 ms of 2 processors are 0.8 %
    RefreshPace of_many(32);
    of_many.onPicture(1000.0);
    of_many.onPicture(1064.0);
    EXPECT_EQ(of_many.pauseMs(), 250);
}

TEST(RefreshPaceTest, NoPictureIsWaitedForWithoutEnd) {
    RefreshPace pace(1);
    pace.onPicture(0.0);
    pace.onPicture(500.0);
    EXPECT_EQ(pace.pauseMs(), RefreshPace::kLongestMs);
}

TEST(RefreshPaceTest, WhatWasDoneBeforeThePageWasSeenDoesNotCount) {
    RefreshPace pace(2);
    pace.onPicture(0.0);
    pace.reset();
    pace.onPicture(5000.0);
    EXPECT_EQ(pace.pauseMs(), RefreshPace::kShortestMs);
    pace.onPicture(5032.0);
    EXPECT_EQ(pace.pauseMs(), RefreshPace::kLongestMs);
}

TEST(RefreshPaceTest, WhatTheThreadHasUsedGrows) {
    const double before = RefreshPace::processorMs();
    volatile double sum = 0.0;
    for (int i = 0; i < 2'000'000; ++i)
        sum = sum + 1.0;
    EXPECT_GT(RefreshPace::processorMs(), before);
}

}  // namespace
}  // namespace tunebench::ui
