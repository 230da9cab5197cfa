#include "core/data/doctor.h"

#include "core/data/data_findings.h"
#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

class DoctorTest : public DataTest {
protected:
    Result<Diagnosis> examine(const DataSection& data, const LabelSource* labels = nullptr) const {
        return examine_data(data, tokenizer(), {}, labels);
    }
    Diagnosis of(const std::string& train, const std::string& validation = {}, DataSection data = {}) const {
        data.train = {train};
        data.validation = validation;
        const auto diagnosis = examine(data);
        EXPECT_TRUE(diagnosis) << diagnosis.error().message;
        return diagnosis ? *diagnosis : Diagnosis{};
    }
};

TEST_F(DoctorTest, GoodDataHasNothingToTell) {
    const auto diagnosis = of(write("a.jsonl", "{\"text\": \"ab\"}\n{\"text\": \"cdef\"}\n"));
    const auto& train = diagnosis.train;
    EXPECT_EQ(train.report.rows, 2);
    EXPECT_EQ(train.report.layout, "text");
    EXPECT_EQ(train.refused + train.repeated.count + train.blank_parts.count + train.enormous.count +
                  train.unreadable_text.count + train.decoded_twice.count + train.control_characters.count +
                  train.truncated.count + train.cut_away.count + train.unlearnable.count + train.empty.count +
                  diagnosis.leaked.count,
              0);
    EXPECT_TRUE(data_findings(diagnosis, {}).empty());
    EXPECT_EQ(train.lengths.shortest, 4);
    EXPECT_EQ(train.lengths.longest, 6);
    EXPECT_EQ(train.lengths.histogram, (std::vector<LengthStatistics::Bin>{{16, 2}}));
}

TEST_F(DoctorTest, TellsTheFirstProblemsAndCountsAll) {
    std::string text;
    for (int i = 0; i < 30; ++i)
        text += "{\"text\": \"row\"}\n{\"text\": oops}\n";
    const auto train = of(write("a.jsonl", text + "{\"txt\": 1}\n[]\n{\"text\": 7}\n")).train;
    EXPECT_EQ(train.report.rows, 30);
    EXPECT_EQ(train.refused, 33);
    EXPECT_EQ(train.refusals.size(), 20U);
    EXPECT_EQ(train.refusals[19].place, (RowPlace{(folder_ / "a.jsonl").string(), 40, "line"}));
    EXPECT_NE(train.refusals[19].error.message.find("line 40, column 10"), std::string::npos);
    ASSERT_EQ(train.reasons.size(), 4U);
    EXPECT_EQ(train.reasons[0].reason, "this is not valid JSON: \"o\" is unexpected.");
    EXPECT_EQ(train.reasons[0].rows.count, 30);
    EXPECT_EQ(train.reasons[0].rows.first.size(), RowGroup::kMostPlaces);
    EXPECT_EQ(train.reasons[3].reason, "column 'text' holds number, not text");
    EXPECT_EQ(train.reasons[3].rows.first.front().line, 63);
    EXPECT_EQ(train.repeated.count, 29);
    EXPECT_EQ(train.repeated.first.front().line, 3);
}

TEST_F(DoctorTest, CountsWhatIsCutAndWhatIsLostByIt) {
    DataSection data;
    data.max_length = 8;
    const auto train = of(write("a.jsonl",
                                "{\"prompt\": \"ab\", \"completion\": \"c\"}\n"
                                "{\"prompt\": \"ab\", \"completion\": \"cdefghijkl\"}\n"
                                "{\"prompt\": \"abcdefghijkl\", \"completion\": \"c\"}\n"
                                "{\"prompt\": \"ab\", \"completion\": \"\"}\n"),
                          {}, data)
                           .train;
    EXPECT_EQ(train.report.truncated, 1);
    EXPECT_EQ(train.report.skipped_truncated, 1);
    EXPECT_EQ(train.report.skipped_unsupervised, 2);
    EXPECT_EQ(train.blank_parts.count, 1);
    EXPECT_EQ(train.truncated.first.front().line, 2);
    EXPECT_EQ(train.cut_away.first.front().line, 3);
    EXPECT_EQ(train.unlearnable.first.front().line, 4);
    EXPECT_EQ(train.lengths.longest, 14);
}

TEST_F(DoctorTest, FindsRowsOfTheValidationFileInTheTrainingFiles) {
    const auto train = write("a.jsonl", "{\"text\": \"one\"}\n{\"text\": \"two\"}\n{\"text\": \"three\"}\n");
    const auto validation =
        write("b.jsonl", "{\"text\": \" two\\n\"}\n{\"text\": \"four\"}\n{\"text\": \"two\"}\n");
    const auto diagnosis = of(train, validation);
    EXPECT_EQ(diagnosis.leaked.count, 2);
    EXPECT_EQ(diagnosis.leaked.first.front(), (RowPlace{validation, 1, "line"}));
    EXPECT_EQ(diagnosis.validation.report.rows, 3);
    EXPECT_EQ(of(train).leaked.count, 0);
}

TEST_F(DoctorTest, FindsTracesOfWrongEncodings) {
    const auto train = of(write("a.jsonl",
                                "{\"text\": \"caf\xC3\x83\xC2\xA9\"}\n{\"text\": \"caf\xEF\xBF\xBD\"}\n"
                                "{\"text\": \"caf\xC3\xA9, \xC3\x83ngela\"}\n{\"text\": \"caf\xE9\"}\n"))
                           .train;
    EXPECT_EQ(train.decoded_twice.count, 1);
    EXPECT_EQ(train.unreadable_text.count, 1);
    EXPECT_EQ(train.refused, 1);
}

TEST_F(DoctorTest, FindsEnormousTexts) {
    const auto train =
        of(write("a.jsonl", "{\"text\": \"" + std::string(300'000, 'x') + "\"}\n{\"text\": \"a\"}\n")).train;
    EXPECT_EQ(train.enormous.count, 1);
    EXPECT_EQ(of(write("a.txt", std::string(300'000, 'x'))).train.enormous.count, 0)
        << "a document may be long";
}

TEST_F(DoctorTest, CountsLabels) {
    DataSection data;
    data.train = {write("a.csv", "text,label\na,yes\nb,no\nc,yes\nd,\n")};
    const LabelSource labels;
    const auto diagnosis = examine(data, &labels);
    ASSERT_TRUE(diagnosis) << diagnosis.error().message;
    EXPECT_EQ(diagnosis->train.report.labels, (std::vector<LabelCount>{{"no", 1}, {"yes", 2}}));
    EXPECT_EQ(diagnosis->train.refused, 1);
    EXPECT_NE(diagnosis->train.refusals[0].error.message.find("line 5: the label in column 'label' is empty"),
              std::string::npos);
}

TEST_F(DoctorTest, AFileWithoutAUsableRowIsRefusedAsTrainingRefusesIt) {
    const auto train = of(write("a.jsonl", "{\"prompt\": \"a\", \"completion\": \"\"}\n")).train;
    ASSERT_EQ(train.refused, 1);
    EXPECT_EQ(train.refusals[0].place, (RowPlace{(folder_ / "a.jsonl").string(), 0, "line"}));
    EXPECT_EQ(train.refusals[0].reason, "has no usable row: 1 without an answer to learn of 1");
}

TEST_F(DoctorTest, SaysHowFarItIs) {
    std::string rows;
    for (int i = 0; i < 200; ++i)
        rows += "{\"text\": \"row " + std::to_string(i) + "\"}\n";
    DataSection data;
    data.train = {write("a.jsonl", rows), write("b.jsonl", rows)};
    std::vector<ExamineProgress> told;
    const auto diagnosis = examine_data(data, tokenizer(), {}, nullptr,
                                        [&](const ExamineProgress& progress) { told.push_back(progress); });
    ASSERT_TRUE(diagnosis);
    ASSERT_GE(told.size(), 8U);
    for (std::size_t i = 1; i < told.size(); ++i) {
        EXPECT_GE(told[i].share, told[i - 1].share);
        EXPECT_GE(told[i].rows, told[i - 1].rows);
    }
    EXPECT_EQ(told.front().file, data.train[0].path);
    EXPECT_EQ(told.back().file, data.train[1].path);
    EXPECT_GT(told.back().rows, 380);
    EXPECT_LE(told.back().share, 1.0);
}

TEST_F(DoctorTest, AFileThatCannotBeReadLeavesTheOthers) {
    DataSection data;
    data.train = {write("a.xlsx", "PK"), write("b.jsonl", "{\"text\": \"b\"}\n"),
                  (folder_ / "absent.csv").string()};
    const auto diagnosis = examine(data);
    ASSERT_TRUE(diagnosis);
    EXPECT_EQ(diagnosis->train.report.rows, 1);
    EXPECT_EQ(diagnosis->train.refused, 2);
}

TEST_F(DoctorTest, WhatNoRowIsToBlameForIsAnError) {
    DataSection data;
    EXPECT_EQ(examine(data).error().field, "data.train");
    data.train = {write("a.jsonl", R"({"messages": [{"role": "user", "content": "a"}]})")};
    data.chat_template = "no such template";
    EXPECT_EQ(examine(data).error().field, "data.template");
    data.columns = {{"question", "a"}};
    EXPECT_EQ(examine(data).error().field, "data.columns");
    CancelToken cancel;
    cancel.cancel();
    EXPECT_EQ(examine_data({.train = data.train}, tokenizer(), cancel).error().code, ErrorCode::Cancelled);
}

}  // namespace
}  // namespace tunebench
