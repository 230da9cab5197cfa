#include "core/hub/download_rate.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

using namespace std::chrono_literals;

TEST(DownloadRateTest, WhatWasThereBeforeIsNoPartOfTheSpeed) {
    DownloadRate rate;
    const std::chrono::steady_clock::time_point begin;
    DownloadProgress progress{.bytes = 4000, .size = 10000};
    EXPECT_FALSE(rate.at(progress, begin));
    progress.bytes = 5000;
    EXPECT_FALSE(rate.at(progress, begin + 500ms));  // too early to say
    progress.bytes = 6000;
    const auto now = rate.at(progress, begin + 2s);
    ASSERT_TRUE(now);
    EXPECT_DOUBLE_EQ(now->bytes_per_second, 1000.0);
    EXPECT_DOUBLE_EQ(now->seconds_left, 4.0);
}

TEST(DownloadRateTest, WhileNothingComesThereIsNoSpeed) {
    DownloadRate rate;
    const std::chrono::steady_clock::time_point begin;
    const DownloadProgress progress{.bytes = 4000, .size = 10000};
    EXPECT_FALSE(rate.at(progress, begin));
    EXPECT_FALSE(rate.at(progress, begin + 60s));
}

}  // namespace
}  // namespace tunebench
