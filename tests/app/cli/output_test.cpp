// What all commands print alike: nothing that a terminal would obey, and nothing that is lost without a word.
#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

class OutputTest : public testing::Test {
protected:
    /// What the shell makes of a script in which "$0" "$@" is the command.
    CliResult run_in_shell(const std::string& script, const std::vector<std::string>& arguments) const {
        std::vector<std::string> command = {"/bin/sh", "-c", script,
                                            TUNEBENCH_BINARY_DIR "/bin/tunebench-cli"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        ChildProcess process(command,
                             {{"TUNEBENCH_DATA", sample_.data_folder().string()},
                              {"TUNEBENCH_ENGINE", TUNEBENCH_BINARY_DIR "/lib/libtunebench_fake_engine.so"}});
        const int code = process.wait();
        return {.code = code, .out = process.out(), .err = process.err()};
    }

    SampleRun sample_;
};

TEST_F(OutputTest, EscapesInAFileDoNotReachTheTerminal) {
    auto json = sample_.run_json();
    json["budget"]["\x1b[2Jsteps"] = 2;
    sample_.write_run_file(json);
    const auto result = run_cli(sample_, {"estimate", sample_.run_file().string()});
    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.err.find('\x1b'), std::string::npos);
    EXPECT_NE(result.err.find("\\x1b[2Jsteps"), std::string::npos) << result.err;
}

TEST_F(OutputTest, OutputThatIsLostIsAFailure) {
    sample_.write("good.csv", "step,loss\n1,2\n");
    ASSERT_EQ(run_cli(sample_, {"import", (sample_.folder() / "good.csv").string()}).code, 0);
    for (const std::vector<std::string>& command : {std::vector<std::string>{"history", "export", "good"},
                                                    {"history", "list"},
                                                    {"estimate", sample_.run_file().string()},
                                                    {"--help"}}) {
        EXPECT_EQ(run_in_shell("exec \"$0\" \"$@\" > /dev/null", command).code, 0) << command.front();
        const auto full = run_in_shell("exec \"$0\" \"$@\" > /dev/full", command);
        EXPECT_EQ(full.code, 1) << command.front();
        EXPECT_TRUE(full.err.starts_with("error: ")) << full.err;
        EXPECT_EQ(full.err.find("error: ", 1), std::string::npos) << "said once: " << full.err;
    }
}

TEST_F(OutputTest, AReaderThatHasSeenEnoughIsNoFailure) {
    const auto result =
        run_in_shell("{ \"$0\" \"$@\"; echo \"code $?\" >&2; } | true", {"run", sample_.run_file().string()});
    EXPECT_EQ(result.err, "code 0\n");
}

}  // namespace
}  // namespace tunebench::test
