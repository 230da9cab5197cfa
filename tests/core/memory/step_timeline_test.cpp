#include "core/memory/step_timeline.h"

#include <limits>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

StepTimeline timeline_of_three() {
    return {.step = 3,
            .moments = {{.seconds = 0.0, .bytes = {100, 20, 0, 0, 5}, .phase = StepPhase::Forward},
                        {.seconds = 0.000125, .bytes = {100, 20, 0, 400, 5}, .phase = StepPhase::Forward},
                        {.seconds = 0.25, .bytes = {100, 20, 30, 100, 50}, .phase = StepPhase::Backward},
                        {.seconds = 0.5, .bytes = {100, 20, 30, 0, 6}}}};
}

Json json_of(const StepTimeline& timeline) {
    return Json::parse(json_text(step_timeline_to_json(timeline)));
}

/// What reading says once `key` has another value.
Result<StepTimeline> read_with(const char* key, const Json& value) {
    auto json = json_of(timeline_of_three());
    json[key] = value;
    return step_timeline_from_json(json);
}

TEST(StepTimelineTest, TheFileGivesBackWhatWasWritten) {
    const test::TemporaryFolder run;
    ASSERT_TRUE(write_step_timeline(run.path(), timeline_of_three()));
    const auto read = read_step_timeline(run.path());
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, timeline_of_three());
}

TEST(StepTimelineTest, TheLongestOneCanBeReadAgain) {
    StepTimeline timeline{.step = std::numeric_limits<std::int64_t>::max()};
    const std::uint64_t most = std::uint64_t{1} << 53;
    for (std::size_t i = 0; i < kMostMoments; ++i)
        timeline.moments.push_back({.seconds = 1e5 / 3.0 * static_cast<double>(i),
                                    .bytes = {most, most, most, most, most},
                                    .phase = StepPhase::Optimizer});
    const test::TemporaryFolder run;
    ASSERT_TRUE(write_step_timeline(run.path(), timeline));
    const auto read = read_step_timeline(run.path());
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, timeline);
}

TEST(StepTimelineTest, WithoutAFileThereIsNone) {
    const test::TemporaryFolder run;
    const auto read = read_step_timeline(run.path());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::NotFound);
}

TEST(StepTimelineTest, WhatIsNoTimelineIsRefusedByName) {
    const test::TemporaryFolder run;
    for (const char* text : {"", "[]", "{}", "7", "{\"step\": 3", "{\"step\": 3, \"step\": 3}"}) {
        ASSERT_TRUE(write_file_durably(run.path() / "memory_step.json", text));
        const auto read = read_step_timeline(run.path());
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::Corrupt) << text;
        EXPECT_NE(read.error().message.find("memory_step.json"), std::string::npos) << read.error().message;
    }
}

TEST(StepTimelineTest, AFileBeyondEveryTimelineIsNotRead) {
    const test::TemporaryFolder run;
    ASSERT_TRUE(
        write_file_durably(run.path() / "memory_step.json", std::string((std::size_t{1} << 20) + 1, ' ')));
    const auto read = read_step_timeline(run.path());
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Corrupt);
}

TEST(StepTimelineTest, ValuesThatCannotBeAreRefused) {
    const std::pair<const char*, Json> cases[] = {
        {"step", 0},
        {"step", 1.5},
        {"seconds", Json::array()},
        {"seconds", Json(std::vector<double>(kMostMoments + 1, 0.0))},
        {"seconds", {0.0, 0.2, 0.1, 0.3}},
        {"seconds", {-0.1, 0.2, 0.3, 0.4}},
        {"seconds", {0.0, "0.1", 0.2, 0.3}},
        {"phase", Json::array({"forward", "backward"})},
        {"phase", {"forward", "forward", "sideways", ""}},
        {"weights", nullptr},
        {"weights", {1, 2, 3}},
        {"states", {1, 2, -3, 4}},
        {"gradients", {1, 2, 3, (std::int64_t{1} << 53) + 1}},
        {"activations", {1, 2, 3, 0.5}},
        {"rest", {1, 2, 3, std::numeric_limits<std::uint64_t>::max()}},
    };
    for (const auto& [key, value] : cases) {
        const auto read = read_with(key, value);
        ASSERT_FALSE(read) << key << ' ' << value.dump();
        EXPECT_EQ(read.error().code, ErrorCode::Corrupt);
        EXPECT_TRUE(read.error().field.starts_with(key)) << read.error().field << ' ' << value.dump();
    }
}

TEST(StepTimelineTest, ThePeakIsTheFullestMomentAndEachPhaseHasOne) {
    const auto timeline = timeline_of_three();
    EXPECT_EQ(peak_of({}), nullptr);
    ASSERT_EQ(peak_of(timeline), &timeline.moments[1]);
    EXPECT_EQ(peak_of(timeline)->total(), 525u);
    EXPECT_EQ(phase_peaks(timeline),
              (std::vector{timeline.moments[1], timeline.moments[2], timeline.moments[3]}));
}

}  // namespace
}  // namespace tunebench
