#include "core/data/data_report.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(DataReportTest, CountsWhatFollowsFromTheExamples) {
    std::vector<Example> examples(2);
    examples[0].tokens = {1, 2, 3};
    examples[0].supervised = {0, 1, 1};
    examples[0].cut_tokens = 4;
    examples[1].tokens = {1, 2};
    examples[1].supervised = {0, 1};
    DataReport report;
    report.rows = 7;
    report.tokens = 99;
    count_examples(report, examples);
    EXPECT_EQ(report.examples, 2);
    EXPECT_EQ(report.tokens, 5);
    EXPECT_EQ(report.supervised_tokens, 3);
    EXPECT_EQ(report.longest, 3);
    EXPECT_EQ(report.truncated, 1);
    EXPECT_EQ(report.truncated_tokens, 4);
    EXPECT_EQ(report.rows, 7);
}

DataReport report_of(std::int64_t scale, std::string layout) {
    DataReport report;
    report.rows = 10 * scale;
    report.examples = 6 * scale;
    report.truncated = scale;
    report.truncated_tokens = 5 * scale;
    report.skipped_empty = 2 * scale;
    report.skipped_unsupervised = 2 * scale;
    report.skipped_truncated = scale;
    report.tokens = 100 * scale;
    report.supervised_tokens = 50 * scale;
    report.longest = 20 * scale;
    report.layout_reason = "the rows are " + layout;
    report.layout = std::move(layout);
    return report;
}

TEST(DataReportTest, AddsUpFilesOfOneLayout) {
    auto expected = report_of(3, "text");
    expected.longest = 40;
    DataReport sum;
    add_report(sum, report_of(1, "text"));
    add_report(sum, report_of(2, "text"));
    EXPECT_EQ(sum, expected);
}

TEST(DataReportTest, NamesEachLayoutOnce) {
    DataReport sum;
    for (const auto* layout : {"text", "messages", "text"})
        add_report(sum, report_of(1, layout));
    EXPECT_EQ(sum.layout, "text, messages");
    EXPECT_EQ(sum.layout_reason, "the rows are text; the rows are messages");
}

}  // namespace
}  // namespace tunebench
