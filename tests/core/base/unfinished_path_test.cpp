#include "core/base/unfinished_path.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class UnfinishedPathTest : public testing::Test {
protected:
    void write_into(const fs::path& folder) {
        fs::create_directory(folder);
        std::ofstream(folder / "file") << "whole";
    }

    const test::TemporaryFolder folder_;
    const fs::path wanted_ = folder_.path() / "above" / "wanted";
};

TEST_F(UnfinishedPathTest, WhatIsKeptStandsAtTheWantedPathAlone) {
    {
        auto unfinished = UnfinishedPath::beside(wanted_);
        ASSERT_TRUE(unfinished) << unfinished.error().message;
        EXPECT_EQ(unfinished->path().filename(), wanted_.filename());
        write_into(unfinished->path());
        EXPECT_FALSE(fs::exists(wanted_));
        ASSERT_TRUE(unfinished->keep());
    }
    EXPECT_TRUE(fs::exists(wanted_ / "file"));
    EXPECT_EQ(std::distance(fs::directory_iterator(wanted_.parent_path()), fs::directory_iterator()), 1);
}

TEST_F(UnfinishedPathTest, WhatIsNotKeptIsGone) {
    {
        auto unfinished = UnfinishedPath::beside(wanted_);
        write_into(unfinished->path());
    }
    EXPECT_TRUE(fs::is_empty(wanted_.parent_path()));
}

TEST_F(UnfinishedPathTest, AnEmptyFolderMayBeThereButNoOther) {
    fs::create_directories(wanted_);
    auto unfinished = UnfinishedPath::beside(wanted_);
    write_into(unfinished->path());
    EXPECT_TRUE(unfinished->keep());
    auto another = UnfinishedPath::beside(wanted_);
    write_into(another->path());
    EXPECT_FALSE(another->keep());
    EXPECT_TRUE(fs::exists(wanted_ / "file"));
}

TEST_F(UnfinishedPathTest, AFolderThatCannotBeWrittenIsNamed) {
    const auto unfinished = UnfinishedPath::beside("/proc/nothing/wanted");
    ASSERT_FALSE(unfinished);
    EXPECT_NE(unfinished.error().message.find("/proc/nothing"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
