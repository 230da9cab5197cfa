// Which runs of a queue come, and when: their order, what is left out, what is tried again.
#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "core/study/report/study_report.h"
#include "tests/core/study/queue/study_queue_fixture.h"

namespace tunebench::test {
namespace {

class StudyQueueOrderTest : public StudyQueueFixture {};

TEST_F(StudyQueueOrderTest, AllTasksAreKnownFromTheFirstMoment) {
    std::vector<StudyTask> first;
    on_start_ = [&] { first = queue_->tasks(); };
    ASSERT_EQ(run(), StudyEnd::Done);
    ASSERT_EQ(first.size(), 11U);
    EXPECT_EQ(task_title(plan_, first[0]), "model");
    EXPECT_EQ(task_title(plan_, first[1]).substr(0, 20), "LoRA, learning rate ");
    EXPECT_EQ(task_name(plan_, first[10]), "race/IA3/43");
    for (const auto& task : first)
        EXPECT_EQ(task.state, TaskState::Waiting);
    for (const auto& task : last_tasks_) {
        EXPECT_EQ(task.state, TaskState::Measured);
        EXPECT_GT(task.run.wall_seconds, 0.0);
    }
}

TEST_F(StudyQueueOrderTest, RunsThatWereMovedComeInTheirNewOrder) {
    on_start_ = [&] { queue_->move(10, 7); };  // IA3's second seed before the race of all others
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_[7], "IA3, seed 43");
    EXPECT_EQ(begun_[8], "LoRA, seed 42");
    on_start_ = [] {};
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(task_name(plan_, last_tasks_[7]), "race/IA3/43") << "the folder keeps the order";
}

TEST_F(StudyQueueOrderTest, ARunThatDoesNotKnowItsRateIsPassedOver) {
    on_start_ = [&] { queue_->move(7, 1); };  // a run of the race before the search
    ASSERT_EQ(run(), StudyEnd::Done);
    ASSERT_EQ(begun_.size(), 11U);
    EXPECT_EQ(begun_[4], "LoRA, seed 42") << "as soon as the third try has told the rate";
    EXPECT_EQ(last_tasks_[1].run.learning_rate, results_.arms[0].learning_rate);
}

TEST_F(StudyQueueOrderTest, WhatIsLeftOutIsNotRunAndCanBeTriedAgain) {
    on_start_ = [&] {
        queue_->skip(8);  // IA3's race
        queue_->skip(10);
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 9U);
    EXPECT_FALSE(results_.arms[1].seeds[0]);
    EXPECT_EQ(report_study(plan_, results_).arms[1].failed, 0);
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(begun_.empty()) << "it stays left out";
    on_start_ = [&] { queue_->retry(8); };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_, std::vector<std::string>{"IA3, seed 42"});
}

TEST_F(StudyQueueOrderTest, AnotherTryIsWantedAfterAKillToo) {
    settings_.methods.push_back(
        method("full", {{"method", {{"id", "full"}}}}));  // fails with the fake engine
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto failed = std::ranges::find(last_tasks_, TaskState::Failed, &StudyTask::state);
    ASSERT_NE(failed, last_tasks_.end());
    const auto title = task_title(plan_, *failed);
    {
        const auto folder = StudyFolder::open(data_.path(), settings_);
        ASSERT_TRUE(folder);
        StudyQueue queue(plan_, *folder, host(options_), {});
        queue.retry(static_cast<std::size_t>(failed - last_tasks_.begin()));
    }
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_, std::vector<std::string>{title});
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(begun_.empty()) << "it has had its other try";
}

TEST_F(StudyQueueOrderTest, TheRunAtWorkCanBeLeftOutAndGoesOnLater) {
    options_.step_duration = std::chrono::milliseconds(2);
    on_step_ = [this](std::int64_t step) {
        if (step >= 10 && begun_.size() == 8)
            queue_->skip(7);
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(begun_.size(), 11U);
    EXPECT_EQ(last_tasks_[7].state, TaskState::Skipped);
    EXPECT_FALSE(results_.arms[0].seeds[0]);
    const auto folders = run_folders();
    on_step_ = [](std::int64_t) {};
    on_start_ = [&] { queue_->retry(7); };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(results_.arms[0].seeds[0]->steps, 30);
    EXPECT_EQ(run_folders(), folders) << "it went on in its folder";
}

TEST_F(StudyQueueOrderTest, ASearchThatIsLeftOutKeepsTheMethodsOwnRate) {
    on_start_ = [&] {
        for (std::size_t task = 1; task <= 3; ++task)
            queue_->skip(task);
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(results_.arms[0].learning_rate, learning_rate_of(plan_.arms[0].config));
    EXPECT_EQ(results_.arms[0].seeds[0]->learning_rate, results_.arms[0].learning_rate);
}

TEST_F(StudyQueueOrderTest, AnotherTryChangesTheRateOfTheRace) {
    ASSERT_EQ(run(), StudyEnd::Done);
    const auto before = results_.arms[0].learning_rate;
    const auto best = std::ranges::min_element(results_.arms[0].tries, {}, &RateTry::validation_loss) -
                      results_.arms[0].tries.begin();
    // As if the best try had failed then.
    const auto folder = StudyFolder::open(data_.path(), settings_);
    ASSERT_TRUE(folder);
    const auto key = StudyInputs().key_of_run(
        search_run(plan_, plan_.arms[0], settings_.rules.rate_factors[static_cast<std::size_t>(best)]));
    ASSERT_TRUE(folder->keep(key, {.state = MeasuredState::Failed, .error = "once"}));
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_NE(results_.arms[0].learning_rate, before);
    EXPECT_EQ(begun_.size(), 2U) << "the race of that method at the next best rate";
    ASSERT_EQ(run(/*retry=*/true), StudyEnd::Done);
    EXPECT_EQ(results_.arms[0].learning_rate, before);
    EXPECT_EQ(begun_.size(), 1U) << "the try; the race at that rate is known";
}

TEST_F(StudyQueueOrderTest, AStopBySomebodyElseLeavesTheRunOut) {
    options_.step_duration = std::chrono::milliseconds(2);
    on_step_ = [&](std::int64_t step) {
        if (step < 5 || begun_.size() != 8)
            return;
        host().command(StopCommand{});
        queue_->take_command(StopCommand{});
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(last_tasks_[7].state, TaskState::Skipped);
    EXPECT_EQ(last_tasks_[8].state, TaskState::Measured);
}

TEST_F(StudyQueueOrderTest, WhatAnotherProcessHasDoneIsTakenOver) {
    const auto plan = plan_study(settings_);
    ASSERT_TRUE(plan) << plan.error().message;
    const auto folder = StudyFolder::open(data_.path(), settings_);
    ASSERT_TRUE(folder) << folder.error().message;
    StudyQueue late(*plan, *folder, host(options_), {});
    on_start_ = [&] {
        queue_->move(10, 7);
        queue_->skip(9);
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_EQ(late.tasks()[7].state, TaskState::Waiting);
    late.read_again();
    ASSERT_EQ(late.tasks().size(), last_tasks_.size());
    for (std::size_t i = 0; i < last_tasks_.size(); ++i) {
        EXPECT_EQ(task_name(*plan, late.tasks()[i]), task_name(plan_, last_tasks_[i]));
        EXPECT_EQ(late.tasks()[i].state, last_tasks_[i].state) << i;
    }
    ASSERT_EQ(late.results().arms.size(), results_.arms.size());
    for (std::size_t arm = 0; arm < results_.arms.size(); ++arm)
        EXPECT_EQ(late.results().arms[arm].learning_rate, results_.arms[arm].learning_rate);
}

TEST_F(StudyQueueOrderTest, ADamagedOrderIsNone) {
    on_start_ = [&] { queue_->move(10, 7); };
    ASSERT_EQ(run(), StudyEnd::Done);
    std::ofstream(data_.path() / "studies/tiny-study/queue.json") << "{\"order\": 3";
    on_start_ = [] {};
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_TRUE(begun_.empty());
    EXPECT_EQ(task_name(plan_, last_tasks_[7]), "race/LoRA/42");
}

TEST_F(StudyQueueOrderTest, WhatIsLeftIsEstimatedFromWhatIsDone) {
    std::optional<double> before, during;
    on_start_ = [&] { before = queue_->remaining_seconds(); };
    on_end_ = [&] {
        if (ended_.size() == 8)
            during = queue_->remaining_seconds();
    };
    ASSERT_EQ(run(), StudyEnd::Done);
    EXPECT_FALSE(before);
    ASSERT_TRUE(during);
    EXPECT_GT(*during, 0.0);
}

}  // namespace
}  // namespace tunebench::test
