#include "core/run/run_host.h"

#include <algorithm>
#include <map>
#include <thread>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "core/run/export_record.h"
#include "core/run/starting_adapter.h"
#include "tests/core/run/host_fixture.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class RunHostTest : public test::HostFixture {};

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
    for (const auto& event : host().take_events())
        EXPECT_EQ(run_event<StepDone>(event), nullptr);
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

TEST_F(RunHostTest, TheMachineIsMeasuredOnceASecondAndRecorded) {
    config_.budget.steps = 100000;
    slow_host().start(config_);
    const auto started = wait_for_started();
    const auto* measured = wait_for_run_event<MetricsMeasured>();
    ASSERT_NE(measured, nullptr);
    EXPECT_GT(measured->step, 0);
    EXPECT_GT(measured->elapsed_seconds, 0.0);
    std::map<std::string, double> values(measured->values.begin(), measured->values.end());
    for (const auto* share : {"process_cpu_share", "machine_cpu_share"}) {
        EXPECT_GE(values.at(share), 0.0) << share;
        EXPECT_LE(values.at(share), 1.0) << share;
    }
    EXPECT_GT(values.at("process_memory_bytes"), 1e6);
    EXPECT_GT(values.at("machine_memory_bytes"), values.at("process_memory_bytes") / 2);
    host().command(DiscardCommand{});
    wait_for_run_event<RunFinished>();
    const auto events = recorded(*started.folder);
    EXPECT_TRUE(std::ranges::any_of(
        events, [](const RunEvent& event) { return std::holds_alternative<MetricsMeasured>(event); }));
    EXPECT_TRUE(std::holds_alternative<RunFinished>(events.back())) << "nothing is measured after the end";
}

TEST_F(RunHostTest, AChangeThatComesEarlyIsNotLost) {
    config_.evaluation.every = 0;
    slow_host().start(config_);
    host().command(AdjustCommand{.evaluation_every = 4});
    const auto* changed = wait_for_run_event<SettingsChanged>();
    ASSERT_NE(changed, nullptr);
    EXPECT_EQ(changed->step, 0);
    EXPECT_FALSE(changed->learning_rate);
    EXPECT_EQ(wait_for_run_event<EvaluationDone>()->step, 4);
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

TEST_F(RunHostTest, ARunDoesNotGoOnWithOtherData) {
    slow_host().start(config_);
    const auto started = wait_for_started();
    wait_for_step(5);
    host().command(StopCommand{});
    wait_for_run_event<RunFinished>();
    const auto& file = config_.data.train.front().path;
    const auto rows = *read_file(file, 1 << 20);
    std::ofstream(file, std::ios::app) << R"({"prompt": "Say 99: ", "completion": "99"})" << '\n';
    host().resume(*started.folder);
    const auto refused = wait_for_started();
    ASSERT_FALSE(refused.folder);
    EXPECT_NE(refused.folder.error().message.find("train.jsonl has changed"), std::string::npos)
        << refused.folder.error().message;
    EXPECT_FALSE(RunLock::is_held(*started.folder));

    std::ofstream(file, std::ios::trunc) << rows;
    host().resume(*started.folder);
    EXPECT_TRUE(wait_for_started().folder) << "as it was, it goes on";
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Completed);
}

TEST_F(RunHostTest, ADiscardedRunLeavesNoCheckpoint) {
    config_.checkpoints.every = 2;
    slow_host().start(config_);
    const auto started = wait_for_started();
    wait_for_step(5);
    host().command(DiscardCommand{});
    EXPECT_EQ(wait_for_run_event<RunFinished>()->cause, ExitCause::Discarded);
    EXPECT_TRUE(list_checkpoints(*started.folder / "checkpoints").empty());
    EXPECT_FALSE(recorded(*started.folder).empty()) << "what happened in it stays";
}

TEST_F(RunHostTest, AResumedRunSweepsWhatAKilledProcessLeft) {
    slow_host().start(config_);
    const auto started = wait_for_started();
    ASSERT_TRUE(started.folder);
    wait_for_step(3);
    host().command(StopCommand{});
    wait_for_run_event<RunFinished>();
    const auto left = *started.folder / ".model.tmp-0a1b2c3d";
    std::filesystem::create_directories(left / "model");
    host().resume(*started.folder);
    wait_for_run_event<RunFinished>();
    EXPECT_FALSE(std::filesystem::exists(left));
    EXPECT_TRUE(std::filesystem::exists(*started.folder / "run.json"));
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

TEST_F(RunHostTest, ReadingTellsHowFarItIsAndAStopEndsItAtOnce) {
    host({.read_duration = 60s}).start(config_);
    std::vector<double> shares;
    wait_for([&](const HostEvent& event) {
        const auto* phase = run_event<PhaseChanged>(event);
        if (phase && phase->share)
            shares.push_back(*phase->share);
        return shares.size() == 3;
    });
    EXPECT_TRUE(std::ranges::is_sorted(shares));
    EXPECT_GT(shares.back(), 0.0);
    host().command(StopCommand{});
    const auto started = wait_for_started();
    ASSERT_FALSE(started.folder);
    EXPECT_EQ(started.folder.error().code, ErrorCode::Cancelled);
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
    for (int moment = 0; moment < 20; ++moment) {
        host({.step_duration = 200us, .load_duration = 1ms}).start(config_);
        host().request_info();
        int seen = 0;
        if (moment > 0)
            wait_for([&](const HostEvent&) { return ++seen == moment; });
        end_host();
    }
    EXPECT_GE(run_folders(), 5u);
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
    const auto records = read_export_records(*started.folder);
    ASSERT_EQ(records.size(), 1u);
    EXPECT_EQ(records[0].to, "peft");
    EXPECT_EQ(records[0].report.out, data_.path() / "out");
    EXPECT_EQ(records[0].report.top1_agreement, reply.report->top1_agreement);
}

TEST_F(RunHostTest, WhatIsJustBeingMovedIsNeitherExportedNorEvaluated) {
    host().start(config_);
    const auto started = wait_for_started();
    ASSERT_TRUE(started.folder) << started.folder.error().message;
    wait_for_run_event<RunFinished>();
    const auto run = RunFolder::open(*started.folder);
    ASSERT_TRUE(run) << run.error().message;
    const auto mover = RunLock::acquire_alone(*run);
    ASSERT_TRUE(mover) << mover.error().message;
    const auto exported = host().export_run({.run = run->path(), .out = data_.path() / "out"});
    EXPECT_FALSE(wait_for_reply<ExportReport>(exported).report);
    const auto model = inputs_.path() / "model";
    const auto with_adapter =
        host().evaluate({.model = model, .adapters = {{.folder = run->adapter(), .weight = 1.0}}});
    EXPECT_FALSE(wait_for_reply<EvaluationReport>(with_adapter).report);
    const auto alone = host().evaluate({.model = model});
    EXPECT_TRUE(wait_for_reply<EvaluationReport>(alone).report);
}

TEST_F(RunHostTest, ARunThatContinuesAnAdapterTakesOverItsSettingsAndSaysSo) {
    config_.model.adapter = TUNEBENCH_SOURCE_DIR "/tests/data/goldens/llama/lora-attn";
    host().start(config_);
    const auto started = wait_for_started();
    ASSERT_TRUE(started.folder) << started.folder.error().message;
    const auto* warning = wait_for_run_event<RunWarning>();
    ASSERT_NE(warning, nullptr);
    EXPECT_NE(warning->message.find("as in the adapter"), std::string::npos) << warning->message;
    wait_for_run_event<RunFinished>();
    const auto config = RunFolder::open(*started.folder)->manifest().config;
    EXPECT_NE(config.method.params, config_.method.params);
    auto again = config;
    EXPECT_TRUE(adopt_starting_adapter(again)->empty());
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
