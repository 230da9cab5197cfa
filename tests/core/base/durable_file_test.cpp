#include "core/base/durable_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

#include <gtest/gtest.h>

#include "tests/core/base/faulty_file_calls.h"
#include "tests/core/base/folder_of_files.h"

namespace tunebench {

namespace fs = std::filesystem;
using test::bytes_of;
using test::FaultyFileCalls;
using test::FolderOfFiles;

namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

mode_t mode_of(const fs::path& path) {
    struct stat status {};
    EXPECT_EQ(::lstat(path.c_str(), &status), 0);
    return status.st_mode & 07777;
}

std::size_t call_count(const FaultyFileCalls& calls, std::string_view name) {
    return static_cast<std::size_t>(std::count(calls.made().begin(), calls.made().end(), name));
}

}  // namespace

TEST(DurableFileTest, ReadsAWholeFile) {
    const FolderOfFiles folder;
    const std::string bytes("a\0b\r\n\xFF", 6);
    EXPECT_EQ(*read_file(folder.write("f", bytes), 6), bytes);
    EXPECT_EQ(*read_file(folder.write("empty", ""), 0), "");
    EXPECT_FALSE(read_file("/proc/self/status", kMiB)->empty()) << "a file that says it has 0 bytes";
}

TEST(DurableFileTest, RefusesToReadWhatIsMissingTooLargeOrNoFile) {
    const FolderOfFiles folder;
    const auto large = read_file(folder.write("f", "1234567"), 6);
    EXPECT_EQ(large.error().code, ErrorCode::Corrupt);
    EXPECT_NE(large.error().message.find("7 B, more than the 6 B"), std::string::npos);
    const auto absent = read_file(folder.path() / "absent", kMiB);
    EXPECT_EQ(absent.error().code, ErrorCode::NotFound);
    EXPECT_EQ(absent.error().message,
              "Cannot read " + (folder.path() / "absent").string() + ": it does not exist.");
    const auto no_folder = read_file(folder.path() / "no/file", kMiB);
    EXPECT_EQ(no_folder.error().code, ErrorCode::NotFound);
    EXPECT_NE(no_folder.error().message.find("the folder " + (folder.path() / "no").string()),
              std::string::npos);
    EXPECT_EQ(read_file(folder.path(), kMiB).error().code, ErrorCode::Io);
    ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(read_file(folder.path() / "pipe", kMiB).error().code, ErrorCode::Io)
        << "and does not wait for a writer";
}

TEST(DurableFileTest, WritesAndReplacesLeavingNothingElse) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / "run.json";
    ASSERT_TRUE(write_file_durably(path, "old"));
    EXPECT_EQ(bytes_of(path), "old");
    ASSERT_TRUE(write_file_durably(path, std::string(3'000'000, 'x')));
    EXPECT_EQ(bytes_of(path), std::string(3'000'000, 'x'));
    ASSERT_TRUE(write_file_durably(path, ""));
    EXPECT_EQ(bytes_of(path), "");
    EXPECT_EQ(folder.entry_count(), 1U);
}

TEST(DurableFileTest, SyncsTheFileBeforeTheRenameAndTheFolderAfterIt) {
    const FolderOfFiles folder;
    const FaultyFileCalls calls;
    ASSERT_TRUE(write_file_durably(folder.path() / "f", "bytes", calls));
    EXPECT_EQ(calls.made(), (std::vector<std::string>{"statvfs", "open", "write", "fsync", "close", "rename",
                                                      "open", "fsync", "close"}));
}

TEST(DurableFileTest, AsksWhetherItCouldWriteAndLeavesNothing) {
    const FolderOfFiles folder;
    const auto file = folder.write("f", "old");
    EXPECT_TRUE(check_writable(file));
    EXPECT_TRUE(check_writable(folder.path() / "new"));
    EXPECT_EQ(bytes_of(file), "old");
    EXPECT_EQ(folder.entry_count(), 1U);
    EXPECT_FALSE(check_writable(folder.path()));
    EXPECT_EQ(check_writable(folder.path() / "none" / "f").error().code, ErrorCode::NotFound);
}

TEST(DurableFileTest, KeepsThePermissionsOfTheFileItReplaces) {
    const FolderOfFiles folder;
    const fs::path path = folder.write("f", "old");
    for (const mode_t mode : {mode_t{0600}, mode_t{0664}, mode_t{0755}}) {
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
        ASSERT_TRUE(write_file_durably(path, "new"));
        EXPECT_EQ(mode_of(path), mode);
    }
    const mode_t umask_before = ::umask(027);
    ASSERT_TRUE(write_file_durably(folder.path() / "fresh", "new"));
    ::umask(umask_before);
    EXPECT_EQ(mode_of(folder.path() / "fresh"), mode_t{0640});
}

TEST(DurableFileTest, ReplacesALinkAndNotItsTarget) {
    const FolderOfFiles folder;
    const fs::path blob = folder.write("blob", "shared by others");
    fs::create_symlink(blob, folder.path() / "link");
    ASSERT_TRUE(write_file_durably(folder.path() / "link", "mine"));
    EXPECT_EQ(bytes_of(blob), "shared by others");
    EXPECT_EQ(bytes_of(folder.path() / "link"), "mine");
}

TEST(DurableFileTest, TakesTheLongestNameThatTheFileSystemTakes) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / std::string(255, 'n');
    ASSERT_TRUE(write_file_durably(path, "x"));
    EXPECT_EQ(bytes_of(path), "x");
    EXPECT_EQ(write_file_durably(folder.path() / std::string(256, 'n'), "x").error().code,
              ErrorCode::InvalidArgument);
    EXPECT_EQ(folder.entry_count(), 1U);
}

TEST(DurableFileTest, AWriterThatIsNotCommittedLeavesTheOldFile) {
    const FolderOfFiles folder;
    const fs::path path = folder.write("f", "old");
    {
        auto writer = DurableFileWriter::open(path);
        ASSERT_TRUE(writer);
        ASSERT_TRUE(writer->append("half of "));
        EXPECT_EQ(folder.entry_count(), 2U) << "the temporary is beside the file";
        EXPECT_EQ(bytes_of(path), "old");
    }
    EXPECT_EQ(bytes_of(path), "old");
    EXPECT_EQ(folder.entry_count(), 1U);
}

TEST(DurableFileTest, AWriterJoinsItsPiecesAndIsClosedByCommit) {
    const FolderOfFiles folder;
    auto writer = DurableFileWriter::open(folder.path() / "f", 6);
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->append("abc"));
    DurableFileWriter moved = *std::move(writer);
    ASSERT_TRUE(moved.append("def"));
    EXPECT_EQ(moved.bytes_written(), 6U);
    ASSERT_TRUE(moved.commit());
    EXPECT_TRUE(moved.directory_synced());
    EXPECT_EQ(bytes_of(folder.path() / "f"), "abcdef");
    EXPECT_FALSE(moved.append("more"));
    EXPECT_FALSE(moved.commit());
    EXPECT_EQ(bytes_of(folder.path() / "f"), "abcdef");
}

TEST(DurableFileTest, RefusesAtOnceWhatTheDiskCannotHold) {
    const FolderOfFiles folder;
    const auto writer = DurableFileWriter::open(folder.path() / "f", std::uint64_t{1} << 60);
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().code, ErrorCode::OutOfSpace);
    EXPECT_NE(writer.error().message.find("it needs 1073741824.00 GiB, and its disk has "),
              std::string::npos);
    EXPECT_TRUE(writer.error().hint.starts_with("Free at least ")) << writer.error().hint;
    EXPECT_EQ(folder.entry_count(), 0U);
}

TEST(DurableFileTest, SaysWhyAFolderCannotBeWritten) {
    const FolderOfFiles folder;
    const fs::path path = folder.path() / "f";
    const auto missing = write_file_durably(folder.path() / "no" / "f", "x");
    EXPECT_NE(
        missing.error().message.find("the folder " + (folder.path() / "no").string() + " does not exist"),
        std::string::npos);
    const auto denied = write_file_durably(path, "x", FaultyFileCalls(1, EACCES));
    EXPECT_EQ(denied.error().code, ErrorCode::Io);
    EXPECT_NE(denied.error().message.find("no permission for it or for the folder " + folder.path().string()),
              std::string::npos);
    const auto read_only = write_file_durably(path, "x", FaultyFileCalls(1, EROFS));
    EXPECT_NE(read_only.error().message.find("read-only file system"), std::string::npos);
    EXPECT_EQ(write_file_durably(folder.path(), "x").error().code, ErrorCode::Io);
    EXPECT_EQ(folder.entry_count(), 0U);
}

class FaultyWriteTest : public testing::TestWithParam<int> {};

// Whatever fails wherever: the path holds the whole old file and an error is returned, or it holds the whole
// new one.
TEST_P(FaultyWriteTest, LeavesTheOldFileOrTheNewOneAtEveryIndex) {
    const std::string old_bytes = "old contents";
    const std::string new_bytes(100'000, 'n');
    for (std::size_t index = 0;; ++index) {
        const FolderOfFiles folder;
        const fs::path path = folder.write("f", old_bytes);
        const FaultyFileCalls calls(index, GetParam());
        const auto result = write_file_durably(path, new_bytes, calls);
        SCOPED_TRACE(testing::Message() << "call " << index << " " << calls.failed());
        EXPECT_EQ(bytes_of(path), result ? new_bytes : old_bytes);
        EXPECT_EQ(folder.entry_count(), 1U) << "no temporary stays";
        if (!result) {
            EXPECT_NE(result.error().message.find(path.string()), std::string::npos);
            EXPECT_FALSE(result.error().hint.empty());
        }
        if (!result && (GetParam() == ENOSPC || GetParam() == EDQUOT)) {
            EXPECT_EQ(result.error().code, ErrorCode::OutOfSpace);
            EXPECT_NE(result.error().message.find("it needs 97.66 KiB"), std::string::npos)
                << result.error().message;
        }
        if (calls.failed().empty()) {
            EXPECT_GE(index, 9U);
            break;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(DurableFileTest, FaultyWriteTest,
                         testing::Values(ENOSPC, EDQUOT, EIO, EINTR, EACCES, FaultyFileCalls::kShortWrite));

TEST(DurableFileTest, InterruptedAndShortCallsAreFinished) {
    for (const int fault : {EINTR, FaultyFileCalls::kShortWrite})
        for (std::size_t index = 0; index < 5; ++index) {  // up to close; rename is never interrupted
            const FolderOfFiles folder;
            const FaultyFileCalls calls(index, fault);
            EXPECT_TRUE(write_file_durably(folder.path() / "f", "bytes", calls)) << calls.failed();
            EXPECT_EQ(bytes_of(folder.path() / "f"), "bytes");
        }
}

TEST(DurableFileTest, AFailedSyncIsNeverTriedAgain) {
    const FolderOfFiles folder;
    const FaultyFileCalls calls(3, EIO);
    EXPECT_FALSE(write_file_durably(folder.path() / "f", "bytes", calls));
    EXPECT_EQ(call_count(calls, "fsync"), 1U);
    EXPECT_EQ(call_count(calls, "rename"), 0U);
}

TEST(DurableFileTest, AFolderThatCannotBeSyncedIsAWarningAfterTheRename) {
    const FolderOfFiles folder;
    const FaultyFileCalls calls(7, EIO);
    auto writer = DurableFileWriter::open(folder.path() / "f", 0, calls);
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->append("bytes"));
    ASSERT_TRUE(writer->commit());
    EXPECT_EQ(calls.failed(), "fsync");
    EXPECT_FALSE(writer->directory_synced());
    EXPECT_EQ(bytes_of(folder.path() / "f"), "bytes");
}

TEST(DurableFileTest, RenamesFoldersDurably) {
    const FolderOfFiles folder;
    folder.write("ckpt.tmp-1/weights", "w");
    const FaultyFileCalls calls;
    ASSERT_TRUE(rename_durably(folder.path() / "ckpt.tmp-1", folder.path() / "ckpt", calls));
    EXPECT_EQ(bytes_of(folder.path() / "ckpt" / "weights"), "w");
    EXPECT_EQ(calls.made(), (std::vector<std::string>{"rename", "open", "fsync", "close"}));
    for (std::size_t index = 1; index < 4; ++index)
        EXPECT_TRUE(
            rename_durably(folder.path() / "ckpt", folder.path() / "ckpt", FaultyFileCalls(index, EIO)));
    EXPECT_FALSE(rename_durably(folder.path() / "ckpt", folder.path() / "other", FaultyFileCalls(0, EIO)));
    const auto absent = rename_durably(folder.path() / "absent", folder.path() / "other");
    EXPECT_EQ(absent.error().message,
              "Cannot rename " + (folder.path() / "absent").string() + ": it does not exist.");
}

TEST(DurableFileTest, AFileSystemThatCannotSyncFoldersCountsAsSynced) {
    const FolderOfFiles folder;
    EXPECT_TRUE(sync_directory(folder.path()));
    EXPECT_TRUE(sync_directory(folder.path(), FaultyFileCalls(1, EINVAL)));
    EXPECT_FALSE(sync_directory(folder.path(), FaultyFileCalls(1, EIO)));
    EXPECT_FALSE(sync_directory(folder.path() / "absent"));
}

TEST(DurableFileTest, TellsTheFreeSpaceOfAPathThatIsNotYetThere) {
    const FolderOfFiles folder;
    const auto free = free_bytes(folder.path() / "not" / "yet" / "there");
    ASSERT_TRUE(free);
    EXPECT_GT(*free, 0U);
    EXPECT_TRUE(free_bytes("relative-and-absent"));
    EXPECT_FALSE(free_bytes(folder.path(), FaultyFileCalls(0, EIO)));
}

}  // namespace tunebench
