// A few kills of the campaign in tests/faults, with the real engine. By hand, with more of them:
// tunebench-kill-campaign RUN.json --kills 20
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

TEST(KillResumeTest, KilledAndResumedRunsEndWithTheBitsOfAnUninterruptedOne) {
    const std::string engine = TUNEBENCH_BINARY_DIR "/lib/libtunebench_engine.so";
    const std::string run_file = TUNEBENCH_SOURCE_DIR "/resources/samples/town.tunebench.json";
    if (!std::filesystem::exists(engine))
        GTEST_SKIP() << "the engine is not built: " << engine;
    if (!std::filesystem::exists(run_file))
        GTEST_SKIP() << "the bundled sample is not there: " << run_file;
    const TemporaryFolder work;
    std::vector<std::string> command = {TUNEBENCH_BINARY_DIR "/bin/tunebench-kill-campaign",
                                        run_file,
                                        "--kills",
                                        "3",
                                        "--work",
                                        (work.path() / "runs").string()};
    for (const auto* setting : {"budget.steps=12", "checkpoints.every=3", "evaluation.every=6",
                                "evaluation.samples=[]", "data.validation_share=0", "threads=2"})
        command.insert(command.end(), {"--set", setting});
    ChildProcess campaign(command, {{"TUNEBENCH_ENGINE", engine}});
    EXPECT_EQ(campaign.wait(), 0) << campaign.out() << campaign.err();
    EXPECT_NE(campaign.out().find("3 of 3 identical"), std::string::npos) << campaign.out();
}

}  // namespace
}  // namespace tunebench::test
