#include "core/data/doctor.h"

#include <fmt/format.h>

#include "tests/core/data/byte_tokenizer.h"
#include "tests/core/formats/compressed_bytes.h"

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
    EXPECT_EQ(train.refused + train.repeated + train.blank_parts + train.enormous + train.unreadable_text +
                  train.decoded_twice + diagnosis.leaked,
              0);
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
    EXPECT_EQ(train.problems.size(), 20U);
    EXPECT_NE(train.problems[19].message.find("line 40, column 10"), std::string::npos)
        << train.problems[19].message;
    ASSERT_EQ(train.reasons.size(), 4U);
    EXPECT_EQ(train.reasons[0], (ProblemCount{"this is not valid JSON: \"o\" is unexpected.", 30}));
    EXPECT_EQ(train.reasons[3], (ProblemCount{"column 'text' holds number, not text", 1}));
    EXPECT_EQ(train.repeated, 29);
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
    EXPECT_EQ(train.blank_parts, 1);
    EXPECT_EQ(train.lengths.longest, 14);
}

TEST_F(DoctorTest, FindsRowsOfTheValidationFileInTheTrainingFiles) {
    const auto train = write("a.jsonl", "{\"text\": \"one\"}\n{\"text\": \"two\"}\n{\"text\": \"three\"}\n");
    const auto validation =
        write("b.jsonl", "{\"text\": \" two\\n\"}\n{\"text\": \"four\"}\n{\"text\": \"two\"}\n");
    const auto diagnosis = of(train, validation);
    EXPECT_EQ(diagnosis.leaked, 2);
    EXPECT_EQ(diagnosis.validation.report.rows, 3);
    EXPECT_EQ(of(train).leaked, 0);
}

TEST_F(DoctorTest, FindsTracesOfWrongEncodings) {
    const auto train = of(write("a.jsonl",
                                "{\"text\": \"caf\xC3\x83\xC2\xA9\"}\n{\"text\": \"caf\xEF\xBF\xBD\"}\n"
                                "{\"text\": \"caf\xC3\xA9, \xC3\x83ngela\"}\n{\"text\": \"caf\xE9\"}\n"))
                           .train;
    EXPECT_EQ(train.decoded_twice, 1);
    EXPECT_EQ(train.unreadable_text, 1);
    EXPECT_EQ(train.refused, 1);
}

TEST_F(DoctorTest, FindsEnormousTexts) {
    const auto train =
        of(write("a.jsonl", "{\"text\": \"" + std::string(300'000, 'x') + "\"}\n{\"text\": \"a\"}\n")).train;
    EXPECT_EQ(train.enormous, 1);
    EXPECT_EQ(of(write("a.txt", std::string(300'000, 'x'))).train.enormous, 0) << "a document may be long";
}

TEST_F(DoctorTest, CountsLabels) {
    DataSection data;
    data.train = {write("a.csv", "text,label\na,yes\nb,no\nc,yes\nd,\n")};
    const LabelSource labels;
    const auto diagnosis = examine(data, &labels);
    ASSERT_TRUE(diagnosis) << diagnosis.error().message;
    EXPECT_EQ(diagnosis->train.report.labels, (std::vector<LabelCount>{{"no", 1}, {"yes", 2}}));
    EXPECT_EQ(diagnosis->train.refused, 1);
    EXPECT_NE(diagnosis->train.problems[0].message.find("line 5: the label in column 'label' is empty"),
              std::string::npos);
}

TEST_F(DoctorTest, EveryBrokenFileGivesAMessageWithItsNameAndGoesOn) {
    const std::pair<std::string, std::string> files[] = {
        {"empty.jsonl", ""},
        {"blank.jsonl", "\n \n"},
        {"words.jsonl", "words"},
        {"cut.jsonl", "{\"text\": \"a"},
        {"array.jsonl", "[1, 2]"},
        {"columns.jsonl", "{\"a\": 1}"},
        {"latin.jsonl", "{\"text\": \"gr\xFC\xDF\"}"},
        {"utf16.jsonl", std::string("\xFF\xFE{\0", 4)},
        {"nul.csv", std::string("text\na\0b\n", 9)},
        {"ragged.csv", "text,b\na\n"},
        {"quote.csv", "text\n\"open\n"},
        {"closed.csv", "text\n\"a\"b\n"},
        {"twice.csv", "text,text\na,b\n"},
        {"header.csv", "text\n"},
        {"cut.json", "[{\"text\": \"a\"}"},
        {"words.json", "words"},
        {"object.json", "{\"text\": \n1}"},
        {"two.json", "{\"a\": [{\"text\": \"a\"}], \"b\": [{\"text\": \"b\"}]}"},
        {"sheet.xlsx", "PK\x03\x04"},
        {"sheet.csv", "PK\x03\x04"},
        {"rows.pkl", "\x80\x04"},
        {"page.jsonl", "<!DOCTYPE html>"},
        {"pointer.jsonl", "version https://git-lfs.github.com/spec/v1\n"},
        {"cut.jsonl.gz", test::gzipped("{\"text\": \"a\"}\n").substr(0, 20)},
        {"plain.jsonl.gz", "{\"text\": \"a\"}\n"},
        {"cut.csv.zst", test::zstandard("text\na\n").substr(0, 12)},
        {"nul.txt", std::string("a\0b", 3)},
        {"empty.md", "\n\n"},
        {"roles.jsonl", R"({"messages": [{"role": "asistant", "content": "a"}]})"},
        {"from.jsonl", R"({"conversations": [{"from": "nobody", "value": "a"}]})"}};
    for (const auto& [name, bytes] : files) {
        const auto train = of(write(name, bytes)).train;
        EXPECT_GE(train.refused, 1) << name;
        ASSERT_FALSE(train.problems.empty()) << name;
        EXPECT_NE(train.problems[0].message.find(name), std::string::npos) << train.problems[0].message;
        EXPECT_FALSE(train.problems[0].hint.empty()) << train.problems[0].message;
    }
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
