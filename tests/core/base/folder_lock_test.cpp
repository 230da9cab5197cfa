#include "core/base/folder_lock.h"

#include <string>
#include <unistd.h>
#include <utility>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

Error held(const std::string& holder) {
    return {.code = ErrorCode::Io, .message = "held by " + holder};
}

TEST(FolderLockTest, OneHolderAtATime) {
    const TemporaryFolder folder;
    EXPECT_FALSE(FolderLock::is_held(folder.path()));
    {
        const auto lock = FolderLock::acquire(folder.path(), FolderUse::Work, held);
        ASSERT_TRUE(lock) << lock.error().message;
        EXPECT_TRUE(FolderLock::is_held(folder.path()));
        const auto second = FolderLock::acquire(folder.path(), FolderUse::Work, held);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().message, "held by process " + std::to_string(getpid()));
    }
    EXPECT_FALSE(FolderLock::is_held(folder.path()));
    EXPECT_TRUE(FolderLock::acquire(folder.path(), FolderUse::Work, held));
}

TEST(FolderLockTest, ReadersAreOnlyInTheWayOfWhoWantsToBeAlone) {
    const TemporaryFolder folder;
    const auto one = FolderLock::acquire(folder.path(), FolderUse::Read, held);
    EXPECT_TRUE(FolderLock::acquire(folder.path(), FolderUse::Read, held));
    EXPECT_TRUE(FolderLock::acquire(folder.path(), FolderUse::Work, held));
    EXPECT_FALSE(FolderLock::acquire(folder.path(), FolderUse::Alone, held));
    EXPECT_TRUE(FolderLock::is_held(folder.path(), FolderUse::Read));
    EXPECT_FALSE(FolderLock::is_held(folder.path(), FolderUse::Work));
}

TEST(FolderLockTest, AFolderIsHeldByWhereTheLockWasMovedTo) {
    const TemporaryFolder folder;
    FolderLock kept;
    EXPECT_FALSE(FolderLock::is_held(folder.path()));
    {
        auto lock = FolderLock::acquire(folder.path(), FolderUse::Work, held);
        ASSERT_TRUE(lock);
        auto moved = *std::move(lock);
        kept = std::move(moved);
    }
    EXPECT_TRUE(FolderLock::is_held(folder.path()));
    { const auto last = std::move(kept); }
    EXPECT_FALSE(FolderLock::is_held(folder.path()));
}

TEST(FolderLockTest, AFolderThatIsNotThereIsAnError) {
    const TemporaryFolder folder;
    const auto lock = FolderLock::acquire(folder.path() / "none", FolderUse::Work, held);
    ASSERT_FALSE(lock);
    EXPECT_NE(lock.error().message.find("none"), std::string::npos) << lock.error().message;
}

}  // namespace
}  // namespace tunebench::test
