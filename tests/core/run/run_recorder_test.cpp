#include "core/run/run_recorder.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/history/history.h"
#include "core/jobs/run_event_json.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

class RecordingHistory : public History {
public:
    void begin_run(const RunFolder& folder) override { begun.push_back(folder.manifest().id); }
    void record(const std::string& run_id, const RunEvent& event) override {
        events.emplace_back(run_id, event);
    }
    void set_name(const std::string&, std::string) override {}
    void set_tags(const std::string&, std::string) override {}
    void set_notes(const std::string&, std::string) override {}
    void set_archived(const std::string&, bool) override {}
    void set_starred(const std::string&, bool) override {}
    void set_deleted(const std::string&, bool) override {}
    void empty_trash(std::chrono::hours) override {}
    Result<void> flush() override { return {}; }
    std::optional<Error> take_error() override { return {}; }
    std::string notice() const override { return {}; }

    std::vector<std::string> begun = {};
    std::vector<std::pair<std::string, RunEvent>> events = {};
};

class RunRecorderTest : public testing::Test {
protected:
    RunFolder folder() {
        auto made = RunFolder::create(
            data_.path(),
            {.id = "1a2b3c4d", .config = default_run_config(), .created_at = "2026-11-23T22:31:05.123Z"});
        EXPECT_TRUE(made);
        return *std::move(made);
    }

    static std::vector<RunEvent> stored(const RunFolder& folder) {
        std::ifstream file(folder.events_file());
        std::vector<RunEvent> events;
        std::string line;
        while (std::getline(file, line)) {
            const auto event = run_event_from_line(line, "events.jsonl");
            EXPECT_TRUE(event) << event.error().message;
            if (event)
                events.push_back(event->event);
        }
        return events;
    }

private:
    test::TemporaryFolder data_;
};

TEST_F(RunRecorderTest, EveryEventIsInTheFileWhenRecordReturns) {
    const auto run = folder();
    auto recorder = RunRecorder::open(run, nullptr);
    ASSERT_TRUE(recorder);
    const std::vector<RunEvent> events = {RunStarted{.total_steps = 3}, StepDone{.step = 1, .loss = 0.1},
                                          EvaluationDone{.step = 1}, RunFinished{.step = 1}};
    for (std::size_t i = 0; i < events.size(); ++i) {
        ASSERT_TRUE(recorder->record(events[i]));
        EXPECT_EQ(stored(run).size(), i + 1);
    }
    EXPECT_EQ(stored(run), events);
}

TEST_F(RunRecorderTest, HistoryGetsTheSameEventsAfterTheFile) {
    const auto run = folder();
    RecordingHistory history;
    auto recorder = RunRecorder::open(run, &history);
    ASSERT_TRUE(recorder);
    ASSERT_TRUE(recorder->record(StepDone{.step = 1}));
    EXPECT_EQ(history.begun, std::vector<std::string>{"1a2b3c4d"});
    ASSERT_EQ(history.events.size(), 1u);
    EXPECT_EQ(history.events[0].first, "1a2b3c4d");
    EXPECT_EQ(history.events[0].second, RunEvent(StepDone{.step = 1}));
}

TEST_F(RunRecorderTest, ATornLastLineIsCutOffWhenTheRunGoesOn) {
    const auto run = folder();
    {
        auto recorder = RunRecorder::open(run, nullptr);
        ASSERT_TRUE(recorder);
        ASSERT_TRUE(recorder->record(StepDone{.step = 1}));
    }
    std::ofstream(run.events_file(), std::ios::app) << R"({"event":"step","st)";
    auto recorder = RunRecorder::open(run, nullptr);
    ASSERT_TRUE(recorder);
    ASSERT_TRUE(recorder->record(StepDone{.step = 2}));
    EXPECT_EQ(stored(run), (std::vector<RunEvent>{StepDone{.step = 1}, StepDone{.step = 2}}));
}

TEST_F(RunRecorderTest, AFileThatCannotBeWrittenIsAnError) {
    const auto run = folder();
    std::filesystem::create_directory(run.events_file());
    const auto recorder = RunRecorder::open(run, nullptr);
    ASSERT_FALSE(recorder);
    EXPECT_NE(recorder.error().message.find("events.jsonl"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
