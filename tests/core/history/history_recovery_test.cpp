// What history promises when things end badly: killed processes, lost and damaged files, two writers at once.
#include <chrono>
#include <fstream>
#include <random>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/history/history.h"
#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

using test::step_at;

class HistoryRecoveryTest : public ::testing::Test {
protected:
    const std::filesystem::path& data() const { return folder_.path(); }
    std::filesystem::path database() const { return History::database_path(data()); }

    /// A run with `steps` steps, a sample and an end, through a history that is closed again.
    RunFolder finished_run(const std::string& name, int steps) {
        const RunFolder run = test::make_run(data(), name);
        const auto history = test::open_history(data());
        auto recorder = RunRecorder::open(run, history.get());
        EXPECT_TRUE(recorder->record(test::started_at(0)));
        for (int step = 1; step <= steps; ++step)
            EXPECT_TRUE(recorder->record(step_at(step)));
        EXPECT_TRUE(recorder->record(SampleDone{steps, "prompt", "answer"}));
        EXPECT_TRUE(recorder->record(RunFinished{.step = steps, .training_loss = step_at(steps).loss}));
        return run;
    }

    void remove_database() const {
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(database().string() + suffix);
    }

    /// The row without the time of its end, which the file knows a moment earlier than history.
    RunSummary row(const RunFolder& run) const {
        RunSummary summary = test::summary_of(data(), run.manifest().id);
        EXPECT_FALSE(summary.finished_at.empty());
        summary.finished_at.clear();
        return summary;
    }

    /// Databases; what SQLite may have left beside one goes with it.
    std::vector<std::filesystem::path> kept_aside() const {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(data())) {
            const auto name = entry.path().filename().string();
            if (name.starts_with("history.sqlite.damaged-") && !name.ends_with("-wal") &&
                !name.ends_with("-shm"))
                files.push_back(entry.path());
        }
        return files;
    }

    test::TemporaryFolder folder_;
};

TEST_F(HistoryRecoveryTest, ADeletedDatabaseIsRebuiltFromTheFolders) {
    const RunFolder first = finished_run("first", 30);
    const RunFolder second = finished_run("second", 5000);
    {
        const auto history = test::open_history(data());
        history->set_name(first.manifest().id, "renamed");
        history->set_tags(first.manifest().id, "good");
        history->set_notes(first.manifest().id, "a note");
    }
    const std::vector<RunSummary> before = {row(first), row(second)};
    remove_database();
    const auto history = test::open_history(data());
    EXPECT_EQ((std::vector<RunSummary>{row(first), row(second)}), before);
    EXPECT_EQ(row(first).name, "renamed");
    const auto reader = test::open_reader(data());
    test::expect_losses(*reader, second.manifest().id, test::steps_in_file(second.events_file()));
    EXPECT_EQ(reader->run(first.manifest().id)->samples.size(), 1U);
}

TEST_F(HistoryRecoveryTest, ADamagedDatabaseIsKeptAsideAndRebuilt) {
    const RunFolder run = finished_run("damaged", 500);
    const RunSummary before = row(run);
    const std::string rubbish(3000, '\x5a');
    // The header, and a page in the middle.
    for (const std::streamoff offset : {std::streamoff{0}, std::streamoff{4096 * 4 + 5}}) {
        {
            std::fstream file(database(), std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(offset);
            file << rubbish;
        }
        const auto aside_before = kept_aside().size();
        const auto history = test::open_history(data());
        EXPECT_EQ(kept_aside().size(), aside_before + 1);
        EXPECT_NE(history->notice().find("damaged"), std::string::npos) << history->notice();
        EXPECT_EQ(row(run), before);
        test::expect_losses(*test::open_reader(data()), run.manifest().id,
                            test::steps_in_file(run.events_file()));
    }
}

TEST_F(HistoryRecoveryTest, ARunThatNobodyIsAtIsInterrupted) {
    const RunFolder left = test::make_run(data(), "left");
    const RunFolder held = test::make_run(data(), "held");
    const auto lock = RunLock::acquire(held);
    ASSERT_TRUE(lock);
    {
        const auto history = test::open_history(data());
        for (const RunFolder& run : {left, held}) {
            auto recorder = RunRecorder::open(run, history.get());
            ASSERT_TRUE(recorder->record(test::started_at(0)));
        }
    }
    EXPECT_EQ(test::summary_of(data(), left.manifest().id).status, RunStatus::Running);
    const auto history = test::open_history(data());
    EXPECT_EQ(test::summary_of(data(), left.manifest().id).status, RunStatus::Interrupted);
    EXPECT_EQ(test::summary_of(data(), held.manifest().id).status, RunStatus::Running);
}

TEST_F(HistoryRecoveryTest, EventsThatNeverReachedHistoryAreTakenOver) {
    const RunFolder run = test::make_run(data(), "file only");
    std::vector<StepDone> steps;
    {
        auto recorder = RunRecorder::open(run, nullptr);
        ASSERT_TRUE(recorder->record(test::started_at(0)));
        for (int step = 1; step <= 7000; ++step) {
            steps.push_back(step_at(step));
            ASSERT_TRUE(recorder->record(steps.back()));
        }
    }
    // A torn last line, and one that no version can read.
    std::ofstream(run.events_file(), std::ios::app) << "{\"event\": \"from the future\"}\n{\"event\": \"st";
    const auto history = test::open_history(data());
    test::expect_losses(*test::open_reader(data()), run.manifest().id, steps);
    EXPECT_EQ(test::summary_of(data(), run.manifest().id).status, RunStatus::Interrupted);
}

TEST_F(HistoryRecoveryTest, ResumingAfterAKillLosesAndDoublesNothing) {
    const RunFolder run = test::make_run(data(), "resumed");
    const std::string id = run.manifest().id;
    {
        auto recorder = RunRecorder::open(run, nullptr);  // history did not get these
        for (const RunEvent& event : std::vector<RunEvent>{test::started_at(0), step_at(1), step_at(2)})
            ASSERT_TRUE(recorder->record(event));
    }
    const auto history = test::open_history(data());
    auto recorder = RunRecorder::open(run, history.get());
    ASSERT_TRUE(recorder->record(test::started_at(2)));
    ASSERT_TRUE(recorder->record(SampleDone{2, "one", ""}));
    ASSERT_TRUE(recorder->record(step_at(3)));
    ASSERT_TRUE(history->flush());
    const auto reader = test::open_reader(data());
    test::expect_losses(*reader, id, {step_at(1), step_at(2), step_at(3)});
    EXPECT_EQ(reader->run(id)->samples.size(), 1U);
    EXPECT_EQ(reader->run(id)->sessions.size(), 2U);
}

TEST_F(HistoryRecoveryTest, AFileThatLostItsEndIsTheTruth) {
    const RunFolder run = finished_run("power cut", 100);
    const auto size = std::filesystem::file_size(run.events_file());
    std::filesystem::resize_file(run.events_file(), size / 2);
    const auto expected = test::steps_in_file(run.events_file());
    ASSERT_LT(expected.size(), 100U);
    const auto history = test::open_history(data());
    test::expect_losses(*test::open_reader(data()), run.manifest().id, expected);
    EXPECT_EQ(test::summary_of(data(), run.manifest().id).status, RunStatus::Interrupted);

    // And it goes on from there.
    auto recorder = RunRecorder::open(run, history.get());
    const auto next = static_cast<std::int64_t>(expected.size()) + 1;
    ASSERT_TRUE(recorder->record(test::started_at(next - 1)));
    ASSERT_TRUE(recorder->record(step_at(next)));
    ASSERT_TRUE(history->flush());
    test::expect_losses(*test::open_reader(data()), run.manifest().id,
                        test::steps_in_file(run.events_file()));
}

TEST_F(HistoryRecoveryTest, AfterAFailureMissingEventsAreTakenFromTheFile) {
    const RunFolder run = test::make_run(data(), "failure");
    const auto history = test::open_history(data());
    auto recorder = RunRecorder::open(run, history.get());
    ASSERT_TRUE(recorder->record(test::started_at(0)));
    ASSERT_TRUE(history->flush());
    auto other = Database::open(database(), Database::Access::ReadWrite);
    ASSERT_TRUE(other->execute("ALTER TABLE steps RENAME TO hidden"));
    for (int step = 1; step <= 20; ++step)
        ASSERT_TRUE(recorder->record(step_at(step)));
    history->set_tags(run.manifest().id, "patient");
    EXPECT_FALSE(history->flush());
    ASSERT_TRUE(other->execute("ALTER TABLE hidden RENAME TO steps"));
    ASSERT_TRUE(recorder->record(step_at(21)));
    static_cast<void>(history->flush());  // may still report the failure of a retry in between
    ASSERT_TRUE(history->flush());
    test::expect_losses(*test::open_reader(data()), run.manifest().id,
                        test::steps_in_file(run.events_file()));
    EXPECT_EQ(test::summary_of(data(), run.manifest().id).tags, "patient");
}

TEST_F(HistoryRecoveryTest, AFolderWithoutARunDisturbsNobody) {
    const RunFolder run = finished_run("good", 3);
    std::filesystem::create_directories(data() / "runs" / "empty");
    std::filesystem::create_directories(data() / "runs" / "broken");
    std::ofstream(data() / "runs" / "broken" / "run.json") << "{";
    remove_database();
    const auto history = test::open_history(data());
    EXPECT_EQ(test::open_reader(data())->runs()->size(), 1U);
    EXPECT_NE(history->notice().find("broken"), std::string::npos) << history->notice();
}

TEST_F(HistoryRecoveryTest, AFolderThatAKilledProcessBeganIsNoRunAndGoesAfterADay) {
    const RunFolder run = finished_run("good", 3);
    const auto begun = data() / "runs" / ".tmp-0a1b2c3d";
    std::filesystem::copy(run.path(), begun, std::filesystem::copy_options::recursive);
    remove_database();
    test::open_history(data());
    const auto runs = test::open_reader(data())->runs();
    ASSERT_EQ(runs->size(), 1U);
    EXPECT_EQ(runs->front().folder, run.path());
    EXPECT_TRUE(std::filesystem::exists(begun)) << "its process may still be at it";
    std::filesystem::last_write_time(begun,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(25));
    test::open_history(data());
    EXPECT_FALSE(std::filesystem::exists(begun));
}

TEST_F(HistoryRecoveryTest, ACopyOfARunChangesNothingAndIsNamed) {
    const RunFolder run = finished_run("original", 40);
    const auto expected = test::steps_in_file(run.events_file());
    const auto copy = data() / "runs" / "2026-01-01-copy";
    std::filesystem::copy(run.path(), copy, std::filesystem::copy_options::recursive);
    std::filesystem::resize_file(copy / "events.jsonl", std::filesystem::file_size(run.events_file()) / 2);
    for (const bool is_rebuilt : {false, true}) {
        SCOPED_TRACE(is_rebuilt);
        if (is_rebuilt)
            remove_database();
        const auto history = test::open_history(data());
        EXPECT_NE(history->notice().find(is_rebuilt ? run.path().filename() : copy.filename()),
                  std::string::npos)
            << history->notice();
        const auto reader = test::open_reader(data());
        EXPECT_EQ(reader->runs()->size(), 1U);
        const auto kept = is_rebuilt ? test::steps_in_file(copy / "events.jsonl") : expected;
        test::expect_losses(*reader, run.manifest().id, kept);
    }
}

TEST_F(HistoryRecoveryTest, ARenamedFolderIsNoCopyAndIsFound) {
    const RunFolder run = finished_run("moved", 40);
    finished_run("another", 3);
    const auto renamed = data() / "runs" / "renamed";
    std::filesystem::rename(run.path(), renamed);
    // What was trained there meanwhile.
    std::ofstream(renamed / "events.jsonl", std::ios::app)
        << run_event_to_line(step_at(41), timestamp_now()) << '\n';
    const auto history = test::open_history(data());
    EXPECT_EQ(history->notice(), "");
    EXPECT_EQ(test::open_reader(data())->runs()->size(), 2U);
    EXPECT_TRUE(std::filesystem::equivalent(test::summary_of(data(), run.manifest().id).folder, renamed));
    EXPECT_EQ(test::open_reader(data())->metric(run.manifest().id, "loss")->size(), 41U);
    history->set_deleted(run.manifest().id, true);
    const auto deleted = history->flush();
    EXPECT_TRUE(deleted) << deleted.error().message;
    EXPECT_TRUE(std::filesystem::exists(data() / "trash" / "renamed" / "run.json"));
}

TEST_F(HistoryRecoveryTest, AFileOfEventsThatCannotBeReadCostsOnlyItsRun) {
    const RunFolder folder = test::make_run(data(), "a folder");
    const RunFolder unreadable = test::make_run(data(), "b unreadable");
    {
        const auto history = test::open_history(data());
        for (const RunFolder& run : {folder, unreadable}) {
            auto recorder = RunRecorder::open(run, history.get());
            ASSERT_TRUE(recorder->record(test::started_at(0)));
        }
    }
    for (const RunFolder& run : {folder, unreadable})
        std::filesystem::remove(run.events_file());
    std::filesystem::create_directory(folder.events_file());
    std::filesystem::create_symlink("/proc/self/mem", unreadable.events_file());  // opens, and gives EIO
    const RunFolder good = test::make_run(data(), "c good");
    {
        auto recorder = RunRecorder::open(good, nullptr);
        ASSERT_TRUE(recorder->record(step_at(1)));
    }
    const auto history = test::open_history(data());
    EXPECT_NE(history->notice().find("1 more run"), std::string::npos) << history->notice();
    for (const RunFolder& run : {folder, unreadable, good})
        EXPECT_EQ(test::summary_of(data(), run.manifest().id).status, RunStatus::Interrupted);
    test::expect_losses(*test::open_reader(data()), good.manifest().id, {step_at(1)});
}

/// A run of its own in a process of its own, until it is killed or `steps` are done. Ends with 0 when all
/// went well.
[[noreturn]] void write_run(const std::filesystem::path& data_folder, const std::string& id, int steps,
                            int ready_pipe) {
    auto history = History::open(data_folder);
    const RunFolder run = test::make_run(data_folder, "child", id);
    auto lock = RunLock::acquire(run);
    auto recorder = RunRecorder::open(run, history->get());
    bool good = history && lock && recorder && recorder->record(test::started_at(0)).has_value();
    good = good && ::write(ready_pipe, "x", 1) == 1;
    for (int step = 1; good && step <= steps; ++step) {
        good = recorder->record(step_at(step)).has_value();
        if (step % 50 == 0)
            good = good && recorder->record(EvaluationDone{.step = step, .loss = 1.0}).has_value();
        if (step % 500 == 0)
            good = good && (*history)->flush().has_value();
        if (step % 10 == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    good =
        good && recorder->record(RunFinished{.step = steps}).has_value() && (*history)->flush().has_value();
    history->reset();
    ::_exit(good ? 0 : 1);
}

struct Child {
    pid_t id = -1;
    int ready = -1;

    void wait_until_ready() const {
        char byte = 0;
        EXPECT_EQ(::read(ready, &byte, 1), 1);
        ::close(ready);
    }
    int wait() const {
        int status = 0;
        ::waitpid(id, &status, 0);
        return status;
    }
};

Child start_writer(const std::filesystem::path& data_folder, const std::string& id, int steps) {
    int ends[2] = {-1, -1};
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0)
        write_run(data_folder, id, steps, ends[1]);
    ::close(ends[1]);
    return {child, ends[0]};
}

TEST_F(HistoryRecoveryTest, TwentyKillsLoseNothing) {
    std::mt19937 random(7);
    std::vector<std::string> ids;
    for (int round = 0; round < 20; ++round) {
        ids.push_back(new_run_id());
        const Child child = start_writer(data(), ids.back(), 1'000'000);
        child.wait_until_ready();
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 400));
        ::kill(child.id, SIGKILL);
        child.wait();
        const auto history = test::open_history(data());
        EXPECT_EQ(history->notice(), "");
        const RunSummary row = test::summary_of(data(), ids.back());
        EXPECT_EQ(row.status, RunStatus::Interrupted);
        test::expect_losses(*test::open_reader(data()), ids.back(),
                            test::steps_in_file(row.folder / "events.jsonl"));
    }
    EXPECT_EQ(test::open_reader(data())->runs()->size(), ids.size());
    auto check = Database::open(database(), Database::Access::ReadWrite);
    EXPECT_EQ(*check->query_text("PRAGMA integrity_check"), "ok");
}

TEST_F(HistoryRecoveryTest, TwoProcessesAndAWindowWriteAtOnce) {
    constexpr int kSteps = 6000;
    const std::vector<std::string> ids = {"aaaaaaaa", "bbbbbbbb"};
    const std::vector<Child> children = {start_writer(data(), ids[0], kSteps),
                                         start_writer(data(), ids[1], kSteps)};
    for (const Child& child : children)
        child.wait_until_ready();
    const RunFolder own = test::make_run(data(), "window");
    {
        const auto history = test::open_history(data());
        const auto reader = test::open_reader(data());
        history->begin_run(own);
        for (int step = 1; step <= kSteps / 10; ++step) {
            history->record(own.manifest().id, step_at(step));
            history->set_notes(own.manifest().id, std::to_string(step));
            const auto flushed = history->flush();
            ASSERT_TRUE(flushed) << flushed.error().message;
            const auto runs = reader->runs();
            ASSERT_TRUE(runs) << runs.error().message;
        }
        for (const Child& child : children)
            EXPECT_EQ(child.wait(), 0);
    }
    std::vector<StepDone> expected;
    for (int step = 1; step <= kSteps; ++step)
        expected.push_back(step_at(step));
    const auto reader = test::open_reader(data());
    for (const std::string& id : ids) {
        test::expect_losses(*reader, id, expected);
        EXPECT_EQ(reader->metric(id, "validation_loss")->size(), static_cast<std::size_t>(kSteps / 50));
        EXPECT_EQ(reader->run(id)->summary.status, RunStatus::Completed);
    }
    EXPECT_EQ(reader->metric(own.manifest().id, "loss")->size(), static_cast<std::size_t>(kSteps / 10));
    auto check = Database::open(database(), Database::Access::ReadWrite);
    EXPECT_EQ(*check->query_text("PRAGMA integrity_check"), "ok");
}

}  // namespace
}  // namespace tunebench
