#include "core/run/host_mailbox.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

HostEvent step(std::int64_t number, double loss = 1.0) {
    return HostRunEvent{.run_id = "r", .event = StepDone{.step = number, .loss = loss}};
}

const StepDone* step_of(const HostEvent& event) {
    return std::get_if<StepDone>(&std::get<HostRunEvent>(event).event);
}

TEST(HostMailboxTest, AsksForOneWakeUpABatch) {
    HostMailbox box;
    EXPECT_TRUE(box.push(step(1)));
    EXPECT_FALSE(box.push(step(2)));
    EXPECT_EQ(box.take_all().size(), 2u);
    EXPECT_TRUE(box.push(step(3)));
}

TEST(HostMailboxTest, KeepsEveryStepWhileSomebodyReads) {
    HostMailbox box;
    for (std::size_t i = 0; i < HostMailbox::kMaxWaitingSteps; ++i)
        box.push(step(static_cast<std::int64_t>(i)));
    EXPECT_EQ(box.take_all().size(), HostMailbox::kMaxWaitingSteps);
}

TEST(HostMailboxTest, ThinsOutStepsAndNothingElseWhenNobodyReads) {
    HostMailbox box;
    constexpr std::int64_t kSteps = 100000;
    for (std::int64_t i = 1; i <= kSteps; ++i) {
        box.push(step(i, i == 777 ? std::numeric_limits<double>::quiet_NaN() : 1.0));
        if (i % 1000 == 0)
            box.push(HostRunEvent{.run_id = "r", .event = EvaluationDone{.step = i}});
    }
    std::int64_t steps = 0;
    std::int64_t evaluations = 0;
    std::int64_t last = 0;
    bool has_nan = false;
    for (const auto& event : box.take_all()) {
        const auto* done = step_of(event);
        if (!done) {
            ++evaluations;
            continue;
        }
        ++steps;
        EXPECT_GT(done->step, last);
        last = done->step;
        has_nan |= std::isnan(done->loss);
    }
    EXPECT_LE(steps, static_cast<std::int64_t>(HostMailbox::kMaxWaitingSteps));
    EXPECT_GE(steps, static_cast<std::int64_t>(HostMailbox::kMaxWaitingSteps) / 2);
    EXPECT_EQ(evaluations, kSteps / 1000);
    EXPECT_EQ(last, kSteps);
    EXPECT_TRUE(has_nan);
}

TEST(HostMailboxTest, MeasurementsAreThinnedOutToo) {
    HostMailbox box;
    for (std::int64_t i = 1; i <= 100000; ++i)
        box.push(HostRunEvent{.run_id = "r", .event = MetricsMeasured{.step = i}});
    const auto left = box.take_all();
    EXPECT_LE(left.size(), HostMailbox::kMaxWaitingSteps);
    EXPECT_EQ(std::get<MetricsMeasured>(std::get<HostRunEvent>(left.back()).event).step, 100000);
}

}  // namespace
}  // namespace tunebench
