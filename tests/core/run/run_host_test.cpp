#include "core/run/run_host.h"

#include <condition_variable>
#include <csignal>
#include <fstream>
#include <mutex>
#include <sys/resource.h>
#include <thread>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/jobs/run_event_json.h"
#include "core/run/checkpoint.h"
#include "tests/support/fake_engine.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A host with a fake engine, and everything that came out of it.
class RunHostTest : public testing::Test {
protected:
    ~RunHostTest() override { host_.reset(); }

    void SetUp() override { config_ = tunebench::test::tiny_run(inputs_.path(), 30); }

    RunHost& host(const test::FakeEngineOptions& options = {}) {
        if (!host_)
            host_ = std::make_unique<RunHost>(
                [options]() -> Result<std::unique_ptr<Engine>> { return test::make_fake_engine(options); },
                data_.path(), nullptr, [this] { wake(); });
        return *host_;
    }

    RunHost& slow_host() { return host({.step_duration = 2ms}); }

    void end_host() { host_.reset(); }

    /// Takes events until `wanted` accepts one of them.
    template <class Wanted>
    const HostEvent* wait_for(Wanted wanted) {
        while (true) {
            for (; looked_at_ < events_.size(); ++looked_at_)
                if (wanted(events_[looked_at_]))
                    return &events_[looked_at_++];
            std::unique_lock lock(mutex_);
            if (!woken_.wait_for(lock, 60s, [this] { return pending_; })) {
                ADD_FAILURE() << "no event within a minute";
                return nullptr;
            }
            pending_ = false;
            lock.unlock();
            for (auto& event : host_->take_events())
                events_.push_back(std::move(event));
        }
    }

    template <class Event>
    const Event* wait_for_run_event() {
        const auto* found =
            wait_for([](const HostEvent& event) { return run_event<Event>(event) != nullptr; });
        return found ? run_event<Event>(*found) : nullptr;
    }

    template <class Report>
    HostReply<Report> wait_for_reply(std::int64_t request) {
        const auto* found = wait_for([&](const HostEvent& event) {
            const auto* reply = std::get_if<HostReply<Report>>(&event);
            return reply && reply->request == request;
        });
        return found ? std::get<HostReply<Report>>(*found) : HostReply<Report>{.report = Error{}};
    }

    HostRunStarted wait_for_started() {
        const auto* found =
            wait_for([](const HostEvent& e) { return std::holds_alternative<HostRunStarted>(e); });
        return found ? std::get<HostRunStarted>(*found) : HostRunStarted{.folder = Error{}};
    }

    void wait_for_step(std::int64_t step) {
        wait_for([step](const HostEvent& event) {
            const auto* done = run_event<StepDone>(event);
            return done && done->step >= step;
        });
    }

    void wait_for_phase(RunPhase phase) {
        wait_for([phase](const HostEvent& event) {
            const auto* changed = run_event<PhaseChanged>(event);
            return changed && changed->phase == phase;
        });
    }

    template <class Event>
    static const Event* run_event(const HostEvent& event) {
        const auto* of_run = std::get_if<HostRunEvent>(&event);
        return of_run ? std::get_if<Event>(&of_run->event) : nullptr;
    }

    static std::vector<RunEvent> recorded(const fs::path& folder) {
        std::ifstream file(folder / "events.jsonl");
        std::vector<RunEvent> events;
        std::string line;
        while (std::getline(file, line))
            if (const auto event = run_event_from_line(line, "events.jsonl"))
                events.push_back(event->event);
        return events;
    }

    std::string result_of(const fs::path& folder) {
        const auto bytes = read_file(folder / "adapter" / "weights.json", 1 << 20);
        return bytes ? *bytes : "no result";
    }

    std::size_t run_folders() const {
        std::error_code none;
        std::size_t count = 0;
        for (fs::directory_iterator it(data_.path() / "runs", none), end; !none && it != end; ++it)
            ++count;
        return count;
    }

    RunConfig config_ = {};
    test::TemporaryFolder inputs_;
    test::TemporaryFolder data_;
    std::vector<HostEvent> events_ = {};
    int wakes_ = 0;

private:
    void wake() {
        const std::lock_guard lock(mutex_);
        pending_ = true;
        ++wakes_;
        woken_.notify_one();
    }

    std::size_t looked_at_ = 0;
    std::mutex mutex_;
    std::condition_variable woken_;
    bool pending_ = false;
    std::unique_ptr<RunHost> host_;
};

TEST_F(RunHostTest, ARunLeavesFolderRecordAndResult) {
    const auto request = host().start(config_);
    EXPECT_TRUE(host().is_busy());
    const auto started = wait_for_started();
    ASSERT_TRUE(started.folder) << started.folder.error().message;
    EXPECT_EQ(started.request, request);
    const auto* finished = wait_for_run_event<RunFinished>();
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->cause, ExitCause::Completed);
    EXPECT_FALSE(host().is_busy());

    const auto folder = RunFolder::open(*started.folder);
    ASSERT_TRUE(folder) << folder.error().message;
    EXPECT_EQ(folder->manifest().config, config_);
    EXPECT_EQ(folder->manifest().id, started.run_id);
    EXPECT_EQ(folder->manifest().hashes.size(), 5u);  // three files of the model, two of data
    EXPECT_FALSE(RunLock::is_held(folder->path()));
    EXPECT_NE(result_of(folder->path()), "no result");
}

TEST_F(RunHostTest, EventsComeInOrderAndTheFileHasTheSame) {
    host().start(config_);
    const auto started = wait_for_started();
    wait_for_run_event<RunFinished>();
    std::vector<RunEvent> seen;
    bool has_started = false;
    for (const auto& event : events_) {
        has_started |= std::holds_alternative<HostRunStarted>(event);
        if (const auto* of_run = std::get_if<HostRunEvent>(&event)) {
            EXPECT_EQ(of_run->run_id, started.run_id);
            EXPECT_EQ(of_run->folder, *started.folder);
            if (has_started)
                seen.push_back(of_run->event);
            else
                EXPECT_TRUE(std::holds_alternative<PhaseChanged>(of_run->event));
        }
    }
    EXPECT_TRUE(std::holds_alternative<RunStarted>(seen.front()));
    EXPECT_EQ(recorded(*started.folder), seen);
}

TEST_F(RunHostTest, PauseHoldsTheRunAndResumeLetsItGoOn) {
    slow_host().start(config_);
    wait_for_step(3);
    host().command(PauseCommand{});
    wait_for_phase(RunPhase::Paused);
    EXPECT_TRUE(host().is_busy());
    std::this_thread::sleep_for(30ms);
    EXPECT_TRUE(host().take_events().empty());
    host().command(SampleCommand{.prompts = {"Say 1: "}});
    const auto* sample = wait_for_run_event<SampleDone>();
    ASSERT_NE(sample, nullptr);
    EXPECT_EQ(sample->prompt, "Say 1: ");
    host().command(ResumeCommand{});
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Completed);
}

TEST_F(RunHostTest, SaveAndEvaluateHappenAtOnce) {
    config_.checkpoints.every = 0;
    config_.evaluation.every = 0;
    slow_host().start(config_);
    wait_for_step(2);
    host().command(SaveCommand{});
    const auto* saved = wait_for_run_event<CheckpointSaved>();
    ASSERT_NE(saved, nullptr);
    EXPECT_LT(saved->step, 30);
    host().command(EvaluateCommand{});
    const auto* evaluated = wait_for_run_event<EvaluationDone>();
    ASSERT_NE(evaluated, nullptr);
    host().command(DiscardCommand{});
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Discarded);
}

TEST_F(RunHostTest, StopSavesAndResumeReachesTheSameResult) {
    host().start(config_);
    const auto whole = wait_for_started();
    wait_for_run_event<RunFinished>();
    end_host();
    slow_host().start(config_);
    const auto started = wait_for_started();
    wait_for_step(10);
    host().command(StopCommand{});
    const auto* stopped = wait_for_run_event<RunFinished>();
    ASSERT_NE(stopped, nullptr);
    EXPECT_EQ(stopped->cause, ExitCause::Stopped);
    EXPECT_LT(stopped->step, 30);

    host().resume(*started.folder);
    const auto resumed = wait_for_started();
    ASSERT_TRUE(resumed.folder) << resumed.folder.error().message;
    EXPECT_EQ(resumed.run_id, started.run_id);
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Completed);
    EXPECT_EQ(result_of(*started.folder), result_of(*whole.folder));
}

TEST_F(RunHostTest, AStopDuringThePreparationIsNotLost) {
    host({.step_duration = 2ms, .load_duration = 50ms}).start(config_);
    host().command(StopCommand{});
    const auto started = wait_for_started();
    ASSERT_FALSE(started.folder);
    EXPECT_EQ(started.folder.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(host().is_busy());
    EXPECT_EQ(run_folders(), 0u);
}

TEST_F(RunHostTest, AStopWhileTheModelIsLoadedEndsTheRunBeforeItsFirstSteps) {
    host({.step_duration = 2ms, .load_duration = 200ms}).start(config_);
    wait_for([](const HostEvent& event) {
        const auto* phase = run_event<PhaseChanged>(event);
        return phase && phase->detail == "Loading the model";
    });
    std::this_thread::sleep_for(50ms);
    host().command(StopCommand{});
    const auto* finished = wait_for_run_event<RunFinished>();
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->cause, ExitCause::Stopped);
    EXPECT_EQ(finished->step, 0);
}

TEST_F(RunHostTest, ARunThatCannotStartLeavesNoFolder) {
    host({.refuses_to_start = true}).start(config_);
    const auto started = wait_for_started();
    ASSERT_FALSE(started.folder);
    EXPECT_EQ(started.folder.error().field, "data.train");
    EXPECT_EQ(run_folders(), 0u);
    EXPECT_FALSE(host().is_busy());
}

TEST_F(RunHostTest, AMissingDataFileIsFoundBeforeTheFolderIsMade) {
    config_.data.train.push_back("/nonexistent/train.jsonl");
    host().start(config_);
    const auto started = wait_for_started();
    ASSERT_FALSE(started.folder);
    EXPECT_NE(started.folder.error().message.find("/nonexistent/train.jsonl"), std::string::npos);
    EXPECT_EQ(run_folders(), 0u);
}

TEST_F(RunHostTest, AMissingEngineIsSaidForEveryRequestAndTriedAgain) {
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

TEST_F(RunHostTest, FailuresOfTheEngineEndTheRunWithTheirReason) {
    host({.out_of_memory_at = 5}).start(config_);
    const auto started = wait_for_started();
    const auto* finished = wait_for_run_event<RunFinished>();
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->cause, ExitCause::Failed);
    EXPECT_EQ(finished->error->code, ErrorCode::OutOfMemory);
    EXPECT_EQ(finished->error->field, "budget.batch_size");
    EXPECT_EQ(recorded(*started.folder).back(), RunEvent(*finished));
}

TEST_F(RunHostTest, AnExceptionBecomesAFailedRunAndTheHostLivesOn) {
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

TEST_F(RunHostTest, ALossThatIsNotFiniteIsRecordedAndEndsTheRun) {
    host({.nonfinite_at = 4}).start(config_);
    const auto started = wait_for_started();
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Failed);
    bool has_nan = false;
    for (const auto& event : recorded(*started.folder))
        if (const auto* step = std::get_if<StepDone>(&event))
            has_nan |= step->loss != step->loss;
    EXPECT_TRUE(has_nan);
}

TEST_F(RunHostTest, AFullDiskWhileSavingFailsTheRunAndKeepsTheOlderCheckpoint) {
    host({.disk_full_at = 6}).start(config_);
    const auto started = wait_for_started();
    const auto* finished = wait_for_run_event<RunFinished>();
    ASSERT_NE(finished, nullptr);
    EXPECT_EQ(finished->error->code, ErrorCode::OutOfSpace);
    const auto checkpoints = list_checkpoints(*started.folder / "checkpoints");
    ASSERT_FALSE(checkpoints.empty());
    EXPECT_EQ(checkpoints.back().manifest.step, 4);
}

TEST_F(RunHostTest, ARecordThatCannotBeWrittenStopsTheRunWithAnError) {
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

TEST_F(RunHostTest, DestructionStopsAndSavesARunningSession) {
    config_.checkpoints.every = 0;
    slow_host().start(config_);
    const auto started = wait_for_started();
    wait_for_step(2);
    end_host();
    const auto events = recorded(*started.folder);
    ASSERT_TRUE(std::holds_alternative<RunFinished>(events.back()));
    EXPECT_EQ(std::get<RunFinished>(events.back()).cause, ExitCause::Stopped);
    EXPECT_EQ(list_checkpoints(*started.folder / "checkpoints").size(), 1u);
    EXPECT_FALSE(RunLock::is_held(*started.folder));
}

TEST_F(RunHostTest, DestructionEndsAPausedSession) {
    slow_host().start(config_);
    const auto started = wait_for_started();
    host().command(PauseCommand{});
    wait_for_phase(RunPhase::Paused);
    end_host();
    EXPECT_EQ(std::get<RunFinished>(recorded(*started.folder).back()).cause, ExitCause::Stopped);
}

TEST_F(RunHostTest, DestructionAtAnyMomentEndsWell) {
    for (int i = 0; i < 20; ++i) {
        host({.step_duration = 200us, .load_duration = 1ms}).start(config_);
        host().request_info();
        std::this_thread::sleep_for(std::chrono::milliseconds(i));
        end_host();
    }
    for (const auto& run : fs::directory_iterator(data_.path() / "runs")) {
        EXPECT_FALSE(RunLock::is_held(run.path()));
        EXPECT_TRUE(std::holds_alternative<RunFinished>(recorded(run.path()).back()));
    }
}

TEST_F(RunHostTest, RunsThatWaitAreDoneOneAfterTheOther) {
    host().start(config_);
    host().start(config_);
    const auto first = wait_for_started();
    wait_for_run_event<RunFinished>();
    const auto second = wait_for_started();
    wait_for_run_event<RunFinished>();
    EXPECT_NE(first.run_id, second.run_id);
    EXPECT_EQ(result_of(*first.folder), result_of(*second.folder));
}

TEST_F(RunHostTest, ACancelledRunIsStoppedAndSaved) {
    const auto request = slow_host().start(config_);
    wait_for_step(2);
    host().cancel(request);
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Stopped);
}

TEST_F(RunHostTest, ARunOfAnotherHolderIsNotResumed) {
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

TEST_F(RunHostTest, AFolderThatIsNoRunIsNotResumed) {
    host().resume(inputs_.path());
    EXPECT_FALSE(wait_for_started().folder);
    EXPECT_TRUE(fs::exists(inputs_.path() / "train.jsonl"));
}

TEST_F(RunHostTest, RequestsAreAnsweredByTheirNumber) {
    const auto model = inputs_.path() / "model";
    const auto info = host().request_info();
    const auto inspect = host().inspect(model);
    const auto generate = host().generate({.model = model, .prompts = {"a", "b"}});
    const auto evaluate = host().evaluate({.model = model});
    const auto benchmark = host().benchmark({});
    EXPECT_EQ(wait_for_reply<EngineInfo>(info).report->torch_version, "fake");
    EXPECT_EQ(wait_for_reply<ModelReport>(inspect).report->config.model_type, "llama");
    EXPECT_EQ(wait_for_reply<Generation>(generate).report->answers.size(), 2u);
    EXPECT_EQ(wait_for_reply<EvaluationReport>(evaluate).report->tokens, 40);
    EXPECT_EQ(wait_for_reply<BenchmarkReport>(benchmark).report->threads, 1);
}

TEST_F(RunHostTest, ExportsWhatARunMade) {
    host().start(config_);
    const auto started = wait_for_started();
    wait_for_run_event<RunFinished>();
    const auto request = host().export_run({.run = *started.folder, .out = data_.path() / "out"});
    const auto reply = wait_for_reply<ExportReport>(request);
    ASSERT_TRUE(reply.report) << reply.report.error().message;
    EXPECT_TRUE(fs::exists(data_.path() / "out" / "weights.json"));
}

TEST_F(RunHostTest, ACancelledRequestSaysSo) {
    slow_host().start(config_);
    wait_for_started();
    const auto request = host().generate({.model = inputs_.path() / "model", .prompts = {"a"}});
    host().cancel(request);
    host().command(StopCommand{});
    const auto reply = wait_for_reply<Generation>(request);
    ASSERT_FALSE(reply.report);
    EXPECT_EQ(reply.report.error().code, ErrorCode::Cancelled);
}

TEST_F(RunHostTest, CommandsWithoutARunAreDropped) {
    host().command(StopCommand{});
    host().command(PauseCommand{});
    host().start(config_);
    wait_for_started();
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Completed);
}

}  // namespace
}  // namespace tunebench
