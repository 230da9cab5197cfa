#include "core/study/queue/study_folder.h"

#include <string>
#include <unistd.h>
#include <utility>

#include <gtest/gtest.h>

#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

class StudyFolderTest : public testing::Test {
protected:
    void SetUp() override {
        study_ = {.base = tiny_run(inputs_.path(), 10), .folder = inputs_.path()};
        study_.methods.push_back({.name = "LoRA", .set = {{"method", {{"id", "lora"}}}}});
        study_.rules.name = "tiny study";
    }

    StudyFolder open() const {
        auto folder = StudyFolder::open(data_.path(), study_);
        EXPECT_TRUE(folder) << folder.error().message;
        return *std::move(folder);
    }

    std::int64_t seeds_in(const StudyFolder& folder) const {
        const auto settings = StudyFolder::settings_in(folder.path());
        EXPECT_TRUE(settings);
        return settings->rules.seeds;
    }

    TemporaryFolder inputs_;
    TemporaryFolder data_;
    StudySettings study_ = {};
};

TEST_F(StudyFolderTest, WhoComesSecondIsToldWhoRunsTheStudy) {
    const auto folder = open();
    {
        const auto first = folder.lock();
        ASSERT_TRUE(first) << first.error().message;
        const auto second = open().lock();
        ASSERT_FALSE(second);
        EXPECT_NE(second.error().message.find("tiny-study"), std::string::npos) << second.error().message;
        EXPECT_NE(second.error().message.find(std::to_string(getpid())), std::string::npos)
            << second.error().message;
        EXPECT_FALSE(second.error().hint.empty());
    }
    EXPECT_TRUE(folder.lock());
}

TEST_F(StudyFolderTest, AStudyThatIsRunIsNotInterrupted) {
    const auto folder = open();
    ASSERT_TRUE(folder.keep_queue({.wants_to_go_on = true}));
    EXPECT_EQ(StudyFolder::interrupted(data_.path()).size(), 1U);
    const auto lock = folder.lock();
    ASSERT_TRUE(lock);
    EXPECT_TRUE(StudyFolder::interrupted(data_.path()).empty());
    EXPECT_EQ(StudyFolder::all(data_.path()).size(), 1U) << "it can be looked at";
}

TEST_F(StudyFolderTest, WhatAStudyThatIsRunAskedForStays) {
    study_.rules.seeds = 2;
    const auto folder = open();
    study_.rules.seeds = 5;
    {
        const auto lock = folder.lock();
        ASSERT_TRUE(lock);
        EXPECT_EQ(seeds_in(open()), 2);
    }
    EXPECT_EQ(seeds_in(open()), 5);
}

}  // namespace
}  // namespace tunebench::test
