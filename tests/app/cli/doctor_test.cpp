// doctor and preview --batches: findings with place and remedy, and the rows that a run would train on.
#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

const std::string kGood = "{\"prompt\": \"name: house\\n\", \"completion\": \"A house.\"}\n";

class DoctorTest : public testing::Test {
protected:
    CliResult doctor(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"doctor", sample_.run_file().string()});
        return run_cli(sample_, std::move(more));
    }

    SampleRun sample_;
};

TEST_F(DoctorTest, GoodDataCanBeTrainedOn) {
    const auto result = doctor();
    EXPECT_EQ(result.code, 0) << result.out << result.err;
    EXPECT_NE(result.out.find("24 read, 24 become examples"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("Lengths before the cut: shortest"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("Validation data"), std::string::npos) << result.out;
}

TEST_F(DoctorTest, ABadRowIsNamedWithLineAndRemedyAndTheRestIsReadToo) {
    sample_.write("train.jsonl", kGood + "{\"prompt\": oops}\n" + kGood + "{\"prompt\": \"a\"}\n");
    const auto result = doctor();
    EXPECT_EQ(result.code, 1) << result.err;
    for (const auto* part : {"A run would stop", "train.jsonl line 2", "train.jsonl line 4",
                             "hint:", "lacks the column 'completion'", "what an earlier one says"})
        EXPECT_NE(result.out.find(part), std::string::npos) << part << "\n" << result.out;
}

TEST_F(DoctorTest, MachinesGetPlacesAsNumbers) {
    sample_.write("train.jsonl", kGood + "{\"prompt\": oops}\n");
    const auto result = doctor({"--json"});
    EXPECT_EQ(result.code, 1);
    const auto json = json_of(result);
    EXPECT_EQ(json["can_start"], false);
    const auto& finding = json["findings"][0];
    EXPECT_EQ(finding["severity"], "stops");
    EXPECT_EQ(finding["rows"], 1);
    EXPECT_EQ(finding["places"][0]["line"], 2);
    EXPECT_EQ(finding["places"][0]["file"], sample_.train().string());
    EXPECT_EQ(json["train"]["rows"], 1);
    EXPECT_EQ(json["train"]["refused"], 1);
    EXPECT_EQ(json["train"]["refusals"][0]["line"], 2);
    EXPECT_EQ(json["train"]["lengths"]["histogram"].size(), 2U);
}

TEST_F(DoctorTest, FilesWithoutARunFileAreExaminedWithItsDefaults) {
    sample_.write("other.csv", "question,reply\nname: house,A house.\n");
    const auto result =
        run_cli(sample_, {"doctor", "--model", sample_.model().string(), "--data",
                          (sample_.folder() / "other.csv").string(), "--set",
                          R"(data.columns={"prompt": "question", "completion": "reply"})", "--json"});
    EXPECT_EQ(result.code, 0) << result.out << result.err;
    EXPECT_EQ(json_of(result)["train"]["layout"], "prompt-completion");
}

TEST_F(DoctorTest, NothingToExamineIsWrongUse) {
    EXPECT_EQ(run_cli(sample_, {"doctor"}).code, 2);
    EXPECT_EQ(run_cli(sample_, {"doctor", "--model", sample_.model().string()}).code, 2);
    EXPECT_EQ(doctor({"--data", "a.jsonl"}).code, 2);
}

TEST_F(DoctorTest, BatchesArePreviewedWithIdsPositionsAndBoundaries) {
    const auto json = json_of(
        run_cli(sample_, {"preview", sample_.run_file().string(), "--batches", "--rows", "1", "--json"}));
    EXPECT_EQ(json["packed"], true);
    ASSERT_EQ(json["shown"].size(), 1U);
    const auto& examples = json["shown"][0]["examples"];
    ASSERT_GT(examples.size(), 1U) << "a row of 96 tokens holds several of these";
    std::int64_t tokens = 0;
    for (const auto& example : examples) {
        EXPECT_GT(example["line"], 0);
        EXPECT_EQ(example["tokens"][0]["position"], 0);
        EXPECT_EQ(example["tokens"][0]["supervised"], false);
        EXPECT_EQ(example["tokens"].back()["position"], example["tokens"].size() - 1);
        EXPECT_EQ(example["tokens"].back()["supervised"], true);
        tokens += static_cast<std::int64_t>(example["tokens"].size());
    }
    EXPECT_LE(tokens, 96);
    const auto text = run_cli(sample_, {"preview", sample_.run_file().string(), "--batches"});
    EXPECT_NE(text.out.find("Row 1 of"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("-- " + sample_.train().string() + " line"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("[["), std::string::npos) << text.out;
}

}  // namespace
}  // namespace tunebench::test
