#include "core/hub/blob_lock.h"

#include <atomic>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

TEST(BlobLockTest, ItIsTheLockOfTheFilelockLibrary) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "hash.lock";
    const int other = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    {
        const auto lock = BlobLock::take(file, {});
        ASSERT_TRUE(lock);
        EXPECT_NE(flock(other, LOCK_EX | LOCK_NB), 0);
    }
    EXPECT_EQ(flock(other, LOCK_EX | LOCK_NB), 0);
    close(other);
}

TEST(BlobLockTest, WaitsForTheOtherAndThenGoesOn) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "hash.lock";
    auto first = BlobLock::take(file, {});
    ASSERT_TRUE(first);
    std::atomic<bool> has_it{false};
    std::thread second([&] { has_it = BlobLock::take(file, {}).has_value(); });
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    EXPECT_FALSE(has_it);
    { const BlobLock gone = *std::move(first); }
    second.join();
    EXPECT_TRUE(has_it);
}

TEST(BlobLockTest, WaitingCanBeCancelled) {
    const test::TemporaryFolder folder;
    const auto first = BlobLock::take(folder.path() / "hash.lock", {});
    ASSERT_TRUE(first);
    CancelToken cancel;
    std::thread canceller([&cancel] {
        std::this_thread::sleep_for(std::chrono::milliseconds(40));
        cancel.cancel();
    });
    const auto second = BlobLock::take(folder.path() / "hash.lock", cancel);
    canceller.join();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Cancelled);
}

TEST(BlobLockTest, AFileThatCannotBeMadeIsNamed) {
    const auto lock = BlobLock::take("/nowhere/at/all/hash.lock", {});
    ASSERT_FALSE(lock);
    EXPECT_NE(lock.error().message.find("/nowhere/at/all"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
