// inspect, estimate, preview: what needs no engine.
#include <gtest/gtest.h>

#include "core/methods/adapter_description.h"
#include "core/models/parameters.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

const ExtraEnvironment kNoEngine = {{"TUNEBENCH_ENGINE", "/nowhere/engine.so"}};

class ModelCommandsTest : public testing::Test {
protected:
    CliResult cli(std::vector<std::string> arguments) const {
        return run_cli(sample_, std::move(arguments), kNoEngine);
    }

    SampleRun sample_;
};

TEST_F(ModelCommandsTest, InspectCountsTheParametersOfAWholeModel) {
    auto json = json_of(cli({"inspect", sample_.model().string(), "--json"}));
    EXPECT_EQ(json["kind"], "model");
    EXPECT_EQ(json["architecture"], "LlamaForCausalLM");
    const auto config = load_model_config(sample_.model());
    ASSERT_TRUE(config);
    EXPECT_EQ(json["parameters"], parameter_count(*config));
    EXPECT_TRUE(json["missing_tensors"].empty());
    EXPECT_TRUE(json["extra_tensors"].empty());
    EXPECT_EQ(json["dtypes"].begin().key(), "F32");
}

TEST_F(ModelCommandsTest, InspectReadsAnAdapter) {
    const std::filesystem::path adapter = TUNEBENCH_SOURCE_DIR "/tests/data/goldens/llama/lora-attn";
    auto json = json_of(cli({"inspect", adapter.string(), "--json"}));
    EXPECT_EQ(json["kind"], "adapter");
    EXPECT_EQ(json["config"]["peft_type"], "LORA");
    EXPECT_GT(json["parameters"].get<int>(), 0);
    const auto text = cli({"inspect", adapter.string()});
    EXPECT_NE(text.out.find("lora_A"), std::string::npos) << text.out;
}

TEST_F(ModelCommandsTest, InspectNamesMethodAndRankOfEveryAdapterItCanRead) {
    const std::filesystem::path goldens = TUNEBENCH_SOURCE_DIR "/tests/data/goldens/llama";
    for (const auto& entry : std::filesystem::directory_iterator(goldens)) {
        if (!describe_adapter(entry.path()))
            continue;
        auto json = json_of(cli({"inspect", entry.path().string(), "--json"}));
        EXPECT_EQ(json["method"], describe_adapter(entry.path())->method->id) << entry.path();
        EXPECT_GT(json["parameters"].get<std::int64_t>(), 0) << entry.path();
        EXPECT_EQ(cli({"inspect", entry.path().string()}).code, 0) << entry.path();
    }
    const auto text = cli({"inspect", (goldens / "lora-all").string()});
    EXPECT_NE(text.out.find("LoRA (lora), in the format peft"), std::string::npos) << text.out;
}

TEST_F(ModelCommandsTest, InspectReadsAnAdapterOfAdapterHub) {
    const std::filesystem::path adapter = TUNEBENCH_SOURCE_DIR "/tests/data/goldens/llama/houlsby";
    auto json = json_of(cli({"inspect", adapter.string(), "--json"}));
    EXPECT_EQ(json["kind"], "adapter");
    EXPECT_EQ(json["config"]["version"], "adapters.1.2.0");
}

TEST_F(ModelCommandsTest, InspectDescribesAnAdapterOfAnUnknownMethodAsFarAsItGoes) {
    const auto folder = sample_.folder() / "strange";
    std::filesystem::create_directories(folder);
    std::filesystem::copy_file(TUNEBENCH_SOURCE_DIR
                               "/tests/data/goldens/llama/lora-attn/adapter_model.safetensors",
                               folder / "adapter_model.safetensors");
    sample_.write("strange/adapter_config.json", R"({"peft_type": "TELEPATHY", "r": 3})");
    const auto result = cli({"inspect", folder.string()});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("not known to this version"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("TELEPATHY"), std::string::npos) << result.out;
}

TEST_F(ModelCommandsTest, EstimateShowsPhasesThePeakAndTheTextbook) {
    const auto result = cli({"estimate", sample_.run_file().string(), "--fit", "24GiB"});
    ASSERT_EQ(result.code, 0) << result.err;
    for (const auto* expected : {"weights", "forward", "Peak ", "Textbook", "Fits into 24.00 GiB"})
        EXPECT_NE(result.out.find(expected), std::string::npos) << expected << "\n" << result.out;
}

TEST_F(ModelCommandsTest, EstimateSaysWhatWouldFit) {
    const std::vector<std::string> big = {"estimate", sample_.run_file().string(), "--json", "--set",
                                          "budget.batch_size=512"};
    auto whole = json_of(cli(big));
    auto fitted = big;
    fitted.insert(fitted.end(), {"--fit", std::to_string(whole["peak_bytes"].get<std::uint64_t>() / 2)});
    auto json = json_of(cli(fitted));
    EXPECT_EQ(json["fit"]["fits"], false);
    ASSERT_FALSE(json["fit"]["suggestions"].empty());
    for (const auto& suggestion : json["fit"]["suggestions"])
        EXPECT_LE(suggestion["peak_bytes"].get<std::uint64_t>(),
                  json["fit"]["budget_bytes"].get<std::uint64_t>());
}

TEST_F(ModelCommandsTest, EstimateSuggestsNoAccumulationBesideUpdatesInBackward) {
    const std::vector<std::string> big = {"estimate",
                                          sample_.run_file().string(),
                                          "--json",
                                          "--set",
                                          "budget.batch_size=512",
                                          "--set",
                                          "budget.update_in_backward=true",
                                          "--set",
                                          "budget.clip_norm=0"};
    auto whole = json_of(cli(big));
    auto fitted = big;
    fitted.insert(fitted.end(), {"--fit", std::to_string(whole["peak_bytes"].get<std::uint64_t>() / 2)});
    auto json = json_of(cli(fitted));
    ASSERT_FALSE(json["fit"]["suggestions"].empty());
    for (const auto& suggestion : json["fit"]["suggestions"])
        EXPECT_EQ(suggestion["set"].get<std::string>().find("accumulation"), std::string::npos);
}

TEST_F(ModelCommandsTest, EstimateRefusesASizeThatIsNone) {
    EXPECT_EQ(cli({"estimate", sample_.run_file().string(), "--fit", "lots"}).code, 2);
}

TEST_F(ModelCommandsTest, PreviewMarksWhatIsLearned) {
    const auto result = cli({"preview", sample_.run_file().string(), "--rows", "1"});
    ASSERT_EQ(result.code, 0) << result.err;
    EXPECT_NE(result.out.find("[["), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("]]"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("24 read, 24 become examples"), std::string::npos) << result.out;
}

TEST_F(ModelCommandsTest, PreviewAsJsonHasEveryTokenWithItsMark) {
    auto json = json_of(cli({"preview", sample_.run_file().string(), "--rows", "2", "--json"}));
    ASSERT_EQ(json["examples"].size(), 2U);
    std::string learned;
    for (const auto& token : json["examples"][0]["tokens"])
        if (token["supervised"].get<bool>())
            learned += token["text"].get<std::string>();
    EXPECT_NE(learned.find("red."), std::string::npos) << learned;
    EXPECT_EQ(json["validation"]["examples"], 6);
}

}  // namespace
}  // namespace tunebench::test
