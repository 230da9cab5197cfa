#include "core/jobs/run_event_json.h"

#include <cmath>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

constexpr std::string_view kTime = "2026-11-23T22:31:05.123Z";

std::vector<RunEvent> one_of_each() {
    return {
        RunStarted{.first_step = 200,
                   .total_steps = 1000,
                   .total_parameters = 6738415616,
                   .trainable_parameters = 39976960,
                   .training_examples = 1500,
                   .validation_examples = 200,
                   .truncated_examples = 3,
                   .skipped_examples = 4,
                   .predicted_peak_bytes = std::numeric_limits<std::uint64_t>::max(),
                   .threads = 2,
                   .device = "cpu",
                   .torch_version = "1.13.1",
                   .resumed_from = "step-00000200"},
        PhaseChanged{.phase = RunPhase::Evaluating, .step = 50, .detail = "Reading \"x\"\n"},
        PhaseChanged{.phase = RunPhase::Loading, .detail = "Reading x", .share = 1.0 / 3.0},
        StepDone{.step = 7,
                 .loss = 0.1,
                 .learning_rate = 2e-4,
                 .gradient_norm = 1.0 / 3.0,
                 .epoch = 0.5,
                 .tokens = 12345,
                 .tokens_per_second = 1e3,
                 .step_seconds = 0.25,
                 .elapsed_seconds = 3.5,
                 .remaining_seconds = 100,
                 .memory_bytes = 1,
                 .memory_peak_bytes = 2},
        StepDone{.step = 8,
                 .loss_scale = 65536.0,
                 .gradient_underflow = 1.0 / 3.0,
                 .gradient_overflow = 0.0,
                 .skipped_steps = 3},
        StepDone{.step = 9, .loss_scale = 1.0},
        EvaluationDone{.step = 50,
                       .loss = 1.5,
                       .perplexity = 4.5,
                       .token_accuracy = 0.25,
                       .tokens = 10,
                       .seconds = 2,
                       .is_best = true,
                       .accuracy = 0.75,
                       .f1 = 1.0 / 3.0},
        MetricsMeasured{.step = 3,
                        .elapsed_seconds = 1.0 / 3.0,
                        .values = {{"a/b", 0.1}, {"rouge", -std::numeric_limits<double>::infinity()}}},
        SettingsChanged{.step = 40, .learning_rate = 1.0 / 3e4, .evaluation_every = 0},
        SettingsChanged{.step = 41, .evaluation_every = 25},
        SampleDone{.step = 50, .prompt = "Describe: ä", .text = "line\nbreak\t\"quoted\" 日本"},
        MemoryMeasured{.step = 1, .phase = "backward", .peak_bytes = 5, .resident_bytes = 6},
        CheckpointSaved{.step = 200,
                        .name = "step-00000200",
                        .bytes = 7,
                        .seconds = 0.5,
                        .is_best = true,
                        .removed = {"step-00000100", "step-00000150"}},
        RunWarning{.step = 3, .message = "3 examples were cut", .hint = "Raise the maximum length."},
        RunFinished{
            .cause = ExitCause::Failed,
            .step = 300,
            .training_loss = 0.5,
            .best_validation_loss = 1.25,
            .best_step = 250,
            .peak_bytes = 9,
            .tokens_per_second = 10,
            .seconds = 60,
            .adapter = "adapter",
            .error = Error{.code = ErrorCode::OutOfMemory, .message = "m", .hint = "h", .field = "f"}},
        RunFinished{},
    };
}

double loss_after_round_trip(double loss) {
    const auto read = run_event_from_line(run_event_to_line(StepDone{.loss = loss}, kTime), "events.jsonl");
    EXPECT_TRUE(read) << read.error().message;
    return std::get<StepDone>(read->event).loss;
}

std::uint64_t bits_of(double number) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    return bits;
}

TEST(RunEventJsonTest, EveryEventComesBackAsItWas) {
    for (const auto& event : one_of_each()) {
        const auto line = run_event_to_line(event, kTime);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        const auto read = run_event_from_line(line, "events.jsonl");
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_EQ(read->event, event) << line;
        EXPECT_EQ(read->time, kTime);
    }
}

TEST(RunEventJsonTest, TheStoredKeysDoNotChange) {
    EXPECT_EQ(
        run_event_to_line(StepDone{.step = 1, .loss = 0.5}, "T"),
        R"({"event":"step","time":"T","step":1,"loss":0.5,"learning_rate":0.0,"gradient_norm":0.0,"epoch":0.0,)"
        R"("tokens":0,"tokens_per_second":0.0,"step_seconds":0.0,"elapsed_seconds":0.0,)"
        R"("remaining_seconds":0.0,"memory_bytes":0,"memory_peak_bytes":0})");
}

TEST(RunEventJsonTest, AStepSaysNothingAboutSixteenBitsWhereThereAreNone) {
    const auto line = run_event_to_line(StepDone{.step = 1, .loss_scale = 2.0, .skipped_steps = 0}, "T");
    EXPECT_NE(line.find(R"("memory_peak_bytes":0,"loss_scale":2.0,"skipped_steps":0})"), std::string::npos)
        << line;
    // As older versions wrote it, and as no version does.
    for (const std::string_view old :
         {R"({"event":"step","time":"T","step":3,"loss":0.5})",
          R"({"event":"step","step":3,"loss_scale":null,"skipped_steps":null})"}) {
        const auto read = run_event_from_line(old, "events.jsonl");
        ASSERT_TRUE(read) << read.error().message;
        const auto& step = std::get<StepDone>(read->event);
        EXPECT_EQ(step.step, 3);
        EXPECT_FALSE(step.loss_scale || step.gradient_underflow || step.gradient_overflow ||
                     step.skipped_steps);
    }
    EXPECT_FALSE(run_event_from_line(R"({"event":"step","skipped_steps":1.5})", "line"));
    EXPECT_FALSE(run_event_from_line(R"({"event":"step","loss_scale":"much"})", "line"));
}

TEST(RunEventJsonTest, NumbersThatAreNotFiniteSurvive) {
    EXPECT_TRUE(std::isnan(loss_after_round_trip(std::numeric_limits<double>::quiet_NaN())));
    EXPECT_EQ(loss_after_round_trip(std::numeric_limits<double>::infinity()),
              std::numeric_limits<double>::infinity());
    EXPECT_EQ(loss_after_round_trip(-std::numeric_limits<double>::infinity()),
              -std::numeric_limits<double>::infinity());
}

TEST(RunEventJsonTest, DoublesKeepEveryBit) {
    for (const double number :
         {0.0, -0.0, 0.1, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e23})
        EXPECT_EQ(bits_of(loss_after_round_trip(number)), bits_of(number)) << number;
    Random random(11);
    for (int i = 0; i < 20000; ++i) {
        const auto bits = random.next_u64();
        double number = 0.0;
        std::memcpy(&number, &bits, sizeof number);
        if (std::isfinite(number)) {
            ASSERT_EQ(bits_of(loss_after_round_trip(number)), bits) << number;
        }
    }
}

TEST(RunEventJsonTest, TextThatIsNotUtf8StillMakesALine) {
    const auto line = run_event_to_line(SampleDone{.text = "half a character: \xE6\x97"}, kTime);
    EXPECT_TRUE(run_event_from_line(line, "events.jsonl"));
}

TEST(RunEventJsonTest, FieldsOfAnotherVersionAreNoError) {
    const auto read =
        run_event_from_line(R"({"event":"step","step":4,"from_the_future":[1]})", "events.jsonl");
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<StepDone>(read->event).step, 4);
    EXPECT_EQ(std::get<StepDone>(read->event).loss, 0.0);
}

TEST(RunEventJsonTest, NamesSourceAndKeyOfWhatItCannotRead) {
    const auto wrong = run_event_from_line(R"({"event":"step","step":"four"})", "events.jsonl line 12");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().message.find("events.jsonl line 12"), std::string::npos) << wrong.error().message;
    EXPECT_NE(wrong.error().message.find("step"), std::string::npos);
}

TEST(RunEventJsonTest, HostileLinesAreErrors) {
    for (const std::string_view line :
         {"", "null", "[]", "{}", "{\"event\":5}", "{\"event\":\"unheard_of\"}", "{\"event\":\"step\"",
          "{\"event\":\"step\",\"step\":1e300}", "{\"event\":\"step\",\"step\":1.5}",
          "{\"event\":\"started\",\"threads\":4294967296}",
          "{\"event\":\"started\",\"predicted_peak_bytes\":-1}",
          "{\"event\":\"phase\",\"phase\":\"napping\"}", "{\"event\":\"finished\",\"error\":{}}",
          "{\"event\":\"checkpoint\",\"removed\":\"x\"}", "{\"event\":\"step\",\"loss\":\"nan\"}"})
        EXPECT_FALSE(run_event_from_line(line, "line")) << line;
}

TEST(RunEventJsonTest, EveryCauseAndPhaseHasItsText) {
    EXPECT_EQ(exit_cause_text(ExitCause::EarlyStopped), "early_stopped");
    EXPECT_EQ(exit_cause_text(ExitCause::Failed), "failed");
    EXPECT_EQ(run_phase_text(RunPhase::Loading), "loading");
    EXPECT_EQ(run_phase_text(RunPhase::Stopping), "stopping");
}

}  // namespace
}  // namespace tunebench
