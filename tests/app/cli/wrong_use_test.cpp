#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

constexpr const char* kCommands[] = {"run",      "estimate", "inspect", "preview",   "generate",
                                     "evaluate", "export",   "history", "benchmark", "download",
                                     "study",    "compare",  "doctor"};

TEST(WrongUseTest, EverySubcommandHasHelpWithAnExample) {
    const SampleRun sample;
    for (const auto* command : kCommands) {
        const auto result = run_cli(sample, {command, "--help"});
        EXPECT_EQ(result.code, 0) << command;
        EXPECT_NE(result.out.find("tunebench-cli " + std::string(command)), std::string::npos) << result.out;
        EXPECT_NE(result.out.find("Example"), std::string::npos) << result.out;
        EXPECT_NE(result.out.find("--json"), std::string::npos) << result.out;
    }
}

TEST(WrongUseTest, AnUnknownCommandNamesTheNearest) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"estimat", "run.json"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("no command \"estimat\""), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("Did you mean estimate?"), std::string::npos) << result.err;
}

TEST(WrongUseTest, AnUnknownFlagNamesTheNearest) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--reusme"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("has no option --reusme"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("Did you mean --resume?"), std::string::npos) << result.err;
}

TEST(WrongUseTest, AnUnknownFlagIsNamedEvenWhenTheFileIsMissingToo) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"estimate", "--ift", "24GiB"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("Did you mean --fit?"), std::string::npos) << result.err;
}

TEST(WrongUseTest, AMissingArgumentIsNamed) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"estimate"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("RUN"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("tunebench-cli estimate --help"), std::string::npos) << result.err;
}

TEST(WrongUseTest, NoCommandAtAllIsWrongUse) {
    const SampleRun sample;
    EXPECT_EQ(run_cli(sample, {}).code, 2);
}

TEST(WrongUseTest, WithJsonTheErrorIsADocumentOnStdoutToo) {
    const SampleRun sample;
    auto json = json_of(run_cli(sample, {"run", "--json", sample.run_file().string(), "--reusme"}));
    EXPECT_EQ(json["error"]["code"], "invalid_argument");
    EXPECT_FALSE(json["error"]["message"].get<std::string>().empty());
}

TEST(WrongUseTest, ANumberThatIsNoneNamesItsFlag) {
    const SampleRun sample;
    const auto result =
        run_cli(sample, {"generate", sample.model().string(), "--prompt", "a", "--top-p", "2"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("--top-p"), std::string::npos) << result.err;
}

}  // namespace
}  // namespace tunebench::test
