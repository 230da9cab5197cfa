// Deleting runs: moved aside, brought back, removed for good.
#include "core/history/trash.h"

#include <fstream>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/history/disk_use.h"
#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class TrashTest : public ::testing::Test {
protected:
    /// A run that has ended, of three steps.
    RunFolder add(const std::string& name) {
        auto run = test::make_run(data(), name);
        auto recorder = RunRecorder::open(run, history_.get());
        EXPECT_TRUE(recorder->record(test::started_at(0)));
        for (int step = 1; step <= 3; ++step)
            EXPECT_TRUE(recorder->record(test::step_at(step)));
        EXPECT_TRUE(recorder->record(RunFinished{.step = 3}));
        EXPECT_TRUE(history_->flush());
        return run;
    }

    Result<void> set_deleted(const RunFolder& run, bool deleted) {
        history_->set_deleted(run.manifest().id, deleted);
        return history_->flush();
    }

    /// The names of the runs, the oldest first.
    std::string names(const RunFilter& filter = {}) {
        std::string all;
        const auto runs = test::open_reader(data())->runs(filter);
        EXPECT_TRUE(runs);
        for (auto run = runs->rbegin(); run != runs->rend(); ++run)
            all += run->name;
        return all;
    }

    fs::path in_trash(const RunFolder& run) { return data() / "trash" / run.path().filename(); }
    const fs::path& data() { return folder_.path(); }

    test::TemporaryFolder folder_;
    std::unique_ptr<History> history_ = test::open_history(folder_.path());
};

TEST_F(TrashTest, ADeletedRunIsMovedAsideAndComesBackWhole) {
    const auto a = add("A");
    add("B");
    ASSERT_TRUE(set_deleted(a, true));
    EXPECT_EQ(names(), "B");
    EXPECT_EQ(names({.deleted = true}), "A");
    EXPECT_FALSE(fs::exists(a.path()));
    EXPECT_TRUE(fs::exists(in_trash(a) / "events.jsonl"));
    const auto details = test::open_reader(data())->run(a.manifest().id);
    ASSERT_TRUE(details) << details.error().message;
    EXPECT_FALSE(details->summary.deleted_at.empty());
    EXPECT_TRUE(fs::equivalent(details->summary.folder, in_trash(a)));

    ASSERT_TRUE(set_deleted(a, false));
    EXPECT_EQ(names(), "AB");
    EXPECT_TRUE(fs::exists(a.path() / "events.jsonl"));
    EXPECT_FALSE(fs::exists(in_trash(a)));
    EXPECT_EQ(test::open_reader(data())->metric(a.manifest().id, "loss")->size(), 3U);
}

TEST_F(TrashTest, ARunThatIsBeingTrainedIsLeftAlone) {
    const auto a = add("A");
    const auto lock = RunLock::acquire(a);
    ASSERT_TRUE(lock);
    const auto deleted = set_deleted(a, true);
    ASSERT_FALSE(deleted);
    EXPECT_NE(deleted.error().message.find("being trained"), std::string::npos) << deleted.error().message;
    EXPECT_EQ(names(), "A");
    EXPECT_TRUE(fs::exists(a.path() / "events.jsonl"));
}

TEST_F(TrashTest, ARunThatIsBeingReadIsLeftAlone) {
    const auto a = add("A");
    {
        const auto lock = RunLock::acquire_shared(a.path());
        ASSERT_TRUE(lock);
        const auto deleted = set_deleted(a, true);
        ASSERT_FALSE(deleted);
        EXPECT_NE(deleted.error().message.find("exported or evaluated"), std::string::npos)
            << deleted.error().message;
        EXPECT_TRUE(fs::exists(a.path() / "events.jsonl"));
    }
    EXPECT_TRUE(set_deleted(a, true));
}

TEST_F(TrashTest, ARefusalIsToldOnceWithoutWaiting) {
    const auto a = add("A");
    const auto lock = RunLock::acquire(a);
    ASSERT_TRUE(lock);
    EXPECT_FALSE(history_->take_error());
    history_->set_deleted(a.manifest().id, true);
    std::optional<Error> error;
    for (int i = 0; i < 1000 && !error; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        error = history_->take_error();
    }
    ASSERT_TRUE(error);
    EXPECT_NE(error->message.find("being trained"), std::string::npos) << error->message;
    EXPECT_FALSE(history_->take_error());
    EXPECT_TRUE(history_->flush());
}

TEST_F(TrashTest, ArchivedRunsCanBeDeletedAndAnUnknownOneIsNamed) {
    const auto a = add("A");
    history_->set_archived(a.manifest().id, true);
    ASSERT_TRUE(set_deleted(a, true));
    EXPECT_EQ(names({.deleted = true}), "A");
    history_->set_deleted("nobody", true);
    const auto unknown = history_->flush();
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::NotFound);
}

TEST_F(TrashTest, EmptyingRemovesFoldersAndRowsOfWhatIsOldEnough) {
    const auto a = add("A");
    add("B");
    ASSERT_TRUE(set_deleted(a, true));
    history_->empty_trash(std::chrono::hours(1));
    ASSERT_TRUE(history_->flush());
    EXPECT_EQ(names({.deleted = true}), "A");
    history_->empty_trash(std::chrono::hours(0));
    ASSERT_TRUE(history_->flush());
    EXPECT_EQ(names({.deleted = true}), "");
    EXPECT_FALSE(fs::exists(in_trash(a)));
    EXPECT_FALSE(test::open_reader(data())->run(a.manifest().id));
    EXPECT_EQ(names(), "B");
    auto database = Database::open(History::database_path(data()), Database::Access::ReadOnly);
    EXPECT_EQ(*database->query_integer("SELECT count(DISTINCT run) FROM run_settings"), 1);
    EXPECT_EQ(*database->query_integer("SELECT count(*) FROM steps"), 3);
}

TEST_F(TrashTest, WhatCannotBeRemovedKeepsNothingElseThere) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "nothing is read-only for root";
    const auto a = add("A");
    const auto b = add("B");
    ASSERT_TRUE(set_deleted(a, true));
    ASSERT_TRUE(set_deleted(b, true));
    const auto spare = data() / "trash" / "checkpoints" / "c";
    fs::create_directories(spare);
    fs::permissions(in_trash(a), fs::perms::owner_read | fs::perms::owner_exec);
    history_->empty_trash(std::chrono::hours(0));
    EXPECT_FALSE(history_->flush());
    fs::permissions(in_trash(a), fs::perms::owner_all);
    EXPECT_EQ(names({.deleted = true}), "A");
    EXPECT_FALSE(fs::exists(in_trash(b)));
    EXPECT_FALSE(fs::exists(spare));
}

TEST_F(TrashTest, ARunIsNotMovedOntoTheCheckpointsInTheTrash) {
    const auto a = add("A");
    history_.reset();
    fs::remove(History::database_path(data()));
    fs::rename(a.path(), data() / "runs" / "checkpoints");
    fs::create_directories(data() / "trash" / "checkpoints" / "b");
    history_ = test::open_history(data());
    const auto deleted = set_deleted(a, true);
    ASSERT_FALSE(deleted);
    EXPECT_EQ(deleted.error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(fs::exists(data() / "trash" / "checkpoints" / "b"));
    EXPECT_TRUE(fs::exists(data() / "runs" / "checkpoints" / "events.jsonl"));
}

TEST_F(TrashTest, WhereTheFolderLiesIsTheTruthAfterAKill) {
    const auto a = add("A");
    const auto b = add("B");
    ASSERT_TRUE(set_deleted(b, true));
    history_.reset();
    // As if the process had been killed between the move and the row, in both directions.
    fs::rename(a.path(), in_trash(a));
    fs::rename(in_trash(b), b.path());
    // What was trained there meanwhile is taken over at once.
    std::ofstream(b.events_file(), std::ios::app)
        << run_event_to_line(test::step_at(4), timestamp_now()) << '\n';
    history_ = test::open_history(data());
    EXPECT_EQ(names(), "B");
    EXPECT_EQ(names({.deleted = true}), "A");
    EXPECT_EQ(test::open_reader(data())->metric(b.manifest().id, "loss")->size(), 4U);
}

TEST_F(TrashTest, ARebuiltHistoryKnowsWhatWasDeleted) {
    const auto a = add("A");
    add("B");
    history_->set_starred(a.manifest().id, true);
    ASSERT_TRUE(set_deleted(a, true));
    history_.reset();
    fs::remove(History::database_path(data()));
    history_ = test::open_history(data());
    EXPECT_EQ(names(), "B");
    EXPECT_EQ(names({.deleted = true}), "A");
    EXPECT_TRUE(test::summary_of(data(), a.manifest().id).starred);
}

TEST_F(TrashTest, WhatWasDeletedLongAgoGoesWhenTheHistoryIsOpened) {
    const auto a = add("A");
    ASSERT_TRUE(set_deleted(a, true));
    history_.reset();
    {
        auto database = Database::open(History::database_path(data()), Database::Access::ReadWrite);
        ASSERT_TRUE(database->execute("UPDATE runs SET deleted_at = '2020-01-01T00:00:00.000Z'"));
    }
    history_ = test::open_history(data());
    EXPECT_EQ(names({.deleted = true}), "");
    EXPECT_FALSE(fs::exists(in_trash(a)));
}

}  // namespace
}  // namespace tunebench
