#include <cerrno>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/core/base/faulty_file_calls.h"
#include "tests/core/base/folder_of_files.h"

namespace tunebench {

using test::bytes_of;
using test::FaultyFileCalls;
using test::FolderOfFiles;

TEST(AppendFileTest, AddsLinesToANewAndToAnExistingFile) {
    const FolderOfFiles folder;
    const auto path = folder.path() / "events.jsonl";
    {
        auto file = AppendFile::open(path);
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->append_line("{\"step\":1}"));
        ASSERT_TRUE(file->sync());
    }
    auto file = AppendFile::open(path);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->size(), 11U);
    AppendFile moved = *std::move(file);
    ASSERT_TRUE(moved.append_line("{\"step\":2}"));
    EXPECT_EQ(moved.size(), 22U);
    EXPECT_EQ(bytes_of(path), "{\"step\":1}\n{\"step\":2}\n");
}

TEST(AppendFileTest, CutsTheIncompleteLineThatACrashLeft) {
    const FolderOfFiles folder;
    const std::string long_half(10'000, 'x');
    for (const std::string& half : {std::string("{\"st"), long_half}) {
        const auto path = folder.write("events.jsonl", "first\nsecond\n" + half);
        auto file = AppendFile::open(path);
        ASSERT_TRUE(file);
        EXPECT_EQ(file->size(), 13U);
        ASSERT_TRUE(file->append_line("third"));
        EXPECT_EQ(bytes_of(path), "first\nsecond\nthird\n");
    }
    const auto path = folder.write("only-half", long_half);
    ASSERT_TRUE(AppendFile::open(path));
    EXPECT_EQ(bytes_of(path), "");
}

TEST(AppendFileTest, RefusesALineWithANewlineInIt) {
    const FolderOfFiles folder;
    auto file = AppendFile::open(folder.path() / "f");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->append_line("a\nb").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(bytes_of(folder.path() / "f"), "");
}

TEST(AppendFileTest, SyncsTheFileAndOnceTheFolder) {
    const FolderOfFiles folder;
    const FaultyFileCalls calls;
    auto file = AppendFile::open(folder.path() / "f", calls);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->append_line("a"));
    ASSERT_TRUE(file->sync());
    ASSERT_TRUE(file->sync());
    EXPECT_EQ(calls.made(),
              (std::vector<std::string>{"open", "write", "fsync", "open", "fsync", "close", "fsync"}));
}

class FaultyAppendTest : public testing::TestWithParam<int> {};

// A line is in the file whole or not at all, and what append_line said is true.
TEST_P(FaultyAppendTest, LeavesOnlyWholeLinesAtEveryIndex) {
    const std::string line(5000, 'l');
    for (std::size_t index = 0;; ++index) {
        const FolderOfFiles folder;
        const auto path = folder.write("events.jsonl", "before\n");
        const FaultyFileCalls calls(index, GetParam());
        std::string expected = "before\n";
        if (auto file = AppendFile::open(path, calls))
            for (int i = 0; i < 3; ++i)
                if (file->append_line(line))
                    expected += line + "\n";
        SCOPED_TRACE(testing::Message() << "call " << index << " " << calls.failed());
        EXPECT_EQ(bytes_of(path), expected);
        if (calls.failed().empty()) {
            EXPECT_GE(index, 4U);
            break;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(AppendFileTest, FaultyAppendTest,
                         testing::Values(ENOSPC, EIO, EINTR, FaultyFileCalls::kShortWrite));

namespace {

/// Writes half of a line, then has no space, then cannot even truncate.
class DyingDisk : public FileCalls {
public:
    explicit DyingDisk(bool truncates) : truncates_(truncates) {}
    ssize_t write(int descriptor, const void* bytes, std::size_t count) const override {
        if (full_) {
            errno = ENOSPC;
            return -1;
        }
        full_ = true;
        return FileCalls::write(descriptor, bytes, count / 2);
    }
    int ftruncate(int descriptor, off_t length) const override {
        errno = EIO;
        return truncates_ ? FileCalls::ftruncate(descriptor, length) : -1;
    }
    void free_space() const { full_ = false; }

private:
    bool truncates_ = true;
    mutable bool full_ = false;
};

}  // namespace

TEST(AppendFileTest, TakesBackHalfALineWhenTheDiskFills) {
    const FolderOfFiles folder;
    const auto path = folder.write("events.jsonl", "before\n");
    const DyingDisk disk(true);
    auto file = AppendFile::open(path, disk);
    ASSERT_TRUE(file);
    const auto result = file->append_line("0123456789");
    EXPECT_EQ(result.error().code, ErrorCode::OutOfSpace);
    EXPECT_EQ(bytes_of(path), "before\n");
    EXPECT_EQ(file->size(), 7U);
}

TEST(AppendFileTest, TakesNoFurtherLineAfterAHalfOneThatStays) {
    const FolderOfFiles folder;
    const auto path = folder.write("events.jsonl", "before\n");
    const DyingDisk disk(false);
    auto file = AppendFile::open(path, disk);
    ASSERT_TRUE(file);
    EXPECT_FALSE(file->append_line("0123456789"));
    disk.free_space();
    EXPECT_EQ(file->append_line("next").error().code, ErrorCode::Io);
    EXPECT_EQ(bytes_of(path), "before\n01234");
    ASSERT_TRUE(AppendFile::open(path));
    EXPECT_EQ(bytes_of(path), "before\n");
}

}  // namespace tunebench
