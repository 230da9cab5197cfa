// A few kills of the campaign in tests/faults. By hand, with more of them:
// tunebench-kill-campaign RUN.json --kills 20
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

/// Three kills: one at a random moment, two inside saves.
void expect_identical(const std::filesystem::path& run_file, const std::vector<std::string>& settings,
                      const ExtraEnvironment& environment) {
    const TemporaryFolder work;
    std::vector<std::string> command = {TUNEBENCH_BINARY_DIR "/bin/tunebench-kill-campaign",
                                        run_file.string(),
                                        "--kills",
                                        "3",
                                        "--work",
                                        (work.path() / "runs").string()};
    for (const auto& setting : settings)
        command.insert(command.end(), {"--set", setting});
    ChildProcess campaign(command, environment);
    EXPECT_EQ(campaign.wait(), 0) << campaign.out() << campaign.err();
    EXPECT_NE(campaign.out().find("3 of 3 identical"), std::string::npos) << campaign.out();
}

TEST(KillResumeTest, RunsOfTheFakeEngineEndWithTheBitsOfAnUninterruptedOne) {
    const SampleRun sample;
    expect_identical(sample.run_file(), {"budget.steps=60", "checkpoints.every=5"},
                     {{"TUNEBENCH_ENGINE", TUNEBENCH_BINARY_DIR "/lib/libtunebench_fake_engine.so"},
                      {"TUNEBENCH_FAKE_STEP_MS", "10"}});
}

TEST(KillResumeTest, RunsOfTheRealEngineEndWithTheBitsOfAnUninterruptedOne) {
    const std::filesystem::path engine = TUNEBENCH_BINARY_DIR "/lib/libtunebench_engine.so";
    if (!std::filesystem::exists(engine))
        GTEST_SKIP() << "the engine is not built: " << engine;
    const SampleRun sample;
    expect_identical(sample.run_file(),
                     {"budget.steps=40", "budget.accumulation=3", "checkpoints.every=5",
                      "evaluation.every=10", "data.packing=true", "method.dropout=0.1", "threads=2"},
                     {{"TUNEBENCH_ENGINE", engine.string()}});
}

}  // namespace
}  // namespace tunebench::test
