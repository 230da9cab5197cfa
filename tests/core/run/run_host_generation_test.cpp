// Answers token by token, also while a run is paused.
#include <thread>

#include <gtest/gtest.h>

#include "core/run/run_host.h"
#include "tests/core/run/host_fixture.h"

namespace tunebench {
namespace {

using namespace std::chrono_literals;

class RunHostGenerationTest : public test::HostFixture {
protected:
    GenerateRequest question(const std::string& prompt = "one two three") {
        return {.model = inputs_.path() / "model", .prompts = {prompt}, .alternatives = 3};
    }

    void pause() {
        slow_host().start(config_);
        wait_for_step(3);
        host().command(PauseCommand{});
        wait_for_phase(RunPhase::Paused);
    }

    /// The texts that were told of a request so far, together.
    std::string told(std::int64_t request) {
        std::string text;
        for (const auto& event : events_)
            if (const auto* news = std::get_if<HostGenerationProgress>(&event);
                news && news->request == request)
                text += news->progress.token.text;
        return text;
    }

    void wait_for_token(std::int64_t request) {
        wait_for([request](const HostEvent& event) {
            const auto* news = std::get_if<HostGenerationProgress>(&event);
            return news && news->request == request;
        });
    }
};

TEST_F(RunHostGenerationTest, EveryTokenIsToldBeforeTheReply) {
    const auto request = host().generate(question());
    const auto reply = wait_for_reply<Generation>(request);
    ASSERT_TRUE(reply.report) << reply.report.error().message;
    const auto& answer = reply.report->answers.front();
    EXPECT_EQ(told(request), answer.text);
    ASSERT_EQ(answer.pieces.size(), 4u);
    EXPECT_EQ(answer.pieces[1].likeliest.size(), 3u);
    EXPECT_EQ(answer.pieces[1].chosen.probability, 0.5);
}

TEST_F(RunHostGenerationTest, APausedRunLeavesTheWorkerFree) {
    pause();
    const auto base = wait_for_reply<Generation>(host().generate(question("hello")));
    ASSERT_TRUE(base.report) << base.report.error().message;
    EXPECT_EQ(base.report->answers.front().text, "echo: hello");
    auto of_run = question("hello");
    of_run.of_paused_run = true;
    const auto trained = wait_for_reply<Generation>(host().generate(of_run));
    ASSERT_TRUE(trained.report) << trained.report.error().message;
    EXPECT_TRUE(trained.report->answers.front().text.starts_with("step "));
    EXPECT_TRUE(host().is_busy());
    host().command(ResumeCommand{});
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Completed);
}

TEST_F(RunHostGenerationTest, ARunThatWasPausedAndAskedReachesTheSameResult) {
    host().start(config_);
    const auto whole = wait_for_started();
    wait_for_run_event<RunFinished>();
    end_host();
    pause();
    auto of_run = question();
    of_run.of_paused_run = true;
    ASSERT_TRUE(wait_for_reply<Generation>(host().generate(of_run)).report);
    host().command(ResumeCommand{});
    wait_for_run_event<RunFinished>();
    std::filesystem::path asked;
    for (const auto& event : events_)
        if (const auto* started = std::get_if<HostRunStarted>(&event))
            asked = *started->folder;
    EXPECT_NE(asked, *whole.folder);
    EXPECT_EQ(result_of(asked), result_of(*whole.folder));
}

TEST_F(RunHostGenerationTest, ARunThatTrainsComesFirst) {
    slow_host().start(config_);
    wait_for_step(2);
    const auto request = host().generate(question());
    EXPECT_TRUE(wait_for_reply<Generation>(request).report);
    bool has_ended = false;
    for (const auto& event : events_) {
        has_ended |= run_event<RunFinished>(event) != nullptr;
        EXPECT_TRUE(has_ended || !std::holds_alternative<HostGenerationProgress>(event));
    }
    EXPECT_TRUE(has_ended);
}

TEST_F(RunHostGenerationTest, WhatWaitsIsAnsweredAtThePause) {
    slow_host().start(config_);
    wait_for_step(2);
    const auto request = host().generate(question());
    host().command(PauseCommand{});
    ASSERT_TRUE(wait_for_reply<Generation>(request).report);
    EXPECT_TRUE(host().is_busy());
    host().command(StopCommand{});
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Stopped);
}

TEST_F(RunHostGenerationTest, ResumeEndsALongAnswerInTheMiddle) {
    host({.step_duration = 2ms, .token_duration = 20ms}).start(config_);
    wait_for_step(3);
    host().command(PauseCommand{});
    wait_for_phase(RunPhase::Paused);
    std::string endless = "word";
    for (int i = 0; i < 2000; ++i)
        endless += " word";
    auto asked = question(endless);
    asked.sampling.max_tokens = 100'000;
    const auto request = host().generate(asked);
    wait_for_token(request);
    host().command(ResumeCommand{});
    const auto reply = wait_for_reply<Generation>(request);
    ASSERT_TRUE(reply.report) << reply.report.error().message;
    EXPECT_EQ(reply.report->answers.front().finish, FinishReason::Cancelled);
    EXPECT_LT(reply.report->answers.front().tokens, 2000);
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Completed);
}

TEST_F(RunHostGenerationTest, TheEndOfTheHostEndsALongAnswer) {
    std::string endless = "word";
    for (int i = 0; i < 100'000; ++i)
        endless += " word";
    auto asked = question(endless);
    asked.sampling.max_tokens = 1'000'000;
    wait_for_token(host({.token_duration = 5ms}).generate(asked));
    end_host();  // in much less than the 500 s of the answer
}

TEST_F(RunHostGenerationTest, WithoutAPausedRunItSaysSo) {
    auto asked = question();
    asked.of_paused_run = true;
    const auto reply = wait_for_reply<Generation>(host().generate(asked));
    ASSERT_FALSE(reply.report);
    EXPECT_EQ(reply.report.error().code, ErrorCode::NotFound);
}

TEST_F(RunHostGenerationTest, APausedRunWithoutItsMemorySaysSo) {
    slow_host().start(config_);
    wait_for_step(3);
    host().command(PauseCommand{.release_memory = true});
    wait_for_phase(RunPhase::Paused);
    auto asked = question();
    asked.of_paused_run = true;
    const auto reply = wait_for_reply<Generation>(host().generate(asked));
    ASSERT_FALSE(reply.report);
    EXPECT_EQ(reply.report.error().code, ErrorCode::NotFound);
    host().command(DiscardCommand{});
    wait_for_run_event<RunFinished>();
}

TEST_F(RunHostGenerationTest, ModelsAreGivenBackWhenNobodyAsksForLong) {
    keep_models_for_ = 20ms;
    const auto seconds_to_load = [&] {
        return wait_for_reply<Generation>(host().generate(question())).report->load_seconds;
    };
    EXPECT_GT(seconds_to_load(), 0.0);
    std::this_thread::sleep_for(200ms);
    EXPECT_GT(seconds_to_load(), 0.0);
    keep_models_for_ = 1h;
    end_host();
    seconds_to_load();
    EXPECT_EQ(seconds_to_load(), 0.0);
}

}  // namespace
}  // namespace tunebench
