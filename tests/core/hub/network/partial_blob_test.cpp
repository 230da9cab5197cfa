#include "core/hub/network/partial_blob.h"

#include <cerrno>

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"
#include "tests/core/hub/network/hub_bench.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class PartialBlobTest : public testing::Test {
protected:
    Result<PartialBlob> open(const FileCalls& calls = real_file_calls()) const {
        return PartialBlob::open(file_, identity_, {}, calls);
    }

    test::FolderOfFiles folder_;
    std::string content_ = test::noise(5000);
    BlobIdentity identity_ = {.hash = test::hash_of({.content = content_, .is_large = true}), .size = 5000};
    fs::path file_ = folder_.path() / "hash.incomplete";
    fs::path blob_ = folder_.path() / "hash";
};

TEST_F(PartialBlobTest, GoesOnWithWhatAnEarlierProcessLeft) {
    for (const std::size_t left : {0U, 1U, 2500U, 4999U, 5000U}) {
        folder_.write("hash.incomplete", content_.substr(0, left));
        auto partial = open();
        ASSERT_TRUE(partial) << partial.error().message;
        EXPECT_EQ(partial->size(), left);
        ASSERT_TRUE(partial->append(content_.substr(left)));
        EXPECT_TRUE(partial->is_whole());
        ASSERT_TRUE(partial->finish(blob_, "test"));
        EXPECT_EQ(test::bytes_of(blob_), content_);
        EXPECT_FALSE(fs::exists(file_));
    }
}

TEST_F(PartialBlobTest, WhatIsTooLongIsBegunAnew) {
    folder_.write("hash.incomplete", content_ + "more");
    auto partial = open();
    ASSERT_TRUE(partial);
    EXPECT_EQ(partial->size(), 0U);
    EXPECT_EQ(fs::file_size(file_), 0U);
}

TEST_F(PartialBlobTest, TakesNoMoreThanTheBlobHas) {
    auto partial = open();
    ASSERT_TRUE(partial);
    const auto appended = partial->append(content_ + "x");
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().code, ErrorCode::Corrupt);
    EXPECT_EQ(fs::file_size(file_), 0U);
}

TEST_F(PartialBlobTest, AnotherContentIsDeletedAndSaidSo) {
    auto partial = open();
    ASSERT_TRUE(partial);
    ASSERT_TRUE(partial->append(test::noise(5000, 2)));
    const auto finished = partial->finish(blob_, "the.host");
    ASSERT_FALSE(finished);
    EXPECT_EQ(finished.error().code, ErrorCode::Corrupt);
    EXPECT_NE(finished.error().message.find("the.host"), std::string::npos);
    EXPECT_NE(finished.error().message.find(identity_.hash), std::string::npos);
    EXPECT_NE(finished.error().message.find("deleted"), std::string::npos);
    EXPECT_FALSE(fs::exists(file_));
    EXPECT_FALSE(fs::exists(blob_));
}

/// Writes half of what it is given, and then has no space left.
class FullDisk : public FileCalls {
public:
    ssize_t write(int descriptor, const void* bytes, std::size_t count) const override {
        if (count > 1000)
            return FileCalls::write(descriptor, bytes, count / 2);
        errno = ENOSPC;
        return -1;
    }
};

TEST_F(PartialBlobTest, AFullDiskKeepsWhatCameBefore) {
    const FullDisk full;
    {
        auto partial = open(full);
        ASSERT_TRUE(partial);
        const auto appended = partial->append(content_);
        ASSERT_FALSE(appended);
        EXPECT_EQ(appended.error().code, ErrorCode::OutOfSpace);
    }
    auto partial = open();
    ASSERT_TRUE(partial);
    ASSERT_TRUE(partial->append(content_.substr(partial->size())));
    EXPECT_TRUE(partial->finish(blob_, "test"));
}

class FailingSync : public FileCalls {
public:
    int fsync(int /*descriptor*/) const override {
        errno = EIO;
        return -1;
    }
};

TEST_F(PartialBlobTest, WhatIsNotOnTheDiskGetsNoName) {
    const FailingSync failing;
    auto partial = open(failing);
    ASSERT_TRUE(partial);
    ASSERT_TRUE(partial->append(content_));
    EXPECT_FALSE(partial->finish(blob_, "test"));
    EXPECT_FALSE(fs::exists(blob_));
}

}  // namespace
}  // namespace tunebench
