// What a RunHost does when something fails: the engine, the disk, the data, another process.
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <sys/resource.h>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "core/run/run_host.h"
#include "tests/core/run/host_fixture.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class RunHostFailuresTest : public test::HostFixture {};

TEST_F(RunHostFailuresTest, ARunThatCannotStartLeavesNoFolder) {
    host({.refuses_to_start = true}).start(config_);
    const auto started = wait_for_started();
    ASSERT_FALSE(started.folder);
    EXPECT_EQ(started.folder.error().field, "data.train");
    EXPECT_EQ(run_folders(), 0u);
    EXPECT_FALSE(host().is_busy());
}

TEST_F(RunHostFailuresTest, AMissingDataFileIsFoundBeforeTheFolderIsMade) {
    config_.data.train.push_back("/nonexistent/train.jsonl");
    host().start(config_);
    const auto started = wait_for_started();
    ASSERT_FALSE(started.folder);
    EXPECT_NE(started.folder.error().message.find("/nonexistent/train.jsonl"), std::string::npos);
    EXPECT_EQ(run_folders(), 0u);
}

TEST_F(RunHostFailuresTest, AMissingEngineIsSaidForEveryRequestAndTriedAgain) {
    int tries = 0;
    test::TemporaryFolder data;
    std::mutex mutex;
    std::condition_variable woken;
    std::vector<HostEvent> events;
    RunHost host(
        [&]() -> Result<std::unique_ptr<Engine>> {
            if (++tries < 3)
                return Error{.code = ErrorCode::NotFound, .message = "The engine's library is missing"};
            return test::make_fake_engine();
        },
        data.path(), nullptr, [&] { woken.notify_one(); });
    host.start(config_);
    host.request_info();
    host.request_info();
    while (events.size() < 4) {
        std::unique_lock lock(mutex);
        woken.wait_for(lock, 10ms);
        for (auto& event : host.take_events())
            if (!std::holds_alternative<HostRunEvent>(event) || run_event<RunFinished>(event))
                events.push_back(std::move(event));
        if (events.size() == 3)
            break;
    }
    EXPECT_EQ(std::get<HostRunStarted>(events[0]).folder.error().message, "The engine's library is missing");
    EXPECT_FALSE(std::get<HostReply<EngineInfo>>(events[1]).report);
    EXPECT_TRUE(std::get<HostReply<EngineInfo>>(events[2]).report);
}

TEST_F(RunHostFailuresTest, ARunThatIsOutOfMemoryWaitsAndGoesOn) {
    host({.out_of_memory_at = 5}).start(config_);
    const auto started = wait_for_started();
    const auto* warning = wait_for_run_event<RunWarning>();
    ASSERT_NE(warning, nullptr);
    EXPECT_EQ(warning->step, 4);
    EXPECT_TRUE(host().is_busy());
    host().command(ResumeCommand{});
    const auto* finished = wait_for_run_event<RunFinished>();
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->cause, ExitCause::Completed);
    EXPECT_EQ(recorded(*started.folder).back(), RunEvent(*finished));
}

TEST_F(RunHostFailuresTest, AnExceptionBecomesAFailedRunAndTheHostLivesOn) {
    host({.throw_at = 3}).start(config_);
    const auto started = wait_for_started();
    const auto* finished = wait_for_run_event<RunFinished>();
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->cause, ExitCause::Failed);
    EXPECT_EQ(finished->step, 2);
    EXPECT_EQ(finished->error->code, ErrorCode::Internal);
    EXPECT_EQ(recorded(*started.folder).back(), RunEvent(*finished));
    EXPECT_FALSE(host().is_busy());
    EXPECT_FALSE(RunLock::is_held(*started.folder));
    EXPECT_TRUE(wait_for_reply<EngineInfo>(host().request_info()).report);
}

TEST_F(RunHostFailuresTest, ALossThatIsNotFiniteIsRecordedAndEndsTheRun) {
    host({.nonfinite_at = 4}).start(config_);
    const auto started = wait_for_started();
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Failed);
    bool has_nan = false;
    for (const auto& event : recorded(*started.folder))
        if (const auto* step = std::get_if<StepDone>(&event))
            has_nan |= step->loss != step->loss;
    EXPECT_TRUE(has_nan);
}

TEST_F(RunHostFailuresTest, AFullDiskWhileSavingFailsTheRunAndKeepsTheOlderCheckpoint) {
    host({.disk_full_at = 6}).start(config_);
    const auto started = wait_for_started();
    const auto* finished = wait_for_run_event<RunFinished>();
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->error->code, ErrorCode::OutOfSpace);
    const auto checkpoints = list_checkpoints(*started.folder / "checkpoints");
    ASSERT_FALSE(checkpoints.empty());
    EXPECT_EQ(checkpoints.back().manifest.step, 4);
}

TEST_F(RunHostFailuresTest, ARecordThatCannotBeWrittenStopsTheRunWithAnError) {
    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
    slow_host().start(config_);
    const auto started = wait_for_started();
    wait_for_step(3);
    rlimit old_limit = {};
    getrlimit(RLIMIT_FSIZE, &old_limit);
    const auto size = fs::file_size(*started.folder / "events.jsonl");
    const rlimit limit = {.rlim_cur = size, .rlim_max = old_limit.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
    const auto* finished = wait_for_run_event<RunFinished>();
    setrlimit(RLIMIT_FSIZE, &old_limit);
    std::signal(SIGXFSZ, old_handler);
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->cause, ExitCause::Failed);
    ASSERT_TRUE(finished->error.has_value());
    EXPECT_NE(finished->error->message.find("events.jsonl"), std::string::npos) << finished->error->message;
    EXPECT_LT(finished->step, 30);
}

TEST_F(RunHostFailuresTest, ARunOfAnotherHolderIsNotResumed) {
    host().start(config_);
    const auto started = wait_for_started();
    wait_for_run_event<RunFinished>();
    const auto folder = RunFolder::open(*started.folder);
    const auto lock = RunLock::acquire(*folder);
    ASSERT_TRUE(lock);
    host().resume(*started.folder);
    const auto refused = wait_for_started();
    ASSERT_FALSE(refused.folder);
    EXPECT_NE(refused.folder.error().message.find("process"), std::string::npos);
    EXPECT_TRUE(fs::exists(*started.folder / "run.json"));
}

TEST_F(RunHostFailuresTest, AFolderThatIsNoRunIsNotResumed) {
    host().resume(inputs_.path());
    EXPECT_FALSE(wait_for_started().folder);
    EXPECT_TRUE(fs::exists(inputs_.path() / "train.jsonl"));
}

}  // namespace
}  // namespace tunebench
