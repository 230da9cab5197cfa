#include "core/study/statistics/student.h"

#include <cmath>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(StudentTest, TwoDegreesHaveAClosedForm) {
    // P(|T| > t) = 1 - t / sqrt(2 + t²)
    for (const double t : {0.0, 0.1, 1.0, 4.302652729911275, 50.0})
        EXPECT_NEAR(student_two_sided(t, 2.0), 1.0 - t / std::sqrt(2.0 + t * t), 1e-13) << t;
}

TEST(StudentTest, OneDegreeIsCauchy) {
    for (const double t : {0.1, 1.0, 12.706204736432095, 1000.0})
        EXPECT_NEAR(student_two_sided(t, 1.0), 1.0 - 2.0 * std::atan(t) / std::acos(-1.0), 1e-13) << t;
}

TEST(StudentTest, ManyDegreesAreNormal) {
    for (const double t : {0.5, 1.959963984540054, 4.0})
        EXPECT_NEAR(student_two_sided(t, 1e6), std::erfc(t / std::sqrt(2.0)), 1e-6) << t;
}

TEST(StudentTest, CriticalValuesAreThoseOfTheTables) {
    EXPECT_NEAR(student_critical(0.05, 2.0), 4.302652729911275, 1e-9);
    EXPECT_NEAR(student_critical(0.05, 4.0), 2.7764451051977987, 1e-9);
    EXPECT_NEAR(student_critical(0.01, 10.0), 3.16927267261695, 1e-9);
    EXPECT_NEAR(student_critical(0.10, 30.0), 1.6972608865939574, 1e-9);
}

TEST(StudentTest, DegreesNeedNotBeWhole) {
    const double t = student_critical(0.03, 2.7);
    EXPECT_NEAR(student_two_sided(t, 2.7), 0.03, 1e-12);
    EXPECT_GT(t, student_critical(0.03, 3.0));
    EXPECT_LT(t, student_critical(0.03, 2.0));
}

TEST(StudentTest, WhatIsNotANumberShowsNothing) {
    EXPECT_EQ(student_two_sided(std::nan(""), 3.0), 1.0);
    EXPECT_EQ(student_two_sided(HUGE_VAL, 3.0), 0.0);
}

}  // namespace
}  // namespace tunebench
