// What a crash or a failing disk does to checkpoints: kill −9 at random moments, and an error of every system
// call.
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/base/sweep_temporaries.h"
#include "core/run/checkpoint.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

Result<void> write_two_files(const fs::path& folder) {
    const std::string text(20000, 'w');
    std::ofstream(folder / "weights.safetensors") << text;
    std::ofstream(folder / "state.json") << "{}";
    return {};
}

/// Writes, rewrites and removes checkpoints until it is killed.
[[noreturn]] void save_for_ever(const fs::path& checkpoints, std::int64_t step) {
    for (;; ++step) {
        const auto is_best = step % 3 == 0;
        for (int twice = 0; twice < 2; ++twice)
            if (!write_checkpoint(checkpoints, {.step = step, .validation_loss = 1.0, .is_best = is_best},
                                  100, write_two_files))
                _exit(1);
        if (!retain_checkpoints(checkpoints, {.keep_last = 2, .keep_best = true}))
            _exit(2);
    }
}

TEST(CheckpointFaultsTest, AKillAtAnyMomentLeavesAValidCheckpointNotOlderThanBefore) {
    const test::TemporaryFolder root;
    const auto checkpoints = root.path() / "checkpoints";
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_TRUE(write_checkpoint(checkpoints, {.step = 1}, 100, write_two_files));
    const std::chrono::microseconds one_save =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    // Several saves of this machine: a fixed time would end before the first of a slow one.
    const auto longest_wait = static_cast<std::uint64_t>(std::max<std::int64_t>(30000, 6 * one_save.count()));
    Random random(99);
    std::int64_t last = 1;
    for (int kills = 0; kills < 50; ++kills) {
        const auto child = fork();
        ASSERT_GE(child, 0);
        if (child == 0)
            save_for_ever(checkpoints, last + 1);
        usleep(static_cast<useconds_t>(1000 + random.below(longest_wait)));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);

        std::vector<std::string> skipped;
        const auto newest = newest_valid_checkpoint(checkpoints, skipped);
        ASSERT_TRUE(newest.has_value()) << "kill " << kills;
        ASSERT_TRUE(skipped.empty()) << skipped.front();
        ASSERT_GE(newest->manifest.step, last);
        last = newest->manifest.step;
        sweep_temporaries(checkpoints);
        for (const auto& entry : fs::directory_iterator(checkpoints))
            ASSERT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
    }
    EXPECT_GT(last, 1);
}

/// Lets the call with this index fail with this error.
class FailingCalls : public FileCalls {
public:
    FailingCalls(int index, int error_number) : left_(index), error_number_(error_number) {}

    ssize_t write(int descriptor, const void* bytes, std::size_t count) const override {
        return fails() ? -1 : FileCalls::write(descriptor, bytes, count);
    }
    int fsync(int descriptor) const override { return fails() ? -1 : FileCalls::fsync(descriptor); }
    int rename(const char* from, const char* to) const override {
        return fails() ? -1 : FileCalls::rename(from, to);
    }
    int open(const char* path, int flags, mode_t mode) const override {
        return fails() ? -1 : FileCalls::open(path, flags, mode);
    }

    bool was_reached() const { return left_ < 0; }

private:
    bool fails() const {
        if (left_-- != 0)
            return false;
        errno = error_number_;
        return true;
    }

    mutable int left_;
    const int error_number_;
};

TEST(CheckpointFaultsTest, AnErrorOfAnyCallLeavesTheOldCheckpointAndNoTemporary) {
    for (const int error_number : {EIO, ENOSPC, EACCES}) {
        bool reached = true;
        for (int index = 0; reached && index < 100; ++index) {
            const test::TemporaryFolder root;
            const auto checkpoints = root.path() / "checkpoints";
            ASSERT_TRUE(write_checkpoint(checkpoints, {.step = 1}, 100, write_two_files));
            const FailingCalls calls(index, error_number);
            const auto written = write_checkpoint(checkpoints, {.step = 2}, 100, write_two_files, calls);
            reached = calls.was_reached();

            std::vector<std::string> skipped;
            const auto newest = newest_valid_checkpoint(checkpoints, skipped);
            ASSERT_TRUE(newest.has_value());
            EXPECT_TRUE(skipped.empty());
            EXPECT_EQ(newest->manifest.step, written ? 2 : 1);
            if (!written && error_number == ENOSPC) {
                const auto& error = written.error();
                EXPECT_TRUE(error.code == ErrorCode::OutOfSpace ||
                            error.message.find("No space") != std::string::npos)
                    << error.message;
            }
            for (const auto& entry : fs::directory_iterator(checkpoints))
                EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
        }
        EXPECT_FALSE(reached) << "more calls than expected";
    }
}

}  // namespace
}  // namespace tunebench
