#include "core/run/export_record.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

ExportRecord some_record(const std::string& to) {
    return {.time = "2026-11-23T22:31:05.123Z",
            .to = to,
            .report = {.out = "/out",
                       .files = {"a", "b"},
                       .bytes = 12,
                       .tensors = 2,
                       .compared_on = "validation",
                       .compared_sequences = 3,
                       .compared_tokens = 50,
                       .max_logit = 8.5,
                       .max_logit_difference = 1.0 / 3.0,
                       .max_logit_difference_absolute = 0.1,
                       .mean_kl = 1e-9,
                       .top1_agreement = 0.98,
                       .tolerance = 0.5,
                       .notes = {"one", "two"}}};
}

TEST(ExportRecordTest, EveryFieldComesBack) {
    const test::TemporaryFolder folder;
    for (const auto* to : {"peft", "merged"})
        ASSERT_TRUE(append_export_record(folder.path(), some_record(to)));
    const auto records = read_export_records(folder.path());
    ASSERT_EQ(records.size(), 2u);
    EXPECT_EQ(records[1].to, "merged");
    EXPECT_EQ(records[0].time, some_record("peft").time);
    EXPECT_EQ(export_report_to_json(records[0].report), export_report_to_json(some_record("peft").report));
}

TEST(ExportRecordTest, LinesThatCannotBeReadArePassedOver) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(read_export_records(folder.path()).empty());
    std::ofstream(folder.path() / "exports.jsonl") << "{\"to\": 3}\nnonsense\n";
    ASSERT_TRUE(append_export_record(folder.path(), some_record("peft")));
    EXPECT_EQ(read_export_records(folder.path()).size(), 1u);
}

}  // namespace
}  // namespace tunebench
