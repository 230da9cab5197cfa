#include <chrono>
#include <csignal>
#include <thread>

#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

constexpr std::chrono::seconds kLong{60};
const ExtraEnvironment kSlowSteps = {{"TUNEBENCH_FAKE_STEP_MS", "20"}};

class SignalsTest : public testing::Test {
protected:
    /// Long enough to be stopped in the middle.
    std::vector<std::string> long_run(std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments = {"run",   sample_.run_file().string(), "--progress-seconds", "0",
                                              "--set", "budget.steps=100"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    }

    /// Ends with the process killed at a moment when a checkpoint exists.
    void kill_in_the_middle() const {
        const auto process = start_cli(sample_, long_run(), kSlowSteps);
        ASSERT_TRUE(process->wait_for_out("saved step-", kLong)) << process->out() << process->err();
        process->send(SIGKILL);
        process->wait();
    }

    Json runs() const { return json_of(run_cli(sample_, {"history", "list", "--json"})); }

    SampleRun sample_;
};

TEST_F(SignalsTest, AnInterruptStopsSavesAndExitsWithThree) {
    for (const int number : {SIGINT, SIGTERM}) {
        const SampleRun sample;
        const auto process = start_cli(sample, long_run(), kSlowSteps);
        ASSERT_TRUE(process->wait_for_out("step 2/100", kLong)) << process->out() << process->err();
        process->send(number);
        EXPECT_EQ(process->wait(), 3) << process->err();
        EXPECT_NE(process->err().find("a second Ctrl-C aborts"), std::string::npos) << process->err();
        EXPECT_NE(process->out().find("Stopped and saved"), std::string::npos) << process->out();
    }
}

TEST_F(SignalsTest, AStoppedRunGoesOnWithResumeToItsEnd) {
    const auto process = start_cli(sample_, long_run(), kSlowSteps);
    ASSERT_TRUE(process->wait_for_out("step 3/100", kLong)) << process->out() << process->err();
    process->send(SIGINT);
    ASSERT_EQ(process->wait(), 3);
    EXPECT_EQ(runs()[0]["status"], "stopped");
    const auto resumed = run_cli(sample_, long_run({"--resume"}));
    EXPECT_EQ(resumed.code, 0) << resumed.err;
    EXPECT_NE(resumed.out.find("Goes on after step"), std::string::npos) << resumed.out;
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_EQ(runs()[0]["status"], "completed");
    EXPECT_EQ(runs()[0]["steps"], 100);
}

TEST_F(SignalsTest, AKilledRunIsOfferedAndResumedByItsId) {
    kill_in_the_middle();
    const auto id = runs()[0]["id"].get<std::string>();
    EXPECT_EQ(runs()[0]["status"], "interrupted");
    const auto fresh = start_cli(sample_, long_run(), kSlowSteps);
    EXPECT_TRUE(fresh->wait_for_out("tunebench-cli run " + id + " --resume", kLong))
        << fresh->out() << fresh->err();
    fresh->send(SIGKILL);
    fresh->wait();
    const auto resumed = run_cli(sample_, {"run", id, "--resume", "--json"});
    EXPECT_EQ(resumed.code, 0) << resumed.err;
    EXPECT_EQ(json_lines_of(resumed).back()["step"], 100);
}

TEST_F(SignalsTest, TheSettingsOfARunThatExistsCannotBeChanged) {
    kill_in_the_middle();
    const auto id = runs()[0]["id"].get<std::string>();
    const auto result = run_cli(sample_, {"run", id, "--resume", "--set", "method.rank=4"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("--set"), std::string::npos) << result.err;
}

TEST_F(SignalsTest, ASignalSavesAndTheRunTrainsOn) {
    const auto process =
        start_cli(sample_, long_run({"checkpoints.every=0", "evaluation.every=0"}), kSlowSteps);
    ASSERT_TRUE(process->wait_for_out("step 2/100", kLong)) << process->out() << process->err();
    EXPECT_EQ(process->out().find("saved step-"), std::string::npos) << process->out();
    process->send(SIGUSR1);
    EXPECT_TRUE(process->wait_for_out("saved step-", kLong)) << process->out() << process->err();
    EXPECT_EQ(process->wait(), 0) << process->err();
    EXPECT_NE(process->out().find("Finished after 100 steps"), std::string::npos) << process->out();
}

TEST_F(SignalsTest, ASignalPausesAndTheSameOneGoesOn) {
    const auto process = start_cli(sample_, long_run(), kSlowSteps);
    ASSERT_TRUE(process->wait_for_out("step 2/100", kLong)) << process->out() << process->err();
    process->send(SIGUSR2);
    ASSERT_TRUE(process->wait_for_out("  paused", kLong)) << process->out() << process->err();
    EXPECT_FALSE(process->has_ended());
    EXPECT_NE(process->err().find("SIGUSR2 once more goes on"), std::string::npos) << process->err();
    process->send(SIGUSR2);
    EXPECT_EQ(process->wait(), 0) << process->err();
    EXPECT_NE(process->out().find("Finished after 100 steps"), std::string::npos) << process->out();
}

TEST_F(SignalsTest, DiscardingIsAskedForTwice) {
    const ExtraEnvironment slower = {{"TUNEBENCH_FAKE_STEP_MS", "200"}};
    const auto process = start_cli(sample_, long_run(), slower);
    ASSERT_TRUE(process->wait_for_out("step 2/100", kLong)) << process->out() << process->err();
    process->send(SIGQUIT);
    while (process->err().find("once more discards") == std::string::npos && !process->has_ended())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_FALSE(process->has_ended()) << process->err();
    process->send(SIGQUIT);
    EXPECT_EQ(process->wait(), 3) << process->err();
    EXPECT_NE(process->out().find("Discarded after"), std::string::npos) << process->out();
    EXPECT_EQ(runs()[0]["status"], "discarded");
}

TEST_F(SignalsTest, ASecondInterruptAbortsAtOnce) {
    const auto process = start_cli(sample_, long_run(), {{"TUNEBENCH_FAKE_STEP_MS", "20000"}});
    ASSERT_TRUE(process->wait_for_out("Training ", kLong)) << process->out() << process->err();
    process->send(SIGINT);
    while (process->err().find("Stopping and saving") == std::string::npos && !process->has_ended())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_FALSE(process->has_ended());
    process->send(SIGINT);
    EXPECT_EQ(process->wait(), 3);
    EXPECT_NE(process->err().find("Aborted"), std::string::npos) << process->err();
}

}  // namespace
}  // namespace tunebench::test
