#include "core/study/queue/study_queue.h"

#include <cmath>
#include <fstream>
#include <utility>

#include <gtest/gtest.h>

#include "core/study/report/study_document.h"
#include "tests/core/study/queue/study_queue_fixture.h"

namespace tunebench::test {
namespace {

class StudyQueueTest : public StudyQueueFixture {};

TEST_F(StudyQueueTest, SearchesRatesThenRacesSeedBySeed) {
    ASSERT_EQ(run(), StudyEnd::Done);
    ASSERT_EQ(begun_.size(), 1U + 6U + 4U);
    EXPECT_EQ(begun_[0], "model");
    EXPECT_EQ(begun_[7], "LoRA, seed 42");
    EXPECT_EQ(begun_[8], "IA3, seed 42");
    EXPECT_EQ(begun_[9], "LoRA, seed 43");
    for (const auto& arm : results_.arms)
        for (const auto& seed : arm.seeds) {
            ASSERT_TRUE(seed);
            EXPECT_EQ(seed->state, MeasuredState::Measured);
            EXPECT_EQ(seed->steps, 30);
            EXPECT_EQ(seed->held_out_losses.size(), 2U) << "as the fake engine reports them";
            EXPECT_GT(seed->result_bytes, 0U);
            EXPECT_FALSE(std::isnan(seed->general_loss));
            EXPECT_FALSE(std::isnan(seed->training_loss));
        }
}

TEST_F(StudyQueueTest, TheRateWithTheBestValidationLossRaces) {
    ASSERT_EQ(run(), StudyEnd::Done);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& arm = results_.arms[i];
        ASSERT_EQ(arm.tries.size(), 3U);
        EXPECT_EQ(arm.learning_rate, best_rate(arm.tries, 0.0));
        EXPECT_EQ(rates_[plan_.arms[i].name], arm.learning_rate);
        EXPECT_EQ(arm.seeds[0]->learning_rate, arm.learning_rate);
        const auto folder = RunFolder::open(arm.seeds[0]->run_folder);
        ASSERT_TRUE(folder);
        EXPECT_EQ(learning_rate_of(folder->manifest().config), arm.learning_rate);
    }
}

TEST_F(StudyQueueTest, WhatIsDoneIsNotRepeated) {
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto folders = run_folders();
    const auto first = results_.arms[1].seeds[1]->run_folder;
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(begun_.empty());
    EXPECT_EQ(run_folders(), folders);
    EXPECT_EQ(results_.arms[1].seeds[1]->run_folder, first);
}

TEST_F(StudyQueueTest, AMethodMoreRunsOnlyThat) {
    ASSERT_EQ(run(), StudyEnd::Done);
    settings_.methods.push_back(method("DoRA", {{"method", {{"id", "dora"}}}}));
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 3U + 2U);
}

TEST_F(StudyQueueTest, OtherHeldOutDataAreMeasuredWithoutTraining) {
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto folders = run_folders();
    settings_.rules.held_out = {(inputs_.path() / "train.jsonl").string()};
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 1U + 4U);
    EXPECT_EQ(run_folders(), folders);
}

TEST_F(StudyQueueTest, AFileThatIsTrainedOnAndJudgedByIsTold) {
    settings_.rules.seeds = 1;
    settings_.rules.rate_factors.clear();
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(troubles_.empty());
    settings_.rules.general = {(inputs_.path() / "model/../train.jsonl").string()};
    ASSERT_EQ(run(), StudyEnd::Done);
    ASSERT_EQ(troubles_.size(), 1U);
    EXPECT_NE(troubles_.front().find("train.jsonl is trained on"), std::string::npos) << troubles_.front();
}

TEST_F(StudyQueueTest, AnEditedHeldOutFileIsMeasuredAgainWithoutTraining) {
    write_tiny_data(inputs_.path() / "held.jsonl", 1);
    settings_.rules.held_out = {(inputs_.path() / "held.jsonl").string()};
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto folders = run_folders();
    write_row("held.jsonl");
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 1U + 4U) << "old losses would be paired with new ones";
    EXPECT_EQ(run_folders(), folders);
}

TEST_F(StudyQueueTest, AnEditedTrainingFileIsTrainedOnAgain) {
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto folders = run_folders();
    write_row("train.jsonl");
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 11U);
    EXPECT_EQ(run_folders(), folders + 10);
}

TEST_F(StudyQueueTest, AnotherModelInTheSameFolderStartsAnew) {
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto folders = run_folders();
    std::ofstream(inputs_.path() / "model/generation_config.json") << "{}";
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 11U);
    EXPECT_EQ(run_folders(), folders + 10);
    EXPECT_EQ(results_.bases.size(), 1U);
}

TEST_F(StudyQueueTest, AStoppedStudyGoesOnWhereItWas) {
    options_.step_duration = std::chrono::milliseconds(2);
    on_step_ = [this](std::int64_t step) {
        if (step >= 10 && begun_.size() == 9)
            queue_->stop();
    };
    ASSERT_EQ(run(), StudyEnd::Stopped);
    EXPECT_FALSE(results_.arms[1].seeds[0]);
    const auto folders = run_folders();
    on_step_ = [](std::int64_t) {};
    ASSERT_EQ(run(), StudyEnd::Done);
    ASSERT_EQ(begun_.size(), 3U) << "the run that was stopped, and the second seed";
    EXPECT_EQ(begun_[0], "IA3, seed 42");
    EXPECT_EQ(run_folders(), folders + 2) << "it went on in its folder";
    std::size_t starts = 0;
    for (const auto& event : recorded(results_.arms[1].seeds[0]->run_folder))
        starts += std::holds_alternative<RunStarted>(event) ? 1 : 0;
    EXPECT_EQ(starts, 2U);
}

TEST_F(StudyQueueTest, TheTimeOfAStoppedRunIsSpent) {
    options_.step_duration = std::chrono::milliseconds(2);
    on_step_ = [this](std::int64_t step) {
        if (step >= 10 && begun_.size() == 8)
            queue_->stop();
    };
    ASSERT_EQ(run(), StudyEnd::Stopped);
    const auto folder = StudyFolder::open(data_.path(), settings_);
    ASSERT_TRUE(folder);
    const auto config = race_run(plan_, plan_.arms[0], 42, results_.arms[0].learning_rate);
    const auto left = folder->find(StudyInputs().key_of_run(config));
    ASSERT_TRUE(left);
    EXPECT_EQ(left->state, MeasuredState::Started);
    EXPECT_GE(left->wall_seconds, 0.02);
    on_step_ = [](std::int64_t) {};
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_GT(results_.arms[0].seeds[0]->wall_seconds, left->wall_seconds);
}

TEST_F(StudyQueueTest, APausedStudyWaitsAndGoesOn) {
    options_.step_duration = std::chrono::milliseconds(2);
    bool was_paused = false;
    on_step_ = [&](std::int64_t step) {
        if (step == 5 && begun_.size() == 8 && !was_paused) {
            was_paused = true;
            queue_->pause();
            host(options_).command(SaveCommand{});  // after which the pause is told again
            queue_->resume();
        }
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(was_paused);
    for (const auto& arm : results_.arms)
        for (const auto& seed : arm.seeds)
            EXPECT_EQ(seed->state, MeasuredState::Measured) << "a pause is not taken for a lack of memory";
}

TEST_F(StudyQueueTest, PausedBetweenTwoRunsNothingBegins) {
    bool has_waited = false;
    on_end_ = [&] {
        if (ended_.size() != 3)
            return;
        queue_->pause();
        resume_later_ = [&] {
            has_waited = begun_.size() == 3 && !queue_->is_over();
            queue_->resume();
        };
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(has_waited);
    EXPECT_EQ(begun_.size(), 11U);
}

TEST_F(StudyQueueTest, ARunThatEndedUnmeasuredIsOnlyMeasured) {
    ASSERT_EQ(run(), StudyEnd::Done);
    // As a process leaves it that was killed between the end of training and that of measuring.
    const auto folder = StudyFolder::open(data_.path(), settings_);
    ASSERT_TRUE(folder);
    const auto config = race_run(plan_, plan_.arms[0], 42, results_.arms[0].learning_rate);
    ASSERT_TRUE(folder->keep(StudyInputs().key_of_run(config),
                             {.run_folder = results_.arms[0].seeds[0]->run_folder}));
    const auto folders = run_folders();
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_, std::vector<std::string>{"LoRA, seed 42"});
    EXPECT_EQ(run_folders(), folders);
    EXPECT_EQ(results_.arms[0].seeds[0]->state, MeasuredState::Measured);
}

TEST_F(StudyQueueTest, AFailedRunIsNotedAndTheRestGoesOn) {
    // The fake engine writes an adapter where a full model would be: it cannot be measured.
    settings_.methods.push_back(method("full", {{"method", {{"id", "full"}}}}));
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(results_.arms[2].seeds[0]->state, MeasuredState::Failed);
    EXPECT_FALSE(results_.arms[2].seeds[0]->error.empty());
    EXPECT_EQ(results_.arms[1].seeds[1]->state, MeasuredState::Measured);
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(begun_.empty()) << "failed runs are not repeated unless asked for";
    ASSERT_EQ(run(/*retry=*/true), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 2U);
}

TEST_F(StudyQueueTest, ARefusedRunIsNoted) {
    options_.refuses_to_start = true;
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_NE(results_.arms[0].seeds[0]->error.find("train.jsonl line 3"), std::string::npos);
    const auto report = report_study(plan_, results_);
    EXPECT_EQ(report.verdict, std::vector<std::string>{"Nothing has been compared yet."});
    EXPECT_FALSE(report.notes.empty());
}

TEST_F(StudyQueueTest, ARunOutOfMemoryIsNotedAndTheRestGoesOn) {
    options_.out_of_memory_at = 3;
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(ended_.back().state, MeasuredState::Failed);
    EXPECT_NE(ended_.back().error.find("out of memory"), std::string::npos) << ended_.back().error;
    EXPECT_EQ(ended_.size(), 11U);
}

TEST_F(StudyQueueTest, WhenTheTimeIsUpNothingStarts) {
    settings_.rules.minutes = 1e-9;
    ASSERT_EQ(run(), StudyEnd::OutOfTime);
    EXPECT_EQ(begun_.size(), 1U);
    settings_.rules.minutes = 0.0;
    ASSERT_EQ(run(), StudyEnd::Done);
}

TEST_F(StudyQueueTest, ADamagedFileOfARunCountsAsNone) {
    ASSERT_EQ(run(), StudyEnd::Done);
    for (const auto& entry : std::filesystem::directory_iterator(data_.path() / "studies/tiny-study/runs"))
        std::ofstream(entry.path()) << "{\"state\": \"measured\", \"steps\": \"many\"}";
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 11U);
}

TEST_F(StudyQueueTest, AnErrorPausesWhereThatIsWanted) {
    options_.refuses_to_start = true;
    std::size_t ends_when_paused = 0;
    on_start_ = [&] { queue_->set_pauses_on_error(true); };
    on_end_ = [&] {
        if (ended_.size() == 2)
            resume_later_ = [&] {
                EXPECT_TRUE(queue_->is_paused());
                EXPECT_FALSE(queue_->task_at_work());
                ends_when_paused = ended_.size();
                queue_->set_pauses_on_error(false);
                queue_->resume();
            };
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(ends_when_paused, 2U);
    EXPECT_EQ(ended_.size(), 11U);
}

TEST_F(StudyQueueTest, APauseBySomebodyElseIsNotTakenForALackOfMemory) {
    options_.step_duration = std::chrono::milliseconds(2);
    bool was_paused = false;
    on_step_ = [&](std::int64_t step) {
        if (step < 5 || begun_.size() != 8 || std::exchange(was_paused, true))
            return;
        for (const Command& command : {Command(PauseCommand{}), Command(ResumeCommand{})}) {
            host().command(command);
            queue_->take_command(command);
        }
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(was_paused);
    EXPECT_EQ(results_.arms[0].seeds[0]->state, MeasuredState::Measured);
}

TEST_F(StudyQueueTest, OnlyWhatWasInterruptedWantsToGoOn) {
    options_.step_duration = std::chrono::milliseconds(2);
    on_step_ = [this](std::int64_t step) {
        EXPECT_EQ(StudyFolder::interrupted(data_.path()).size(), 1U) << "as a killed process leaves it";
        if (step >= 10)
            queue_->suspend();
    };
    ASSERT_EQ(run(), StudyEnd::Stopped);
    const auto interrupted = StudyFolder::interrupted(data_.path());
    ASSERT_EQ(interrupted.size(), 1U);
    const auto settings = StudyFolder::settings_in(interrupted.front());
    ASSERT_TRUE(settings) << settings.error().message;
    EXPECT_EQ(settings->folder, settings_.folder);
    EXPECT_EQ(json_text(study_to_json(*settings)), json_text(study_to_json(settings_)));
    on_step_ = [](std::int64_t) {};
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(StudyFolder::interrupted(data_.path()).empty());
    EXPECT_EQ(run_folders(), 6U + 4U) << "the run that was at work went on in its folder";
}

TEST_F(StudyQueueTest, AStoppedStudyDoesNotAskToGoOn) {
    options_.step_duration = std::chrono::milliseconds(2);
    on_step_ = [this](std::int64_t) { queue_->stop(); };
    ASSERT_EQ(run(), StudyEnd::Stopped);
    EXPECT_TRUE(StudyFolder::interrupted(data_.path()).empty());
}

TEST_F(StudyQueueTest, TheReportIsWritten) {
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto report = report_study(plan_, results_);
    EXPECT_EQ(report.seeds, 2);
    EXPECT_EQ(report.examples, 2);
    ASSERT_TRUE(report.arms[1].against_baseline);
    EXPECT_EQ(report.arms[1].against_baseline->verdict, Difference::NotShown)
        << "the fake engine's losses are equal";
    ASSERT_TRUE(write_study_report(report, data_.path()));
    for (const auto* name : {"report.md", "report.html", "report.tex"}) {
        const auto text = read_file(data_.path() / name, 1 << 20);
        ASSERT_TRUE(text) << name;
        EXPECT_NE(text->find("No difference shown from LoRA: IA3"), std::string::npos) << name;
    }
    const auto json = read_json_file(data_.path() / "report.json");
    ASSERT_TRUE(json);
    EXPECT_EQ((*json)["methods"].size(), 2U);
}

}  // namespace
}  // namespace tunebench::test
