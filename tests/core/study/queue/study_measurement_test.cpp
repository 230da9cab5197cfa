#include "core/study/queue/study_measurement.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

namespace fs = std::filesystem;

class StudyMeasurementTest : public testing::Test {
protected:
    std::string write(const fs::path& name) const {
        const auto file = folder_.path() / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file) << R"({"text": "one"})" << '\n';
        return file.string();
    }

    TemporaryFolder folder_;
    StudySettings study_ = {};
};

TEST_F(StudyMeasurementTest, WhatIsNotTrainedOnIsMarkedAsHeldOut) {
    study_.base.data.train = {"a.jsonl"};
    study_.rules.held_out = {"b.jsonl"};
    study_.rules.general = {"c.txt", "d.txt"};
    const auto files = [&](MeasuredOn on) {
        return evaluate_request(study_, on, study_.base, {}).data.train;
    };
    for (const auto on : {MeasuredOn::HeldOut, MeasuredOn::General})
        for (const auto& file : files(on))
            EXPECT_TRUE(file.is_held_out) << file.path;
    ASSERT_EQ(files(MeasuredOn::Training).size(), 1U);
    EXPECT_FALSE(files(MeasuredOn::Training).front().is_held_out);
}

// The splits of a data set are apart, though they have one name.
TEST_F(StudyMeasurementTest, OfADataSetInSplitsNoFileIsTrainedOnAndJudgedBy) {
    write("set/train.jsonl");
    write("set/validation.jsonl");
    const auto set = (folder_.path() / "set").string();
    study_.base.data.train = {set};
    study_.rules.held_out = {set};
    study_.rules.general = {set};
    EXPECT_TRUE(trained_and_judged(study_).empty());
}

TEST_F(StudyMeasurementTest, AFileIsTrainedOnAndJudgedByUnlessItsSlicesAreApart) {
    const auto file = write("rows.jsonl");
    study_.base.data.train = {write("other.jsonl"), file};
    study_.rules.held_out = {file};
    ASSERT_EQ(trained_and_judged(study_).size(), 1U);
    EXPECT_EQ(trained_and_judged(study_).front().filename(), "rows.jsonl");
    study_.base.data.train[1].slice = "[:80%]";
    EXPECT_EQ(trained_and_judged(study_).size(), 1U);
    study_.rules.held_out[0].slice = "[80%:]";
    EXPECT_TRUE(trained_and_judged(study_).empty());
    study_.rules.held_out = {(folder_.path() / "missing.jsonl").string()};
    EXPECT_TRUE(trained_and_judged(study_).empty());
}

}  // namespace
}  // namespace tunebench::test
