// A few exits of the campaign in tests/faults. By hand, with more of them:
// tunebench-exit-campaign RUN.json --exits 100
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

TEST(ExitInAStepTest, TheWindowSavesTheRunAndEnds) {
    const std::filesystem::path engine = TUNEBENCH_BINARY_DIR "/lib/libtunebench_engine.so";
    if (!std::filesystem::exists(engine))
        GTEST_SKIP() << "the engine is not built: " << engine;
    const SampleRun sample;
    const TemporaryFolder work;
    ChildProcess campaign(
        {TUNEBENCH_BINARY_DIR "/bin/tunebench-exit-campaign", sample.run_file().string(), "--exits", "3",
         "--set", "budget.steps=100000", "--work", (work.path() / "runs").string()},
        {{"TUNEBENCH_ENGINE", engine.string()}});
    EXPECT_EQ(campaign.wait(), 0) << campaign.out() << campaign.err();
    EXPECT_NE(campaign.out().find("3 of 3 exits"), std::string::npos) << campaign.out();
}

}  // namespace
}  // namespace tunebench::test
