#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

TEST(RunTest, ARunEndsWithItsResultAndWhereItLies) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--progress-seconds", "0"});
    ASSERT_EQ(result.code, 0) << result.err;
    for (const auto* expected : {"step 8/8", "best validation loss", "peak memory", "predicted", "adapter"})
        EXPECT_NE(result.out.find(expected), std::string::npos) << expected << "\n" << result.out;
    EXPECT_NE(result.out.find(sample.data_folder().string()), std::string::npos) << result.out;
}

TEST(RunTest, ARunThatTheClockEndsCountsItsStepsAlone) {
    const SampleRun sample;
    auto json = sample.run_json();
    json["budget"] = {{"epochs", 0}, {"steps", 0}, {"minutes", 0.01}, {"batch_size", 2}};
    sample.write_run_file(json);
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--progress-seconds", "0"});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("step 6  loss"), std::string::npos) << result.out;
    for (const auto& args : {std::vector<std::string>{"history", "list"}, {"history", "show", "sample"}}) {
        const auto shown = run_cli(sample, args);
        ASSERT_EQ(shown.code, 0) << shown.err;
        for (const auto* nonsense : {"of 0", "/0 ", ", 0 steps"}) {
            EXPECT_EQ(result.out.find(nonsense), std::string::npos) << result.out;
            EXPECT_EQ(shown.out.find(nonsense), std::string::npos) << shown.out;
        }
    }
}

TEST(RunTest, TheLossOnGeneralTextIsToldBeforeAndAfter) {
    const SampleRun sample;
    const auto general = std::string("evaluation.general_file=") + TUNEBENCH_SOURCE_DIR +
                         "/resources/samples/general-heldout.txt";
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--set", general});
    ASSERT_EQ(result.code, 0) << result.err;
    std::size_t told = 0;
    for (auto at = result.out.find("on the general text"); at != std::string::npos;
         at = result.out.find("on the general text", at + 1))
        ++told;
    EXPECT_EQ(told, 2U) << result.out;
    const auto shown = run_cli(sample, {"history", "show", "sample"});
    EXPECT_NE(shown.out.find("general_loss"), std::string::npos) << shown.out;
}

TEST(RunTest, PlainOutputHasNoEscapeSequences) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run", sample.run_file().string()});
    EXPECT_EQ(result.out.find('\x1b'), std::string::npos);
}

TEST(RunTest, JsonIsOneEventALineAndEndsWithFinished) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--json"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto lines = json_lines_of(result);
    ASSERT_GE(lines.size(), 3U);
    EXPECT_EQ(lines.front()["event"], "run");
    EXPECT_FALSE(lines.front()["id"].get<std::string>().empty());
    EXPECT_EQ(lines[1]["event"], "started");
    EXPECT_EQ(lines.back()["event"], "finished");
    EXPECT_EQ(lines.back()["cause"], "completed");
}

TEST(RunTest, SetChangesTheRunAndIsFrozenWithIt) {
    const SampleRun sample;
    const auto result = run_cli(
        sample, {"run", sample.run_file().string(), "--set", "budget.steps=3", "method.rank=4", "--json"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto lines = json_lines_of(result);
    EXPECT_EQ(lines.back()["step"], 3);
    const auto manifest =
        read_json_file(std::filesystem::path(lines.front()["folder"].get<std::string>()) / "run.json");
    ASSERT_TRUE(manifest) << manifest.error().message;
    EXPECT_NE(json_text(*manifest).find("\"rank\":4"), std::string::npos);
}

TEST(RunTest, TheRunStandsInTheHistoryAfterwards) {
    const SampleRun sample;
    ASSERT_EQ(run_cli(sample, {"run", sample.run_file().string(), "--name", "first"}).code, 0);
    auto runs = json_of(run_cli(sample, {"history", "list", "--json"}));
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0]["name"], "first");
    EXPECT_EQ(runs[0]["status"], "completed");
    EXPECT_EQ(runs[0]["steps"], 8);
}

TEST(RunTest, ADataFolderCanBeGiven) {
    const SampleRun sample;
    const auto other = (sample.folder() / "elsewhere").string();
    ASSERT_EQ(run_cli(sample, {"run", sample.run_file().string(), "--data-folder", other}).code, 0);
    EXPECT_EQ(json_of(run_cli(sample, {"history", "--json", "--data-folder", other})).size(), 1U);
    EXPECT_EQ(json_of(run_cli(sample, {"history", "--json"})).size(), 0U);
}

TEST(RunTest, AMissingEngineIsExplained) {
    const SampleRun sample;
    const auto result =
        run_cli(sample, {"run", sample.run_file().string()}, {{"TUNEBENCH_ENGINE", "/nowhere/engine.so"}});
    EXPECT_EQ(result.code, 1);
    EXPECT_NE(result.err.find("/nowhere/engine.so"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("hint:"), std::string::npos) << result.err;
}

TEST(RunTest, ARunThatIsOutOfMemoryIsSavedAndGoesOnLater) {
    const SampleRun sample;
    const auto result =
        run_cli(sample, {"run", sample.run_file().string()}, {{"TUNEBENCH_FAKE_OUT_OF_MEMORY_AT", "5"}});
    EXPECT_EQ(result.code, 1) << "nobody stopped it";
    EXPECT_NE((result.out + result.err).find("Memory ran out after step 4"), std::string::npos) << result.out;
    EXPECT_NE((result.out + result.err).find("budget.batch_size=1"), std::string::npos) << result.out;
    EXPECT_NE(result.err.find("--resume"), std::string::npos) << result.err;
    const auto rest = run_cli(sample, {"run", sample.run_file().string(), "--resume"});
    EXPECT_EQ(rest.code, 0) << rest.err;
    EXPECT_NE(rest.out.find("step 8  saved"), std::string::npos) << rest.out;
}

TEST(RunTest, ARunThatGoesOnMayHaveAnotherRateAndCadenceAndNothingElse) {
    const SampleRun sample;
    run_cli(sample, {"run", sample.run_file().string()}, {{"TUNEBENCH_FAKE_OUT_OF_MEMORY_AT", "5"}});
    const auto id = json_of(run_cli(sample, {"history", "--json"}))[0]["id"].get<std::string>();
    const auto refused = run_cli(sample, {"run", id, "--resume", "--set", "method.rank=4"});
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("evaluation.every"), std::string::npos) << refused.err;
    const auto rest = run_cli(
        sample, {"run", id, "--resume", "--set", "optimizer.learning_rate=0.00125", "evaluation.every=3"});
    ASSERT_EQ(rest.code, 0) << rest.err;
    EXPECT_NE(rest.out.find("step 4  changed:  learning rate 0.00125  evaluation every 3 steps"),
              std::string::npos)
        << rest.out;
}

/// The run may have been changed before, and goes back to what its file says.
TEST(RunTest, ARunThatGoesOnTakesTheSettingsOfItsFileToo) {
    const SampleRun sample;
    run_cli(sample, {"run", sample.run_file().string(), "--set", "evaluation.every=3"},
            {{"TUNEBENCH_FAKE_OUT_OF_MEMORY_AT", "5"}});
    const auto id = json_of(run_cli(sample, {"history", "--json"}))[0]["id"].get<std::string>();
    const auto rest = run_cli(sample, {"run", id, "--resume", "--set", "evaluation.every=3"});
    ASSERT_EQ(rest.code, 0) << rest.err;
    EXPECT_NE(rest.out.find("step 4  changed:  evaluation every 3 steps"), std::string::npos) << rest.out;
}

TEST(RunTest, ARunThatHasEndedCannotBeResumed) {
    const SampleRun sample;
    ASSERT_EQ(run_cli(sample, {"run", sample.run_file().string()}).code, 0);
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--resume"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("has ended"), std::string::npos) << result.err;
}

TEST(RunTest, ARunWithoutAPredecessorStartsFromTheBeginningWithResume) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--resume"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("starts from the beginning"), std::string::npos) << result.out;
}

TEST(RunTest, ARunIdWithoutResumeSaysWhatIsMissing) {
    const SampleRun sample;
    ASSERT_EQ(run_cli(sample, {"run", sample.run_file().string()}).code, 0);
    auto runs = json_of(run_cli(sample, {"history", "--json"}));
    const auto result = run_cli(sample, {"run", runs[0]["id"].get<std::string>()});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("--resume"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace tunebench::test
