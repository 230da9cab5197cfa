#include "core/data/reading_reports.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/data/loader.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

/// A run of two files; what its reading tells.
class ReadingReportsTest : public testing::Test {
protected:
    ReadingReportsTest() : config_(test::tiny_run(folder_.path(), 1)) {
        const auto second = folder_.path() / "second.jsonl";
        test::write_tiny_data(config_.data.train.front().path, 3000);
        test::write_tiny_data(second, 3000);
        config_.data.train.emplace_back(second.string());
        config_.data.packing = true;
    }

    Result<TrainingData> read(const OnExamineProgress& on_progress) {
        const auto tokenizer = Tokenizer::load(config_.model.path);
        return load_run_data(config_, *tokenizer, cancel_, 0, nullptr, on_progress);
    }

    test::TemporaryFolder folder_;
    RunConfig config_;
    CancelToken cancel_;
};

TEST_F(ReadingReportsTest, SayWhatIsReadAndHowMuchOfIt) {
    const auto phase = reading_phase(
        {.file = "/data/train.jsonl", .rows = 12'345, .all_bytes = std::uint64_t{3} << 29, .share = 0.414});
    EXPECT_EQ(phase.phase, RunPhase::Loading);
    EXPECT_EQ(phase.detail, "Reading train.jsonl: 12.3 k rows, 41 % of 1.50 GiB");
    EXPECT_EQ(phase.share, 0.414);
}

TEST_F(ReadingReportsTest, ComeAtEachFilesBeginningAndNotForEveryRow) {
    std::vector<PhaseChanged> told;
    const auto report =
        reading_reports([&](const RunEvent& event) { told.push_back(std::get<PhaseChanged>(event)); });
    for (const auto* file : {"a.jsonl", "b.jsonl"})
        for (int row = 0; row < 50; ++row)
            report({.file = file, .rows = row, .all_bytes = 100, .share = 0.0});
    ASSERT_GE(told.size(), 2U);
    EXPECT_LT(told.size(), 20U);
    EXPECT_TRUE(told.front().detail.starts_with("Reading a.jsonl"));
    EXPECT_TRUE(told.back().detail.starts_with("Reading b.jsonl"));
    EXPECT_FALSE(reading_reports({}));
}

TEST_F(ReadingReportsTest, SharesGrowOverAllFilesAndChangeNothing) {
    std::vector<ExamineProgress> told;
    const auto data = read([&](const ExamineProgress& progress) { told.push_back(progress); });
    ASSERT_TRUE(data) << data.error().message;
    const auto quiet = read({});
    ASSERT_TRUE(quiet);
    EXPECT_EQ(data->train.report, quiet->train.report);
    ASSERT_GT(told.size(), 4U);
    for (std::size_t i = 1; i < told.size(); ++i) {
        EXPECT_GE(told[i].share, told[i - 1].share) << i;
        EXPECT_GE(told[i].rows, told[i - 1].rows) << i;
    }
    EXPECT_GT(told.back().share, 0.7);
    EXPECT_GT(told.back().rows, 5000);
    EXPECT_TRUE(std::ranges::any_of(
        told, [](const ExamineProgress& progress) { return progress.file.ends_with("second.jsonl"); }));
}

TEST_F(ReadingReportsTest, ACancelEndsReadingWithinSomeRows) {
    const auto data = read([&](const ExamineProgress& progress) {
        if (progress.rows >= 1000)
            cancel_.cancel();
        EXPECT_LT(progress.rows, 3000);
    });
    ASSERT_FALSE(data);
    EXPECT_EQ(data.error().code, ErrorCode::Cancelled);
}

}  // namespace
}  // namespace tunebench
