// Runs from a preset, and runs that the command line describes whole.
#include <filesystem>

#include <gtest/gtest.h>

#include "core/run/equivalent_command.h"
#include "core/run/presets.h"
#include "core/run/run_folder.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

/// The configuration that the only run of the sample was frozen with.
RunConfig config_of_the_run(const SampleRun& sample) {
    for (const auto& folder : std::filesystem::directory_iterator(sample.data_folder() / "runs")) {
        const auto run = RunFolder::open(folder.path());
        EXPECT_TRUE(run) << run.error().message;
        if (run)
            return run->manifest().config;
    }
    ADD_FAILURE() << "there is no run";
    return {};
}

TEST(PresetTest, ARunNeedsNoFile) {
    const SampleRun sample;
    const auto result =
        run_cli(sample, {"run", "--preset", "first-look", "--set", "model.path=" + sample.model().string(),
                         "data.train=" + sample.train().string(), "data.max_length=64", "budget.steps=3"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto config = config_of_the_run(sample);
    EXPECT_EQ(*config.method.params.find("rank"), ParamValue(8));
    EXPECT_EQ(config.evaluation.every, 25);
    EXPECT_EQ(config.budget.steps, 3);  // --set comes last
}

TEST(PresetTest, APresetIsPutOverTheFile) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--preset", "smallest-file",
                                         "--set", "budget.epochs=0", "budget.steps=2"});
    ASSERT_EQ(result.code, 0) << result.err;
    const auto config = config_of_the_run(sample);
    EXPECT_EQ(config.method.id, "loreft");
    EXPECT_EQ(config.model.path, sample.model().string());
}

TEST(PresetTest, OnesOwnPresetIsFoundInTheDataFolder) {
    const SampleRun sample;
    auto tuned = default_run_config();
    tuned.method.params.set("rank", 3);
    ASSERT_TRUE(
        save_preset(preset_of(tuned, "Narrow", "for tests"), own_preset_folder(sample.data_folder())));
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--preset", "narrow", "--set",
                                         "budget.epochs=0", "budget.steps=2"});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(*config_of_the_run(sample).method.params.find("rank"), ParamValue(3));
}

TEST(PresetTest, AnUnknownPresetIsNamed) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run", sample.run_file().string(), "--preset", "evryday"});
    EXPECT_EQ(result.code, 1);
    EXPECT_NE(result.err.find("There is no preset 'evryday'"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("Did you mean 'everyday'?"), std::string::npos) << result.err;
}

TEST(PresetTest, NothingAtAllIsWrongUse) {
    const SampleRun sample;
    const auto result = run_cli(sample, {"run"});
    EXPECT_EQ(result.code, 2);
    EXPECT_NE(result.err.find("RUN is missing"), std::string::npos) << result.err;
}

TEST(PresetTest, TheEquivalentCommandStartsTheSameRun) {
    const SampleRun sample;
    auto config = default_run_config();
    config.general.name = "it's the same";
    config.model.path = sample.model().string();
    config.data.train = {sample.train().string()};
    config.data.max_length = 64;
    config.budget.epochs = 0;
    config.budget.steps = 2;
    config.method.params.set("targets", ParamList{"q_proj", "v_proj"});
    config.evaluation.samples = {"name: a\nAnswer:"};
    auto arguments = overrides_between(default_run_config(), config);
    ASSERT_TRUE(arguments) << arguments.error().message;
    arguments->insert(arguments->begin(), {"run", "--set"});
    const auto result = run_cli(sample, *arguments);
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_EQ(config_of_the_run(sample), config);
}

}  // namespace
}  // namespace tunebench::test
