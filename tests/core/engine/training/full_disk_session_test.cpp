// A disk without room for a checkpoint: the run says so, keeps the older ones, and waits for room.
#include <cerrno>
#include <functional>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

class FillingDisk : public FileCalls {
public:
    bool is_full = false;

    int statvfs(const char* path, struct statvfs* out) const override {
        const int failed = FileCalls::statvfs(path, out);
        if (is_full)
            out->f_bavail = 0;
        return failed;
    }
};

/// The disk breaks, but not at once: the first writes of a checkpoint still go well.
class BreakingDisk : public FileCalls {
public:
    bool is_broken = false;

    int fsync(int descriptor) const override {
        errno = EIO;
        return is_broken ? -1 : FileCalls::fsync(descriptor);
    }
};

class FullDiskSessionTest : public test::SessionFixture {
protected:
    FullDiskSessionTest() {
        config_.checkpoints.every = 2;
        calls_ = &disk_;
    }

    /// Fills the disk after `step`, and does `in_pause` when the run pauses.
    Outcome run_onto_full_disk(const RunFolder& folder, std::int64_t step,
                               const std::function<void(Session&)>& in_pause) {
        return run(folder, /*resume=*/false, [&, step](const RunEvent& event, Session& session) {
            if (const auto* done = std::get_if<StepDone>(&event); done && done->step == step)
                disk_.is_full = true;
            if (const auto* changed = std::get_if<PhaseChanged>(&event);
                changed && changed->phase == RunPhase::Paused) {
                EXPECT_EQ(changed->detail, kFileFailed);
                newest_in_pause_ = newest(folder);
                ++pauses_;
                in_pause(session);
            }
        });
    }

    static std::int64_t newest(const RunFolder& folder) {
        const auto all = list_checkpoints(folder.checkpoints());
        return all.empty() ? -1 : all.back().manifest.step;
    }

    void make_room_and(Session& session, Command then) {
        disk_.is_full = false;
        session.command(std::move(then));
    }

    FillingDisk disk_;
    int pauses_ = 0;
    std::int64_t newest_in_pause_ = -1;
};

TEST_F(FullDiskSessionTest, ACheckpointWaitsForRoomAndNothingIsLost) {
    const auto whole = run_fresh();
    const auto folder = new_folder();
    const auto outcome =
        run_onto_full_disk(folder, 4, [&](Session& session) { make_room_and(session, ResumeCommand{}); });
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    EXPECT_EQ(pauses_, 1);
    EXPECT_EQ(newest_in_pause_, 2);
    EXPECT_EQ(newest(folder), kSteps);
    EXPECT_EQ(outcome.weights, whole.weights);
    ASSERT_EQ(outcome.warnings.size(), 1U);
    const auto& warning = outcome.warnings.front();
    EXPECT_EQ(warning.step, 4);
    EXPECT_NE(warning.message.find(folder.checkpoints().string()), std::string::npos) << warning.message;
    EXPECT_NE(warning.message.find("0 B free"), std::string::npos) << warning.message;
    EXPECT_FALSE(warning.hint.empty());
}

TEST_F(FullDiskSessionTest, SaveNowIsDoneOnceThereIsRoom) {
    config_.checkpoints.every = 0;
    std::vector<std::int64_t> saved;
    const auto outcome = run(new_folder(), /*resume=*/false, [&](const RunEvent& event, Session& session) {
        if (const auto* step = std::get_if<StepDone>(&event); step && step->step == 3) {
            disk_.is_full = true;
            session.command(SaveCommand{});
        }
        if (const auto* changed = std::get_if<PhaseChanged>(&event);
            changed && changed->phase == RunPhase::Paused)
            make_room_and(session, ResumeCommand{});
        if (const auto* checkpoint = std::get_if<CheckpointSaved>(&event))
            saved.push_back(checkpoint->step);
    });
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    EXPECT_EQ(saved, (std::vector<std::int64_t>{3, kSteps}));
}

TEST_F(FullDiskSessionTest, SaveNowInAPauseOnlyTells) {
    int pauses = 0;
    const auto outcome = run(new_folder(), /*resume=*/false, [&](const RunEvent& event, Session& session) {
        if (const auto* step = std::get_if<StepDone>(&event); step && step->step == 3)
            session.command(PauseCommand{});
        const auto* changed = std::get_if<PhaseChanged>(&event);
        if (!changed || changed->phase != RunPhase::Paused)
            return;
        disk_.is_full = ++pauses == 1;
        session.command(disk_.is_full ? Command(SaveCommand{}) : Command(ResumeCommand{}));
    });
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    EXPECT_EQ(pauses, 2);
    EXPECT_EQ(outcome.warnings.size(), 1U);
}

/// While it trains, and in a pause with and without the model.
TEST_F(FullDiskSessionTest, AChangedRateHoldsThoughItCannotBeSavedYet) {
    config_.checkpoints.every = 0;
    const AdjustCommand change{.learning_rate = 0.03};
    std::int64_t changes = 0;
    const auto whole = run(new_folder(), /*resume=*/false, [&](const RunEvent& event, Session& session) {
        if (const auto* step = std::get_if<StepDone>(&event); step && step->step == 3)
            session.command(change);
    });
    ASSERT_NE(whole.weights, run_fresh().weights);
    for (const Command& first : {Command(change), Command(PauseCommand{}), Command(PauseCommand{true})}) {
        int pauses = 0;
        changes = 0;
        const auto outcome =
            run(new_folder(), /*resume=*/false, [&](const RunEvent& event, Session& session) {
                const bool is_in_training = std::holds_alternative<AdjustCommand>(first);
                if (const auto* step = std::get_if<StepDone>(&event); step && step->step == 3) {
                    disk_.is_full = is_in_training;
                    session.command(first);
                }
                changes += std::holds_alternative<SettingsChanged>(event);
                const auto* changed = std::get_if<PhaseChanged>(&event);
                if (!changed || changed->phase != RunPhase::Paused)
                    return;
                disk_.is_full = ++pauses == 1 && !is_in_training;
                session.command(disk_.is_full ? Command(change) : Command(ResumeCommand{}));
            });
        EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
        EXPECT_EQ(outcome.weights, whole.weights);
        EXPECT_EQ(outcome.warnings.size(), 1U);
        EXPECT_EQ(changes, 1);
    }
}

TEST_F(FullDiskSessionTest, AStopSavesOnceMore) {
    const auto whole = run_fresh();
    for (const std::int64_t step : {std::int64_t{4}, kSteps}) {
        const auto folder = new_folder();
        const auto stopped = run_onto_full_disk(
            folder, step, [&](Session& session) { make_room_and(session, StopCommand{}); });
        EXPECT_EQ(stopped.finished.cause, ExitCause::Stopped);
        EXPECT_EQ(newest(folder), step);
        EXPECT_EQ(run(folder, /*resume=*/true).weights, whole.weights);
    }
}

TEST_F(FullDiskSessionTest, AStopWithoutRoomKeepsTheOlderCheckpoint) {
    const auto whole = run_fresh();
    const auto folder = new_folder();
    const auto stopped =
        run_onto_full_disk(folder, 4, [](Session& session) { session.command(StopCommand{}); });
    EXPECT_EQ(stopped.finished.cause, ExitCause::Failed);
    ASSERT_TRUE(stopped.finished.error);
    EXPECT_EQ(stopped.finished.error->code, ErrorCode::OutOfSpace);
    EXPECT_NE(stopped.finished.error->hint.find("Step 2 is saved"), std::string::npos)
        << stopped.finished.error->hint;
    disk_.is_full = false;
    EXPECT_EQ(run(folder, /*resume=*/true).weights, whole.weights);
}

TEST_F(FullDiskSessionTest, AWriteThatFailsPausesTheRunToo) {
    const auto whole = run_fresh();
    BreakingDisk disk;
    calls_ = &disk;
    const auto outcome = run(new_folder(), /*resume=*/false, [&](const RunEvent& event, Session& session) {
        if (const auto* step = std::get_if<StepDone>(&event); step && step->step == 4)
            disk.is_broken = true;
        if (const auto* changed = std::get_if<PhaseChanged>(&event);
            changed && changed->phase == RunPhase::Paused) {
            disk.is_broken = false;
            session.command(ResumeCommand{});
        }
    });
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    ASSERT_EQ(outcome.warnings.size(), 1U);
    EXPECT_NE(outcome.warnings.front().message.find("Cannot write"), std::string::npos);
    EXPECT_EQ(outcome.weights, whole.weights);
}

}  // namespace
}  // namespace tunebench
