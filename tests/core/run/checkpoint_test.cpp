#include "core/run/checkpoint.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <new>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/base/sweep_temporaries.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

WriteFiles content(std::string text) {
    return [text = std::move(text)](const fs::path& folder) -> Result<void> {
        std::ofstream(folder / "weights.safetensors") << text;
        std::ofstream(folder / "state.json") << "{}";
        return {};
    };
}

class CheckpointTest : public testing::Test {
protected:
    fs::path checkpoints() const { return root_.path() / "checkpoints"; }

    Checkpoint save(std::int64_t step, std::optional<double> loss = {}, bool is_best = false) const {
        auto saved = write_checkpoint(
            checkpoints(), {.step = step, .run_id = "1a2b3c4d", .validation_loss = loss, .is_best = is_best},
            100, content(std::to_string(step)));
        EXPECT_TRUE(saved) << saved.error().message;
        return *std::move(saved);
    }

    std::vector<std::int64_t> steps() const {
        std::vector<std::int64_t> found;
        for (const auto& checkpoint : list_checkpoints(checkpoints()))
            found.push_back(checkpoint.manifest.step);
        return found;
    }

    std::optional<Checkpoint> newest() const {
        std::vector<std::string> skipped;
        return newest_valid_checkpoint(checkpoints(), skipped);
    }

    static void damage(const Checkpoint& checkpoint) {
        std::fstream file(checkpoint.folder / "weights.safetensors", std::ios::in | std::ios::out);
        file.put('X');  // same size, other content
    }

    std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(checkpoints()), fs::directory_iterator()));
    }

private:
    test::TemporaryFolder root_;
};

TEST_F(CheckpointTest, HasSizesAndHashesOfItsFiles) {
    const auto saved = save(200, 1.5, true);
    EXPECT_EQ(saved.name(), "step-00000200");
    const auto opened = open_checkpoint(saved.folder, /*verify_hashes=*/true);
    ASSERT_TRUE(opened) << opened.error().message;
    EXPECT_EQ(opened->manifest, saved.manifest);
    ASSERT_EQ(opened->manifest.files.size(), 2u);
    EXPECT_EQ(opened->manifest.files[1].name, "weights.safetensors");
    EXPECT_EQ(opened->manifest.files[1].bytes, 3u);
    EXPECT_EQ(opened->manifest.files[1].sha256, sha256_hex("200"));
    EXPECT_FALSE(opened->manifest.created_at.empty());
}

TEST_F(CheckpointTest, LossesThatAreNotFiniteSurvive) {
    const auto saved = save(1, std::numeric_limits<double>::infinity());
    const auto opened = open_checkpoint(saved.folder, true);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->manifest.validation_loss, std::numeric_limits<double>::infinity());
}

TEST_F(CheckpointTest, AreListedByStepNotByName) {
    for (const std::int64_t step : {900, 123456789, 1000, 2})
        save(step);
    EXPECT_EQ(steps(), (std::vector<std::int64_t>{2, 900, 1000, 123456789}));
}

TEST_F(CheckpointTest, TemporaryFoldersAreNotListedAndAreSwept) {
    save(1);
    fs::create_directories(checkpoints() / ".tmp-step-00000002-aa");
    std::ofstream(checkpoints() / ".tmp-step-00000002-aa" / "weights.safetensors") << "half";
    EXPECT_EQ(steps(), std::vector<std::int64_t>{1});
    sweep_temporaries(checkpoints());
    EXPECT_EQ(entries(), 1u);
    EXPECT_EQ(steps(), std::vector<std::int64_t>{1});
}

TEST_F(CheckpointTest, AFailureWhileWritingLeavesTheOldOnesAndNothingElse) {
    save(1);
    const auto failed =
        write_checkpoint(checkpoints(), {.step = 2}, 100, [](const fs::path& folder) -> Result<void> {
            std::ofstream(folder / "weights.safetensors") << "half";
            return Error{.code = ErrorCode::OutOfSpace, .message = "full"};
        });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::OutOfSpace);
    EXPECT_EQ(steps(), std::vector<std::int64_t>{1});
    EXPECT_EQ(entries(), 1u);
}

TEST_F(CheckpointTest, SoDoesAnExceptionWhileWriting) {
    save(1);
    const auto throwing = [](const fs::path& folder) -> Result<void> {
        std::ofstream(folder / "weights.safetensors") << "half";
        throw std::bad_alloc();
    };
    EXPECT_THROW([[maybe_unused]] const auto failed =
                     write_checkpoint(checkpoints(), {.step = 2, .run_id = "1a2b3c4d"}, 100, throwing),
                 std::bad_alloc);
    EXPECT_EQ(steps(), std::vector<std::int64_t>{1});
    EXPECT_EQ(entries(), 1U);
}

TEST_F(CheckpointTest, TooLittleRoomIsFoundOutBeforeAnythingIsWritten) {
    bool wrote = false;
    const auto failed = write_checkpoint(checkpoints(), {.step = 2}, std::uint64_t{1} << 62,
                                         [&](const fs::path&) -> Result<void> {
                                             wrote = true;
                                             return {};
                                         });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::OutOfSpace);
    EXPECT_NE(failed.error().message.find("4294967296.00 GiB"), std::string::npos) << failed.error().message;
    EXPECT_FALSE(wrote);
    EXPECT_EQ(entries(), 0u);
}

TEST_F(CheckpointTest, TheSameStepIsReplaced) {
    save(5);
    const auto replaced = write_checkpoint(checkpoints(), {.step = 5}, 100, content("other"));
    ASSERT_TRUE(replaced) << replaced.error().message;
    EXPECT_EQ(entries(), 1u);
    const auto found = newest();
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->manifest.files[1].sha256, sha256_hex("other"));
}

TEST_F(CheckpointTest, TheNewestThatVerifiesIsTakenAndTheOthersAreNamed) {
    save(1);
    save(2);
    damage(save(3));
    fs::remove(save(4).folder / "state.json");
    std::ofstream(save(5).folder / "manifest.json", std::ios::trunc) << "{";
    std::vector<std::string> skipped;
    const auto found = newest_valid_checkpoint(checkpoints(), skipped);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->manifest.step, 2);
    EXPECT_EQ(skipped.size(), 3u);
    for (const auto* name : {"step-00000003", "step-00000004", "step-00000005"})
        EXPECT_TRUE(std::ranges::any_of(skipped, [&](const auto& s) {
            return s.find(name) != std::string::npos;
        })) << name;
}

TEST_F(CheckpointTest, NothingThereMeansNoneIsFound) {
    EXPECT_FALSE(newest().has_value());
    EXPECT_TRUE(steps().empty());
    EXPECT_FALSE(best_checkpoint(checkpoints()).has_value());
}

TEST_F(CheckpointTest, AManifestThatNamesFilesElsewhereIsRefused) {
    const auto saved = save(1);
    for (const auto* name : {"../run.json", "/etc/passwd", "", "..", "a/b"}) {
        std::ofstream(saved.folder / "manifest.json", std::ios::trunc)
            << R"({"format":"tunebench.checkpoint/1","step":1,"run_id":"x","is_best":false,)"
            << R"("created_at":"","files":[{"name":")" << name << R"(","bytes":1,"sha256":"x"}]})";
        EXPECT_FALSE(open_checkpoint(saved.folder, false)) << name;
    }
}

TEST_F(CheckpointTest, TheBestIsTheLowestLossAmongThoseMarked) {
    save(1, 3.0, true);
    save(2, 1.0, true);
    save(3, 0.5, false);
    save(4, 2.0, true);
    EXPECT_EQ(best_checkpoint(checkpoints())->manifest.step, 2);
}

TEST_F(CheckpointTest, RetentionKeepsTheNewestAndTheBest) {
    save(1, 3.0, true);
    save(2, 1.0, true);
    for (const std::int64_t step : {3, 4, 5})
        save(step);
    const auto removed = retain_checkpoints(checkpoints(), {.keep_last = 2, .keep_best = true});
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_EQ(*removed, (std::vector<std::string>{"step-00000001", "step-00000003"}));
    EXPECT_EQ(steps(), (std::vector<std::int64_t>{2, 4, 5}));
    EXPECT_EQ(entries(), 3u);
}

TEST_F(CheckpointTest, ABestThatIsDamagedIsPassedOver) {
    save(1, 3.0, true);
    damage(save(2, 1.0, true));
    std::vector<std::string> skipped;
    EXPECT_EQ(best_checkpoint(checkpoints())->manifest.step, 2) << "its content is not looked at";
    EXPECT_EQ(best_valid_checkpoint(checkpoints(), skipped)->manifest.step, 1);
    ASSERT_EQ(skipped.size(), 1u);
    EXPECT_NE(skipped.front().find("step-00000002"), std::string::npos) << skipped.front();
}

TEST_F(CheckpointTest, RetentionKeepsTheNewestThatARunMayGoBackTo) {
    for (const std::int64_t step : {3, 6, 7, 8})
        save(step);
    const auto is_third = [](const Checkpoint& checkpoint) { return checkpoint.manifest.step % 3 == 0; };
    ASSERT_TRUE(retain_checkpoints(checkpoints(), {.keep_last = 1, .goes_back_to = is_third}));
    EXPECT_EQ(steps(), (std::vector<std::int64_t>{6, 8}));
}

TEST_F(CheckpointTest, LaterStepsOfACourseThatWasLeftAreRemoved) {
    for (const std::int64_t step : {2, 4, 5, 7})
        save(step);
    const auto removed = remove_checkpoints_after(checkpoints(), 4);
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_EQ(*removed, (std::vector<std::string>{"step-00000007", "step-00000005"}));
    EXPECT_EQ(steps(), (std::vector<std::int64_t>{2, 4}));
}

TEST_F(CheckpointTest, RetentionKeepsAnOldOneWhenTheNewOnesAreDamaged) {
    save(1);
    save(2);
    damage(save(3));
    damage(save(4));
    ASSERT_TRUE(retain_checkpoints(checkpoints(), {.keep_last = 2}));
    EXPECT_EQ(steps(), (std::vector<std::int64_t>{2, 3, 4}));
    EXPECT_EQ(newest()->manifest.step, 2);
}

TEST_F(CheckpointTest, RetentionNeverTakesTheLastValidOneWhateverHappened) {
    Random random(3);
    for (int history = 0; history < 60; ++history) {
        fs::remove_all(checkpoints());
        std::int64_t step = 0;
        for (int action = 0; action < 12; ++action) {
            step += 1 + static_cast<std::int64_t>(random.below(3));
            const auto saved = save(step, random.uniform(), random.below(3) == 0);
            if (random.below(3) == 0)
                damage(saved);
            const bool had_valid = newest().has_value();
            const auto best = best_checkpoint(checkpoints());
            const auto keep_last = static_cast<std::int64_t>(random.below(4));
            const bool keep_best = random.below(2) == 0;
            ASSERT_TRUE(retain_checkpoints(checkpoints(), {.keep_last = keep_last, .keep_best = keep_best}));
            ASSERT_EQ(newest().has_value(), had_valid);
            ASSERT_EQ(steps().back(), step);
            if (keep_best && best) {
                ASSERT_EQ(best_checkpoint(checkpoints())->manifest.step, best->manifest.step);
            }
            ASSERT_LE(steps().size(), static_cast<std::size_t>(std::max<std::int64_t>(1, keep_last)) + 2);
        }
    }
}

}  // namespace
}  // namespace tunebench
