#include "core/history/history.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <limits>

#include <gtest/gtest.h>

#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

using test::step_at;

class HistoryTest : public ::testing::Test {
protected:
    const std::filesystem::path& data() const { return folder_.path(); }

    /// Records as a run does: events.jsonl first, then history.
    void record(RunRecorder& recorder, const RunEvent& event) {
        const auto recorded = recorder.record(event);
        ASSERT_TRUE(recorded) << recorded.error().message;
    }

    test::TemporaryFolder folder_;
};

TEST_F(HistoryTest, ANewHistoryIsEmpty) {
    const auto history = test::open_history(data());
    const auto runs = test::open_reader(data())->runs();
    ASSERT_TRUE(runs);
    EXPECT_TRUE(runs->empty());
    EXPECT_EQ(history->notice(), "");
}

TEST_F(HistoryTest, WithoutAHistoryTheReaderSaysSo) {
    const auto reader = HistoryReader::open(History::database_path(data()));
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ErrorCode::NotFound);
}

TEST_F(HistoryTest, ARunsRowFollowsItsEvents) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "town facts");
    auto recorder = RunRecorder::open(run, history.get());
    record(*recorder, test::started_at(0));
    record(*recorder, step_at(1));
    record(*recorder, EvaluationDone{.step = 1, .loss = 2.5, .perplexity = std::exp(2.5), .is_best = true});
    record(*recorder, RunFinished{.cause = ExitCause::Completed,
                                  .step = 1,
                                  .training_loss = step_at(1).loss,
                                  .best_validation_loss = 2.5,
                                  .best_step = 1,
                                  .tokens_per_second = 321.5,
                                  .adapter = "adapter"});
    ASSERT_TRUE(history->flush());

    const RunSummary row = test::summary_of(data(), run.manifest().id);
    EXPECT_EQ(row.name, "town facts");
    EXPECT_EQ(row.model, "town");
    EXPECT_EQ(row.method, run.manifest().config.method.id);
    EXPECT_EQ(row.status, RunStatus::Completed);
    EXPECT_EQ(row.created_at, run.manifest().created_at);
    EXPECT_FALSE(row.finished_at.empty());
    EXPECT_EQ(row.steps, 1);
    EXPECT_EQ(row.trainable_parameters, 50);
    EXPECT_EQ(row.best_validation_loss, 2.5);
    EXPECT_EQ(row.tokens_per_second, 321.5);
    EXPECT_EQ(std::filesystem::canonical(row.folder), std::filesystem::canonical(run.path()));
}

TEST_F(HistoryTest, DetailsHoldWhatTheRunLeft) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "details");
    auto recorder = RunRecorder::open(run, history.get());
    const SampleDone first{3, "Describe: 苹果", "An apple.\nRed."};
    const SampleDone second{3, "Describe: b", ""};
    const RunWarning warning{2, "7 examples were cut.", "Raise max_length."};
    const MemoryMeasured memory{1, "backward", 5000, 6000};
    record(*recorder, test::started_at(0));
    for (const RunEvent& event : std::vector<RunEvent>{warning, memory, first, second})
        record(*recorder, event);
    record(*recorder, CheckpointSaved{.step = 1, .name = "step-1", .bytes = 10, .seconds = 0.5});
    record(*recorder,
           CheckpointSaved{.step = 2, .name = "step-2", .bytes = 11, .is_best = true, .removed = {"step-1"}});
    std::filesystem::create_directories(run.checkpoints() / "step-2");
    record(*recorder, RunFinished{.cause = ExitCause::Failed,
                                  .step = 3,
                                  .error = Error{ErrorCode::OutOfSpace, "The disk is full.", "Free some."}});
    ASSERT_TRUE(history->flush());

    const auto details = test::open_reader(data())->run(run.manifest().id);
    ASSERT_TRUE(details) << details.error().message;
    EXPECT_EQ(details->manifest, run.manifest());
    EXPECT_EQ(details->samples, (std::vector{first, second}));
    EXPECT_EQ(details->warnings, std::vector{warning});
    EXPECT_EQ(details->memory, std::vector{memory});
    ASSERT_EQ(details->checkpoints.size(), 1U);
    EXPECT_EQ(details->checkpoints[0].name, "step-2");
    EXPECT_TRUE(details->checkpoints[0].is_best);
    ASSERT_EQ(details->sessions.size(), 1U);
    EXPECT_EQ(details->sessions[0].started, test::started_at(0));
    ASSERT_TRUE(details->sessions[0].end);
    EXPECT_EQ(details->sessions[0].end->cause, "failed");
    EXPECT_EQ(details->sessions[0].end->error, "The disk is full.");
    EXPECT_EQ(details->sessions[0].end->error_hint, "Free some.");
}

TEST_F(HistoryTest, ADiscardedRunHasNoCheckpoints) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "discarded");
    auto recorder = RunRecorder::open(run, history.get());
    record(*recorder, test::started_at(0));
    record(*recorder, CheckpointSaved{.step = 1, .name = "step-1", .bytes = 10, .seconds = 0.5});
    record(*recorder, RunFinished{.cause = ExitCause::Discarded, .step = 2});
    ASSERT_TRUE(history->flush());
    const auto details = test::open_reader(data())->run(run.manifest().id);
    ASSERT_TRUE(details) << details.error().message;
    EXPECT_TRUE(details->checkpoints.empty());
}

TEST_F(HistoryTest, RunsThatClassifyHaveAccuracyAndF1InsteadOfPerplexity) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "classes");
    history->begin_run(run);
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    history->record(
        run.manifest().id,
        EvaluationDone{
            .step = 5, .loss = 0.3, .perplexity = nan, .token_accuracy = nan, .accuracy = 0.75, .f1 = 0.5});
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    EXPECT_EQ(*reader->metrics(run.manifest().id),
              (std::vector<std::string>{"validation_loss", "validation_seconds", "validation_accuracy",
                                        "validation_f1"}));
    const auto points = reader->metric(run.manifest().id, "validation_f1");
    ASSERT_EQ(points->size(), 1U);
    EXPECT_EQ(points->front().value, 0.5);
}

TEST_F(HistoryTest, StepsInSixteenBitsHaveTheirOwnMetrics) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "narrow");
    const auto id = run.manifest().id;
    history->begin_run(run);
    history->record(id, step_at(1));
    auto step = step_at(2);
    step.loss_scale = 65536.0;
    step.gradient_underflow = 1.0 / 3.0;
    step.gradient_overflow = 0.0;
    history->record(id, step);
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    const auto names = *reader->metrics(id);
    EXPECT_EQ(std::vector<std::string>(names.begin() + 9, names.end()),
              (std::vector<std::string>{"loss_scale", "gradient_underflow", "gradient_overflow"}));
    for (const auto& [name, value] :
         {std::pair{"loss_scale", 65536.0}, std::pair{"gradient_underflow", 1.0 / 3.0},
          std::pair{"gradient_overflow", 0.0}}) {
        const auto points = *reader->metric(id, name);
        ASSERT_EQ(points.size(), 1U) << name;
        EXPECT_EQ(points[0].step, 2);
        EXPECT_EQ(points[0].value, value);
    }
    EXPECT_EQ(reader->metric(id, "loss")->size(), 2U);
    EXPECT_TRUE(reader->metric(id, "skipped_steps")->empty());
    step.step = 3;
    step.skipped_steps = 5;
    history->record(id, step);
    ASSERT_TRUE(history->flush());
    EXPECT_EQ(reader->metrics(id)->back(), "skipped_steps");
    EXPECT_EQ(reader->metric(id, "skipped_steps")->at(0).value, 5.0);
}

TEST_F(HistoryTest, MetricsComeBackBitForBit) {
    using Limits = std::numeric_limits<double>;
    const std::vector<double> values = {0.0,
                                        -0.0,
                                        1.0 / 3.0,
                                        Limits::quiet_NaN(),
                                        Limits::infinity(),
                                        -Limits::infinity(),
                                        Limits::denorm_min(),
                                        Limits::max(),
                                        4.9e-320,
                                        1e-17};
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "bits");
    history->begin_run(run);
    for (std::size_t i = 0; i < values.size(); ++i) {
        StepDone step = step_at(static_cast<std::int64_t>(i) + 1);
        step.loss = step.gradient_norm = step.learning_rate = values[i];
        history->record(run.manifest().id, step);
        history->record(run.manifest().id, EvaluationDone{.step = step.step, .loss = values[i]});
    }
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    for (const char* metric : {"loss", "gradient_norm", "learning_rate", "validation_loss"}) {
        const auto points = reader->metric(run.manifest().id, metric);
        ASSERT_TRUE(points) << points.error().message;
        ASSERT_EQ(points->size(), values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::isnan(values[i])) {
                EXPECT_TRUE(std::isnan((*points)[i].value)) << metric << " " << i;
            } else
                EXPECT_EQ(test::bits((*points)[i].value), test::bits(values[i])) << metric << " " << i;
        }
    }
}

TEST_F(HistoryTest, ALastLossThatIsNotANumberIsInTheRow) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "nan");
    history->begin_run(run);
    ASSERT_TRUE(history->flush());
    EXPECT_FALSE(test::summary_of(data(), run.manifest().id).training_loss.has_value());
    StepDone step = step_at(1);
    step.loss = std::numeric_limits<double>::quiet_NaN();
    history->record(run.manifest().id, step);
    ASSERT_TRUE(history->flush());
    const auto loss = test::summary_of(data(), run.manifest().id).training_loss;
    ASSERT_TRUE(loss.has_value());
    EXPECT_TRUE(std::isnan(*loss));
}

TEST_F(HistoryTest, AHundredThousandStepsAllArrive) {
    constexpr std::int64_t kSteps = 100'000;
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "long");
    history->begin_run(run);
    std::vector<StepDone> steps;
    for (std::int64_t step = 1; step <= kSteps; ++step) {
        steps.push_back(step_at(step));
        history->record(run.manifest().id, steps.back());
    }
    ASSERT_TRUE(history->flush());
    test::expect_losses(*test::open_reader(data()), run.manifest().id, steps);
}

TEST_F(HistoryTest, OrderIsThatOfTheCalls) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "order");
    history->begin_run(run);
    constexpr int kCount = 3000;
    for (int i = 0; i < kCount; ++i)
        history->record(run.manifest().id, SampleDone{1, std::to_string(i), "answer"});
    ASSERT_TRUE(history->flush());
    const auto details = test::open_reader(data())->run(run.manifest().id);
    ASSERT_EQ(details->samples.size(), static_cast<std::size_t>(kCount));
    for (int i = 0; i < kCount; ++i)
        ASSERT_EQ(details->samples[static_cast<std::size_t>(i)].prompt, std::to_string(i));
}

TEST_F(HistoryTest, AnOpenReaderSeesWhatWasFlushed) {
    const auto history = test::open_history(data());
    const auto reader = test::open_reader(data());
    const RunFolder run = test::make_run(data(), "seen");
    history->begin_run(run);
    for (int step = 1; step <= 3; ++step) {
        history->record(run.manifest().id, step_at(step));
        ASSERT_TRUE(history->flush());
        EXPECT_EQ(reader->metric(run.manifest().id, "loss")->size(), static_cast<std::size_t>(step));
        EXPECT_EQ(reader->runs()->front().steps, step);
    }
}

TEST_F(HistoryTest, ListsTheMetricsThatTheRunHas) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "metrics");
    history->begin_run(run);
    history->record(run.manifest().id, step_at(1));
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    const auto before = reader->metrics(run.manifest().id);
    EXPECT_EQ(before->front(), "loss");
    EXPECT_EQ(std::count(before->begin(), before->end(), "validation_loss"), 0);
    history->record(run.manifest().id, EvaluationDone{.step = 1, .loss = 1.0});
    ASSERT_TRUE(history->flush());
    const auto metrics = *reader->metrics(run.manifest().id);
    for (const std::string& metric : metrics)
        EXPECT_EQ(reader->metric(run.manifest().id, metric)->size(), 1U) << metric;
    EXPECT_EQ(reader->metrics(run.manifest().id)->size(), 13U);
    EXPECT_EQ(reader->metric(run.manifest().id, "happiness").error().code, ErrorCode::NotFound);
}

TEST_F(HistoryTest, WhatTheUserSaysIsKept) {
    const RunFolder run = test::make_run(data(), "first name");
    const std::string id = run.manifest().id;
    {
        const auto history = test::open_history(data());
        history->begin_run(run);
        history->set_name(id, "second name");
        history->set_tags(id, "good, ä");
        history->set_notes(id, "line one\nline two");
        history->set_archived(id, true);
    }
    const RunSummary row = test::summary_of(data(), id);
    EXPECT_EQ(row.name, "second name");
    EXPECT_EQ(row.tags, "good, ä");
    EXPECT_EQ(row.notes, "line one\nline two");
    EXPECT_TRUE(row.archived);
}

TEST_F(HistoryTest, WordsAboutAnUnknownRunAreAnErrorAndHarmNothing) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "known");
    history->begin_run(run);
    history->set_tags("ffffffff", "lost");
    history->set_tags(run.manifest().id, "kept");
    history->record("ffffffff", step_at(1));
    const auto flushed = history->flush();
    ASSERT_FALSE(flushed);
    EXPECT_NE(flushed.error().message.find("ffffffff"), std::string::npos);
    EXPECT_TRUE(history->flush());
    EXPECT_EQ(test::summary_of(data(), run.manifest().id).tags, "kept");
}

TEST_F(HistoryTest, RunsAreFoundByTextAndListedNewestFirst) {
    const auto history = test::open_history(data());
    std::vector<std::string> ids;
    for (const char* name : {"Town facts", "moods 100%", "poems"}) {
        const RunFolder run = test::make_run(data(), name);
        history->begin_run(run);
        ids.push_back(run.manifest().id);
    }
    history->set_tags(ids[2], "verse");
    history->set_archived(ids[1], true);
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    const auto found = [&](const RunFilter& filter) {
        std::vector<std::string> names;
        const auto runs = *reader->runs(filter);
        for (const RunSummary& run : runs)
            names.push_back(run.name);
        return names;
    };
    EXPECT_EQ(found({}), (std::vector<std::string>{"poems", "Town facts"}));
    EXPECT_EQ(found({.with_archived = true}),
              (std::vector<std::string>{"poems", "moods 100%", "Town facts"}));
    EXPECT_EQ(found({.text = "VERSE"}), std::vector<std::string>{"poems"});
    EXPECT_EQ(found({.text = "0%", .with_archived = true}), std::vector<std::string>{"moods 100%"});
    EXPECT_EQ(found({.text = "town"}).size(), 2U);  // the model's name
}

TEST_F(HistoryTest, ARunIsFoundByIdByItsBeginningAndByName) {
    const auto history = test::open_history(data());
    history->begin_run(test::make_run(data(), "twin", "aaaa1111"));
    history->begin_run(test::make_run(data(), "twin", "aaaa2222"));
    history->begin_run(test::make_run(data(), "single", "bbbb3333"));
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    EXPECT_EQ(reader->run("aaaa2222")->summary.id, "aaaa2222");
    EXPECT_EQ(reader->run("bb")->summary.id, "bbbb3333");
    EXPECT_EQ(reader->run("single")->summary.id, "bbbb3333");
    EXPECT_EQ(reader->run("aaaa").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(reader->run("twin").error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(reader->run("twin").error().message.find("aaaa1111"), std::string::npos);
    EXPECT_EQ(reader->run("nobody").error().code, ErrorCode::NotFound);
    EXPECT_EQ(reader->run("").error().code, ErrorCode::NotFound);
    EXPECT_EQ(reader->run("%").error().code, ErrorCode::NotFound);
}

TEST_F(HistoryTest, AResumedRunGoesOnFromItsCheckpoint) {
    const auto history = test::open_history(data());
    const RunFolder run = test::make_run(data(), "resumed");
    const std::string id = run.manifest().id;
    {
        auto recorder = RunRecorder::open(run, history.get());
        record(*recorder, test::started_at(0));
        for (int step = 1; step <= 10; ++step)
            record(*recorder, step_at(step));
        record(*recorder, EvaluationDone{.step = 5, .loss = 2.0, .is_best = true});
        record(*recorder, SampleDone{5, "kept", ""});
        record(*recorder, EvaluationDone{.step = 10, .loss = 1.0, .is_best = true});
        record(*recorder, SampleDone{10, "of a future that did not come", ""});
    }
    auto recorder = RunRecorder::open(run, history.get());
    record(*recorder, test::started_at(6));
    ASSERT_TRUE(history->flush());
    const RunSummary back = test::summary_of(data(), id);
    EXPECT_EQ(back.steps, 6);
    EXPECT_EQ(back.best_validation_loss, 2.0);
    EXPECT_EQ(back.best_step, 5);
    EXPECT_EQ(back.training_loss, step_at(6).loss);

    std::vector<StepDone> expected;
    for (int step = 1; step <= 6; ++step)
        expected.push_back(step_at(step));
    StepDone again = step_at(7);
    again.loss = 0.125;
    expected.push_back(again);
    record(*recorder, again);
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    test::expect_losses(*reader, id, expected);
    const auto details = reader->run(id);
    EXPECT_EQ(details->samples.size(), 1U);
    ASSERT_EQ(details->sessions.size(), 2U);
    EXPECT_FALSE(details->sessions[0].end);
    EXPECT_EQ(details->sessions[1].started.first_step, 6);
}

TEST_F(HistoryTest, TellsWhenRowsWereCommitted) {
    std::atomic<int> calls = 0;
    auto history = History::open(data(), [&] { ++calls; });
    ASSERT_TRUE(history);
    ASSERT_TRUE((*history)->flush());
    const int before = calls;
    (*history)->begin_run(test::make_run(data(), "told"));
    ASSERT_TRUE((*history)->flush());
    history->reset();  // the call comes after the rows, so perhaps after flush
    EXPECT_GT(calls, before);
}

TEST_F(HistoryTest, AMovedDataFolderKeepsItsRuns) {
    const auto old_place = data() / "old";
    const auto new_place = data() / "new";
    std::string id;
    {
        const auto history = test::open_history(old_place);
        const RunFolder run = test::make_run(old_place, "moved");
        id = run.manifest().id;
        history->begin_run(run);
    }
    std::filesystem::rename(old_place, new_place);
    const RunSummary row = test::summary_of(new_place, id);
    EXPECT_TRUE(std::filesystem::exists(row.folder / "run.json")) << row.folder;
}

TEST_F(HistoryTest, AFolderThatCannotBeWrittenIsAnErrorInWords) {
    std::ofstream(data() / "file") << "not a folder";
    const auto below_file = History::open(data() / "file" / "data");
    ASSERT_FALSE(below_file);
    EXPECT_EQ(below_file.error().code, ErrorCode::NotFound);
    EXPECT_NE(below_file.error().message.find("file"), std::string::npos) << below_file.error().message;
    EXPECT_FALSE(below_file.error().hint.empty());

    std::filesystem::create_directories(data() / "occupied" / "history.sqlite");
    const auto occupied = History::open(data() / "occupied");
    ASSERT_FALSE(occupied);
    EXPECT_NE(occupied.error().message.find("history.sqlite"), std::string::npos) << occupied.error().message;
    EXPECT_FALSE(occupied.error().hint.empty());
}

}  // namespace
}  // namespace tunebench
