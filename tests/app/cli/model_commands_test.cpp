// inspect, estimate, preview: what needs no engine.
#include <gtest/gtest.h>

#include "core/methods/adapter_description.h"
#include "core/models/parameters.h"
#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

const ExtraEnvironment kNoEngine = {{"TUNEBENCH_ENGINE", "/nowhere/engine.so"}, {"CUDA_VISIBLE_DEVICES", ""}};

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
    for (const auto* expected : {"weights", "forward", "exporting", "Peak ", "Textbook",
                                 "Exporting it as a model of its own", "Fits into 24.00 GiB"})
        EXPECT_NE(result.out.find(expected), std::string::npos) << expected << "\n" << result.out;
}

TEST_F(ModelCommandsTest, EstimateSaysThatLoadingQuantizes) {
    const auto run = sample_.run_file().string();
    EXPECT_EQ(cli({"estimate", run}).out.find("quantizing"), std::string::npos);
    const auto text = cli({"estimate", run, "--set", "precision.quantization=nf4"});
    ASSERT_EQ(text.code, 0) << text.err;
    EXPECT_NE(text.out.find("loading and quantizing"), std::string::npos) << text.out;
    const auto json = json_of(cli({"estimate", run, "--set", "precision.quantization=nf4", "--json"}));
    EXPECT_EQ(json["phases"][0]["name"], "loading");
    EXPECT_NE(cli({"estimate", "--help"}).out.find("The first step takes no more"), std::string::npos);
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
        EXPECT_LE(suggestion["expected_peak_bytes"].get<std::uint64_t>(),
                  json["fit"]["budget_bytes"].get<std::uint64_t>());
}

TEST_F(ModelCommandsTest, EstimateSaysWhereItIsTight) {
    const auto estimate = [this](std::uint64_t limit) {
        return std::vector<std::string>{"estimate", sample_.run_file().string(), "--fit",
                                        std::to_string(limit)};
    };
    auto json = [&](std::uint64_t limit) {
        auto arguments = estimate(limit);
        arguments.emplace_back("--json");
        return json_of(cli(std::move(arguments)));
    };
    const auto peak = json(std::uint64_t{24} << 30)["peak_bytes"].get<std::uint64_t>();
    EXPECT_EQ(json(2 * peak)["fit"]["tight"], false);
    EXPECT_EQ(json(peak / 10 * 11)["fit"]["tight"], true);
    EXPECT_EQ(json(peak / 2)["fit"]["tight"], false) << "it does not fit";
    EXPECT_NE(cli(estimate(peak / 10 * 11)).out.find("that is tight"), std::string::npos);
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

TEST_F(ModelCommandsTest, EstimateSaysWhatIsTheLargestThatFits) {
    const auto fit =
        json_of(cli({"estimate", sample_.run_file().string(), "--json", "--fit", "64MiB"}))["fit"];
    ASSERT_GE(fit["largest"].size(), 2U);
    EXPECT_EQ(fit["largest"][0]["setting"], "budget.batch_size");
    EXPECT_EQ(fit["largest"][0]["value"], fit["largest_batch_size"]);
    EXPECT_EQ(fit["largest"][1]["setting"], "data.max_length");
    for (const auto& one : fit["largest"])
        EXPECT_LE(one["expected_peak_bytes"].get<std::uint64_t>(), std::uint64_t{64} << 20);
    const auto text = cli({"estimate", sample_.run_file().string(), "--fit", "64MiB"}).out;
    EXPECT_NE(text.find("data.max_length"), std::string::npos) << text;
}

TEST_F(ModelCommandsTest, EstimateComparesEveryMethodInEveryPrecision) {
    const auto text = cli({"estimate", sample_.run_file().string(), "--table", "--fit", "64MiB"});
    ASSERT_EQ(text.code, 0) << text.err;
    for (const auto* expected : {"LoRA", "NF4 base", "#", "Bars end at 64.00 MiB"})
        EXPECT_NE(text.out.find(expected), std::string::npos) << expected << "\n" << text.out;
    const auto json =
        json_of(cli({"estimate", sample_.run_file().string(), "--table", "--json", "--fit", "64MiB"}));
    EXPECT_EQ(json["limit_bytes"], std::uint64_t{64} << 20);
    ASSERT_GE(json["methods"].size(), 8U);
    for (const auto& method : json["methods"]) {
        ASSERT_EQ(method["cells"].size(), json["precisions"].size());
        for (const auto& cell : method["cells"]) {
            EXPECT_NE(cell.contains("refusal"), cell.contains("fits")) << method["id"] << cell;
            EXPECT_EQ(cell.contains("fits"), cell.contains("expected_peak_bytes")) << method["id"] << cell;
        }
    }
}

TEST_F(ModelCommandsTest, AModelNeedsNothingButItsConfigToBeEstimated) {
    std::filesystem::create_directory(sample_.folder() / "large");
    sample_.write("large/config.json",
                  R"({"model_type": "llama", "vocab_size": 128256, "hidden_size": 4096,
                      "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
                      "num_key_value_heads": 8, "max_position_embeddings": 8192, "bos_token_id": 0,
                      "eos_token_id": 1})");
    const auto folder = (sample_.folder() / "large").string();
    const auto estimate = json_of(cli({"estimate", folder, "--json", "--set", "method.id=full"}));
    EXPECT_EQ(estimate["total_parameters"], 8030261248);
    EXPECT_GT(estimate["peak_bytes"].get<std::uint64_t>(), std::uint64_t{16} * 8030261248);
    EXPECT_EQ(cli({"estimate", folder, "--table", "--fit", "24GiB"}).code, 0);
}

TEST_F(ModelCommandsTest, EstimateTellsWhatFinishedRunsHaveTaught) {
    const std::vector<std::string> estimate = {"estimate", sample_.run_file().string(), "--fit", "24GiB",
                                               "--json"};
    auto before = json_of(cli(estimate));
    EXPECT_EQ(before["calibration"]["runs"], 0);
    EXPECT_EQ(before["calibration"]["uncertainty"], 0.1);
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(run_cli(sample_, {"run", sample_.run_file().string()}).code, 0);
    auto after = json_of(cli(estimate));
    EXPECT_EQ(after["calibration"]["runs"], 3);
    EXPECT_EQ(after["calibration"]["uncertainty"], 0.05);
    EXPECT_EQ(after["calibration"]["factor"], 1.0);  // the engine of tests takes what it predicts
    EXPECT_EQ(after["expected_peak_bytes"], after["peak_bytes"]);
    EXPECT_EQ(after["fit"]["budget_bytes"], std::uint64_t{24} << 30);
    const auto text = cli({"estimate", sample_.run_file().string()}).out;
    EXPECT_NE(text.find("it may be 5 % off"), std::string::npos) << text;
    EXPECT_NE(text.find("3 finished runs here took no more than predicted"), std::string::npos) << text;
    const auto elsewhere = (sample_.folder() / "other").string();
    auto other =
        json_of(cli({"estimate", sample_.run_file().string(), "--json", "--data-folder", elsewhere}));
    EXPECT_EQ(other["calibration"]["runs"], 0);
}

TEST_F(ModelCommandsTest, TheMemoryOfAnAcceleratorIsAskedFor) {
    const std::vector<std::string> estimate = {"estimate", sample_.run_file().string(), "--set",
                                               "device=cuda"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), estimate.begin(), estimate.end());
        return cli(std::move(more));
    };
    EXPECT_NE(with({}).out.find("--fit 24GiB says whether it fits"), std::string::npos);
    EXPECT_TRUE(json_of(with({"--json"}))["fit"].is_null());
    EXPECT_NE(with({"--fit", "24GiB"}).out.find("Fits into 24.00 GiB"), std::string::npos);
    const auto table = with({"--table"});
    EXPECT_EQ(table.code, 2);
    EXPECT_NE(table.err.find("--fit 24GiB"), std::string::npos) << table.err;
}

TEST_F(ModelCommandsTest, EstimateRefusesASizeThatIsNone) {
    EXPECT_EQ(cli({"estimate", sample_.run_file().string(), "--fit", "lots"}).code, 2);
    EXPECT_EQ(cli({"estimate", sample_.run_file().string(), "--fit", "0"}).code, 2);
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
