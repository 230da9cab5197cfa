#include "core/history/disk_use.h"

#include <fstream>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/run/checkpoint.h"
#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

class DiskUseTest : public ::testing::Test {
protected:
    void write(const fs::path& file, std::size_t bytes) {
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << std::string(bytes, 'x');
    }

    void checkpoint(std::int64_t step, double loss, bool is_best) {
        const auto write_files = [&](const fs::path& folder) -> Result<void> {
            write(folder / "weights.safetensors", 100);
            return {};
        };
        const CheckpointManifest manifest{
            .step = step, .run_id = run_.manifest().id, .validation_loss = loss, .is_best = is_best};
        const auto written = write_checkpoint(run_.checkpoints(), manifest, 100, write_files);
        ASSERT_TRUE(written) << written.error().message;
    }

    test::TemporaryFolder folder_;
    RunFolder run_ = test::make_run(folder_.path(), "A");
};

TEST_F(DiskUseTest, CountsBytesByWhatTheyAre) {
    write(run_.checkpoints() / "step-1" / "weights", 1000);
    write(run_.adapter() / "adapter_model.safetensors", 200);
    write(run_.path() / "export" / "peft" / "weights", 30);
    write(run_.events_file(), 7);
    fs::create_symlink(run_.checkpoints() / "step-1" / "weights", run_.path() / "link");
    const DiskUse use = disk_use(run_.path());
    EXPECT_EQ(use.checkpoints, 1000U);
    EXPECT_EQ(use.result, 200U);
    EXPECT_EQ(use.exports, 30U);
    EXPECT_EQ(use.log, 7U);
    EXPECT_EQ(use.other, fs::file_size(run_.path() / "run.json"));
    EXPECT_EQ(use.total(), 1237U + use.other);
    EXPECT_EQ(disk_use(folder_.path() / "missing"), DiskUse());
}

TEST_F(DiskUseTest, AFolderThatCannotBeReadIsNamed) {
    const auto circle = folder_.path() / "circle";
    fs::create_symlink("circle", circle);
    const auto unread = disk_use(circle).unread;
    ASSERT_TRUE(unread);
    EXPECT_NE(unread->message.find(circle.string()), std::string::npos) << unread->message;
    EXPECT_TRUE(folder_size(circle).unread);
    EXPECT_FALSE(folder_size(folder_.path() / "missing").unread);
    EXPECT_FALSE(disk_use(run_.path()).unread);
}

TEST_F(DiskUseTest, WhatLiesBesideAFolderThatCannotBeReadIsCounted) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root reads every folder";
    for (const auto* name : {"a", "b", "c"})
        write(run_.checkpoints() / name / "weights", 100);
    fs::permissions(run_.checkpoints() / "b", fs::perms::none);
    const auto use = disk_use(run_.path());
    fs::permissions(run_.checkpoints() / "b", fs::perms::owner_all);
    EXPECT_EQ(use.checkpoints, 200U);
    ASSERT_TRUE(use.unread);
    EXPECT_NE(use.unread->message.find("permission"), std::string::npos) << use.unread->message;
}

TEST_F(DiskUseTest, TheNewestAndTheBestCheckpointAreNotSpare) {
    EXPECT_EQ(spare_checkpoints(run_.path()), Names{});
    checkpoint(10, 3.0, true);
    checkpoint(20, 1.0, true);
    checkpoint(30, 2.0, false);
    checkpoint(40, 2.5, false);
    EXPECT_EQ(spare_checkpoints(run_.path()), (Names{checkpoint_name(10), checkpoint_name(30)}));
}

TEST_F(DiskUseTest, WhatARunWouldRollBackToIsNotSpare) {
    RunManifest manifest = run_.manifest();
    manifest.id = new_run_id();
    manifest.config.general.on_nonfinite = OnNonfinite::RollBack;
    manifest.config.checkpoints = {.every = 10, .keep_last = 2, .keep_best = false};
    run_ = *RunFolder::create(folder_.path(), manifest);
    checkpoint(10, 3.0, false);
    checkpoint(20, 3.0, false);
    checkpoint(23, 3.0, false);  // somebody asked for these two
    checkpoint(25, 3.0, false);
    EXPECT_EQ(spare_checkpoints(run_.path()), (Names{checkpoint_name(10), checkpoint_name(23)}));
}

TEST_F(DiskUseTest, CheckpointsAreMovedAllOrNone) {
    for (const std::int64_t step : {10, 20, 30})
        checkpoint(step, 3.0, false);
    const auto in_the_way =
        folder_.path() / "trash" / "checkpoints" / run_.path().filename() / checkpoint_name(20);
    write(in_the_way / "file", 1);
    EXPECT_FALSE(put_checkpoints_away(folder_.path(), run_.path(), spare_checkpoints(run_.path())));
    EXPECT_EQ(list_checkpoints(run_.checkpoints()).size(), 3U);
    EXPECT_FALSE(fs::exists(in_the_way.parent_path() / checkpoint_name(10)));
}

TEST_F(DiskUseTest, SpareCheckpointsAreMovedAsideAndBack) {
    checkpoint(10, 3.0, false);
    checkpoint(20, 1.0, true);
    const Names names = spare_checkpoints(run_.path());
    ASSERT_EQ(names, Names{checkpoint_name(10)});
    ASSERT_TRUE(put_checkpoints_away(folder_.path(), run_.path(), names));
    EXPECT_EQ(list_checkpoints(run_.checkpoints()).size(), 1U);
    ASSERT_TRUE(bring_checkpoints_back(folder_.path(), run_.path(), names));
    EXPECT_EQ(list_checkpoints(run_.checkpoints()).size(), 2U);
    EXPECT_TRUE(open_checkpoint(run_.checkpoints() / checkpoint_name(10), /*verify_hashes=*/true));
}

TEST_F(DiskUseTest, CheckpointsOfARunThatIsBeingTrainedStay) {
    checkpoint(10, 3.0, false);
    checkpoint(20, 1.0, true);
    const auto lock = RunLock::acquire(run_);
    ASSERT_TRUE(lock);
    EXPECT_FALSE(put_checkpoints_away(folder_.path(), run_.path(), spare_checkpoints(run_.path())));
    EXPECT_EQ(list_checkpoints(run_.checkpoints()).size(), 2U);
}

TEST_F(DiskUseTest, AnEmptiedTrashHasNoCheckpointsLeft) {
    checkpoint(10, 3.0, false);
    checkpoint(20, 1.0, true);
    ASSERT_TRUE(put_checkpoints_away(folder_.path(), run_.path(), spare_checkpoints(run_.path())));
    const auto history = test::open_history(folder_.path());
    EXPECT_GT(folder_size(folder_.path() / "trash").bytes, 0U);
    history->empty_trash(std::chrono::hours(0));
    ASSERT_TRUE(history->flush());
    EXPECT_EQ(folder_size(folder_.path() / "trash").bytes, 0U);
    EXPECT_EQ(list_checkpoints(run_.checkpoints()).size(), 1U);
}

}  // namespace
}  // namespace tunebench
