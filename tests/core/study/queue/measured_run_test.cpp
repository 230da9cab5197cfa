#include "core/study/queue/measured_run.h"

#include <cmath>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(MeasuredRunTest, EveryNumberComesBack) {
    const MeasuredRun run{.state = MeasuredState::Failed,
                          .run_folder = "a/b",
                          .error = "an \"error\"",
                          .learning_rate = 0.1,
                          .steps = 7,
                          .peak_bytes = 1 << 30,
                          .held_out_losses = {0.1, std::nan(""), HUGE_VAL, 1e-300}};
    const auto json = parse_json(json_text(measured_run_to_json(run)), "run");
    ASSERT_TRUE(json);
    const auto again = measured_run_from_json(*json);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(json_text(measured_run_to_json(*again)), json_text(measured_run_to_json(run)));
    EXPECT_TRUE(std::isnan(again->general_loss));
    EXPECT_EQ(again->held_out_losses[3], 1e-300);
}

TEST(MeasuredRunTest, WhatIsNotOneIsRefused) {
    for (const auto* text : {"{}", "[]", "3", "{\"state\":\"measured\"}", "{\"state\":\"happy\"}"}) {
        const auto json = parse_json(text, "run");
        ASSERT_TRUE(json);
        EXPECT_FALSE(measured_run_from_json(*json)) << text;
    }
}

}  // namespace
}  // namespace tunebench
