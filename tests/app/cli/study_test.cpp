#include <chrono>
#include <csignal>
#include <string>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/base/folder_lock.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

class StudyTest : public testing::Test {
protected:
    void SetUp() override {
        json_ = {{"format", "tunebench.study/1"},
                 {"name", "small"},
                 {"base", "sample.tunebench.json"},
                 {"methods",
                  {{{"name", "LoRA"}, {"set", {{"method", {{"id", "lora"}, {"rank", 2}}}}}},
                   {{"name", "IA3"}, {"set", {{"method", {{"id", "ia3"}}}}}}}},
                 {"seeds", 2},
                 {"learning_rates", {{"factors", {0.5, 2}}, {"share", 0.5}}}};
    }

    CliResult study(std::vector<std::string> more = {}) {
        write();
        more.insert(more.begin(), {"study", file()});
        return run_cli(sample_, std::move(more));
    }

    void write() { sample_.write("small.study.json", json_text(json_, 2)); }
    std::string file() const { return (sample_.folder() / "small.study.json").string(); }

    SampleRun sample_;
    OrderedJson json_ = {};
};

TEST_F(StudyTest, APlanRunsNothing) {
    const auto result = study({"--plan"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("4 runs after 4 tries"), std::string::npos) << result.out;
    EXPECT_EQ(json_of(run_cli(sample_, {"history", "--json"})).size(), 0U);
    EXPECT_EQ(json_of(study({"--plan", "--json"}))["methods"].size(), 2U);
}

TEST_F(StudyTest, AReportThatCannotBeWrittenIsRefusedBeforeTheFirstRun) {
    for (const auto* out : {"report.pdf", "no-such-folder/report.html"}) {
        const auto refused = study({"--out", (sample_.folder() / out).string()});
        EXPECT_NE(refused.code, 0);
        EXPECT_NE(refused.err.find(out), std::string::npos) << refused.err;
    }
    EXPECT_EQ(json_of(run_cli(sample_, {"history", "--json"})).size(), 0U);
}

TEST_F(StudyTest, EndsWithAReportAndRepeatsNothing) {
    const auto result = study({"--progress-seconds", "0"});
    ASSERT_EQ(result.code, 0) << result.err;
    for (const auto* expected : {"rate search 1/4", "race 4/4", "IA3, seed 43", "goes on with", "Verdict",
                                 "No difference shown from LoRA: IA3", "report.html"})
        EXPECT_NE(result.out.find(expected), std::string::npos) << expected << "\n" << result.out;
    EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(json_of(run_cli(sample_, {"history", "--json"})).size(), 8U);
    const auto again = study({"--json", "--out", (sample_.folder() / "out.tex").string()});
    ASSERT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(json_of(again)["seeds"], 2);
    EXPECT_TRUE(std::filesystem::exists(sample_.folder() / "out.tex"));
    EXPECT_EQ(json_of(run_cli(sample_, {"history", "--json"})).size(), 8U);
}

TEST_F(StudyTest, AnInterruptSavesAndTheSameCommandGoesOn) {
    write();
    const auto process = start_cli(sample_, {"study", file()}, {{"TUNEBENCH_FAKE_STEP_MS", "50"}});
    ASSERT_TRUE(process->wait_for_out("race 1/4", std::chrono::seconds(60)));
    process->send(SIGINT);
    EXPECT_EQ(process->wait(), 3);
    EXPECT_NE(process->err().find("goes on with the study"), std::string::npos) << process->err();
    const auto result = study();
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(json_of(run_cli(sample_, {"history", "--json"})).size(), 8U) << "none was begun twice";
}

TEST_F(StudyTest, AStudyThatAnotherProcessRunsIsNotRunTwice) {
    const auto folder = sample_.data_folder() / "studies" / "small";
    std::filesystem::create_directories(folder);
    const auto lock = FolderLock::acquire(folder, FolderUse::Work,
                                          [](const std::string& holder) { return Error{.message = holder}; });
    ASSERT_TRUE(lock) << lock.error().message;
    const auto result = study();
    EXPECT_EQ(result.code, 1) << result.out;
    EXPECT_NE(result.err.find("small is being run by process " + std::to_string(getpid())), std::string::npos)
        << result.err;
    EXPECT_EQ(json_of(run_cli(sample_, {"history", "--json"})).size(), 0U);
}

TEST_F(StudyTest, WrongUseNamesTheField) {
    json_["methods"][0]["set"]["method"]["rnak"] = 3;
    auto result = study();
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("method.rnak"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("rank"), std::string::npos) << result.err;
    sample_.write("small.study.json", "{ \"format\": ");
    result = run_cli(sample_, {"study", file()});
    EXPECT_EQ(result.code, 1);
    EXPECT_NE(result.err.find("small.study.json line 1"), std::string::npos) << result.err;
}

TEST_F(StudyTest, CompareShowsWhatDiffers) {
    ASSERT_EQ(run_cli(sample_, {"run", sample_.run_file().string()}).code, 0);
    ASSERT_EQ(run_cli(sample_, {"run", sample_.run_file().string(), "--set", "method.rank=4"}).code, 0);
    auto runs = json_of(run_cli(sample_, {"history", "--json"}));
    const auto first = runs[1]["id"].get<std::string>(), second = runs[0]["id"].get<std::string>();
    const auto result = run_cli(sample_, {"compare", first, second});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("method.rank"), std::string::npos) << result.out;
    EXPECT_EQ(result.out.find("data.max_length"), std::string::npos) << result.out;
    const auto json = json_of(run_cli(sample_, {"compare", first, second, "--baseline", second, "--json"}));
    EXPECT_EQ(json["baseline"], second);
    EXPECT_EQ(json["settings"]["method.rank"], (Json{"2", "4"}));
    const auto wrong = run_cli(sample_, {"compare", first, second, "--out", "comparison.doc"});
    EXPECT_EQ(wrong.code, 2);
    EXPECT_NE(wrong.err.find(".md, .html or .tex"), std::string::npos) << wrong.err;
}

TEST_F(StudyTest, CompareTellsForgettingAndOverfitting) {
    const auto general = std::string("evaluation.general_file=") + TUNEBENCH_SOURCE_DIR +
                         "/resources/samples/general-heldout.txt";
    std::vector<std::string> compare = {"compare"};
    for (const auto* rank : {"method.rank=2", "method.rank=4"})
        ASSERT_EQ(run_cli(sample_, {"run", sample_.run_file().string(), "--set", general, rank}).code, 0);
    for (const auto& run : json_of(run_cli(sample_, {"history", "--json"})))
        compare.push_back(run["id"].get<std::string>());
    ASSERT_EQ(compare.size(), 3U);
    const auto result = run_cli(sample_, compare);
    ASSERT_EQ(result.code, 0) << result.err;
    for (const auto* expected : {"forgetting", "overfitting"})
        EXPECT_NE(result.out.find(expected), std::string::npos) << expected << "\n" << result.out;
    compare.emplace_back("--json");
    EXPECT_GT(json_of(run_cli(sample_, compare))["metrics"]["forgetting"][1].get<double>(), 0.0);
}

TEST_F(StudyTest, CompareTestsWhatAStudyHasMeasured) {
    ASSERT_EQ(study().code, 0);
    std::vector<std::string> compare = {"compare", "--json"};
    for (const auto& run : json_of(run_cli(sample_, {"history", "--json"})))
        if (run["name"].get<std::string>().find(", seed ") != std::string::npos)
            compare.push_back(run["id"].get<std::string>());
    ASSERT_EQ(compare.size(), 6U);
    const auto grouped = json_of(run_cli(sample_, compare));
    ASSERT_EQ(grouped["groups"].size(), 2U);
    EXPECT_EQ(grouped["groups"][0]["metrics"]["steps"]["count"], 2);
    EXPECT_EQ(grouped["tests"]["seeds"], 2);
    EXPECT_GT(grouped["tests"]["examples"].get<int>(), 1);
    EXPECT_TRUE(grouped["tests"]["groups"][0]["against_baseline"].is_null());
    EXPECT_TRUE(grouped["tests"]["groups"][1]["against_baseline"]["p"].is_number());
    compare.emplace_back("--single");
    EXPECT_EQ(json_of(run_cli(sample_, compare))["groups"].size(), 4U);
}

}  // namespace
}  // namespace tunebench::test
