#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/run/run_config.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDesign = R"({ "format": "tunebench.run/1", "name": "town facts, LoRA", "seed": 42,
  "model":  { "path": "models/town", "task": "causal", "initialize": "pretrained" },
  "data":   { "train": ["town-train.jsonl"], "validation": "town-valid.jsonl", "validation_share": 0.0,
              "layout": "auto", "columns": {},
              "template": "auto", "loss_on": "completion", "max_length": 256, "packing": true },
  "method": { "id": "lora", "rank": 16, "alpha": 32, "dropout": 0.0, "targets": "all-linear" },
  "precision": { "weights": "fp32", "compute": "fp32", "gradients": "auto", "quantization": "none" },
  "optimizer": { "id": "adamw", "learning_rate": 2e-4, "weight_decay": 0.01, "betas": [0.9, 0.999], "eps": 1e-8,
                 "decay": "matrices" },
  "schedule":  { "id": "cosine", "warmup_ratio": 0.03, "minimum": 0.0 },
  "budget":    { "epochs": 3, "batch_size": 8, "length_grouped": false, "accumulation": 1, "clip_norm": 1.0,
                 "gradient_checkpointing": "off" },
  "evaluation":  { "every": 50, "batch_size": 8, "samples": ["Describe: …"],
                   "early_stopping": { "patience": 0, "min_delta": 0.0 } },
  "checkpoints": { "every": 200, "keep_last": 2, "keep_best": true },
  "on_nonfinite": "stop", "deterministic": true, "threads": 0, "device": "auto" })";

constexpr std::string_view kSmallest =
    R"({"format": "tunebench.run/1", "model": {"path": "m"}, "data": {"train": ["t.jsonl"]}})";

Result<RunConfig> read(std::string_view text, UnknownKeys unknown_keys = UnknownKeys::Refuse) {
    TRY(const auto json, parse_run_json(text, "run file"));
    return run_config_from_json(json, "/base", unknown_keys);
}

/// The smallest file with one part of it replaced by another.
Result<RunConfig> read_with(std::string_view part, std::string_view replacement) {
    std::string text(kSmallest);
    text.replace(text.find(part), part.size(), replacement);
    return read(text);
}

Result<RunConfig> read_also(std::string_view more) {
    return read_with(R"("model")", std::string(more) + R"(, "model")");
}

void expect_refused(const Result<RunConfig>& result, std::string_view field, std::string_view said) {
    ASSERT_FALSE(result) << field;
    EXPECT_EQ(result.error().field, field) << result.error().message;
    const auto text = result.error().message + " " + result.error().hint;
    EXPECT_NE(text.find(said), std::string::npos) << text;
}

TEST(RunConfigJsonTest, ReadsTheWholeExampleOfTheDesign) {
    const auto config = read(kDesign);
    ASSERT_TRUE(config) << config.error().message;
    auto expected = default_run_config();
    expected.general.name = "town facts, LoRA";
    expected.model.path = "models/town";  // no such folder: a name of the hub
    expected.data.train = {"/base/town-train.jsonl"};
    expected.data.validation = "/base/town-valid.jsonl";
    expected.evaluation.samples = {"Describe: …"};
    EXPECT_EQ(*config, expected);
}

TEST(RunConfigJsonTest, WritesWhatItReads) {
    const auto config = read(kDesign);
    ASSERT_TRUE(config);
    const auto json = run_config_to_json(*config);
    const auto again = run_config_from_json(json, "/elsewhere", UnknownKeys::Refuse);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, *config);
    EXPECT_EQ(json_text(run_config_to_json(*again)), json_text(json));
}

TEST(RunConfigJsonTest, WritesTheSectionsInTheOrderOfTheDesign) {
    const auto config = read(kDesign);
    ASSERT_TRUE(config);
    std::vector<std::string> keys;
    const auto json = run_config_to_json(*config);
    for (const auto& [key, value] : json.items())
        keys.push_back(key);
    EXPECT_EQ(keys, (std::vector<std::string>{"format", "name", "seed", "model", "data", "method",
                                              "precision", "optimizer", "schedule", "budget",
                                              "regularization", "evaluation", "checkpoints", "on_nonfinite",
                                              "deterministic", "threads", "memory_limit_gib", "device"}));
}

TEST(RunConfigJsonTest, EverythingButModelAndDataHasADefault) {
    const auto config = read(kSmallest);
    ASSERT_TRUE(config) << config.error().message;
    auto expected = default_run_config();
    expected.model.path = "/base/m";
    expected.data.train = {"/base/t.jsonl"};
    EXPECT_EQ(*config, expected);
    expect_refused(read_with(R"("path": "m")", ""), "model.path", "missing");
    expect_refused(read_with(R"("train": ["t.jsonl"])", ""), "data.train", "missing");
}

TEST(RunConfigJsonTest, UnknownFieldsNameTheNearestKnownOne) {
    expect_refused(read_also(R"("sed": 1)"), "sed", "seed");
    expect_refused(read_also(R"("optimiser": {})"), "optimiser", "optimizer");
    expect_refused(read_also(R"("": {})"), "\"\"", "not a known field");
    expect_refused(read_with(R"("path": "m")", R"("path": "m", "taks": "causal")"), "model.taks",
                   "model.task");
    expect_refused(read_also(R"("method": {"rnak": 8})"), "method.rnak", "method.rank");
    expect_refused(read_also(R"("evaluation": {"early_stopping": {"patient": 8}})"),
                   "evaluation.early_stopping.patient", "evaluation.early_stopping.patience");
}

TEST(RunConfigJsonTest, WrongValuesNameTheirField) {
    expect_refused(read_also(R"("optimizer": {"learning_rate": -1})"), "optimizer.learning_rate", "-1");
    expect_refused(read_also(R"("method": {"id": "lorra"})"), "method.id", "lora");
    expect_refused(read_also(R"("method": {"id": 5})"), "method.id", "text");
    expect_refused(read_also(R"("schedule": {"id": "zigzag"})"), "schedule.id", "linear");
    expect_refused(read_also(R"("budget": {"batch_size": 0})"), "budget.batch_size", "0");
    expect_refused(read_also(R"("budget": {"batch_size": 1.5})"), "budget.batch_size", "whole");
    expect_refused(read_also(R"("budget": [])"), "budget", "object");
    expect_refused(read_also(R"("precision": {"weights": "fp8"})"), "precision.weights", "bf16");
    expect_refused(read_also(R"("precision": {"compute": "int8"})"), "precision.compute", "fp16");
    expect_refused(read_also(R"("precision": {"gradients": "fp16"})"), "precision.gradients", "auto");
    expect_refused(read_also(R"("precision": {"loss_scale": -1})"), "precision.loss_scale", "-1");
    expect_refused(read_also(R"("budget": {"update_in_backward": "yes"})"), "budget.update_in_backward",
                   "true");
    expect_refused(read_also(R"("precision": {"quantization": "nf5"})"), "precision.quantization.type",
                   "nf4");
    expect_refused(read_also(R"("threads": -2)"), "threads", "-2");
    expect_refused(read_also(R"("device": "tpu")"), "device", "cpu");
    expect_refused(read_also(R"("name": null)"), "name", "null");
    expect_refused(read_with(R"("path": "m")", R"("path": "m", "task": "regression")"), "model.task",
                   "causal");
}

TEST(RunConfigJsonTest, PrecisionIsReadAndWritten) {
    const auto config = read_also(
        R"("precision": {"weights": "bf16", "compute": "fp16", "gradients": "bf16", "stochastic_rounding": true,
                         "loss_scale": 1024}, "budget": {"update_in_backward": true})");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->precision, (PrecisionSection{.weights = NumberType::Bf16,
                                                   .compute = NumberType::Fp16,
                                                   .gradients = GradientType::Bf16,
                                                   .stochastic_rounding = true,
                                                   .loss_scale = 1024.0}));
    EXPECT_TRUE(config->budget.update_in_backward);
    const auto json = run_config_to_json(*config);
    EXPECT_EQ(json["precision"]["weights"], "bf16");
    EXPECT_EQ(json["precision"]["compute"], "fp16");
    EXPECT_EQ(json["precision"]["gradients"], "bf16");
    EXPECT_EQ(json["precision"]["stochastic_rounding"], true);
    EXPECT_EQ(json["precision"]["loss_scale"], 1024.0);
    EXPECT_EQ(json["budget"]["update_in_backward"], true);
    EXPECT_EQ(*run_config_from_json(json, "/", UnknownKeys::Refuse), *config);
}

TEST(RunConfigJsonTest, QuantizationIsNoneATypeOrAnObject) {
    const auto read_as = [](std::string_view value) {
        return read_also(R"("precision": {"quantization": )" + std::string(value) + "}");
    };
    const auto written = [](const RunConfig& config) {
        return json_text(run_config_to_json(config)["precision"]["quantization"]);
    };
    const auto none = read_as(R"("none")"), type = read_as(R"("nf4")"),
               all = read_as(R"({"type": "int8", "block_size": 128, "double": false})"),
               off = read_as(R"({"type": "none", "block_size": 128})");
    ASSERT_TRUE(none && type && all && off);
    EXPECT_EQ(none->precision, PrecisionSection{});
    EXPECT_EQ(written(*none), R"("none")");
    EXPECT_EQ(type->precision.quantization_settings(),
              (QuantizationSettings{QuantizationType::Nf4, 64, true}));
    EXPECT_EQ(written(*type), R"({"type":"nf4","block_size":64,"double":true})");
    EXPECT_EQ(all->precision.quantization_settings(),
              (QuantizationSettings{QuantizationType::Int8, 128, false}));
    for (const auto& config : {*none, *type, *all, *off})
        EXPECT_EQ(*run_config_from_json(run_config_to_json(config), "/", UnknownKeys::Refuse), config);
    expect_refused(read_as(R"({"typ": "nf4"})"), "precision.quantization.typ", "precision.quantization.type");
    expect_refused(read_as(R"({"block_size": 16})"), "precision.quantization.block_size", "64");
    expect_refused(read_as("4"), "precision.quantization.type", "nf4");
}

TEST(RunConfigJsonTest, TheFormatMustBeKnown) {
    expect_refused(read_with("tunebench.run/1", "tunebench.run/2"), "format", "tunebench.run/2");
    expect_refused(read_with(R"("format": "tunebench.run/1", )", ""), "format", "format");
    expect_refused(read("[]"), "format", "object");
}

TEST(RunConfigJsonTest, TrainingFilesMayBePathsOrObjectsWithAPath) {
    const auto config = read_with(R"(["t.jsonl"])", R"(["a.jsonl", {"path": "/b.jsonl"}])");
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->data.train, (std::vector<WeightedFile>{"/base/a.jsonl", "/b.jsonl"}));
    const auto one = read_with(R"(["t.jsonl"])", R"("a.jsonl")");
    ASSERT_TRUE(one);
    EXPECT_EQ(one->data.train, std::vector<WeightedFile>{"/base/a.jsonl"});
}

TEST(RunConfigJsonTest, TrainingFilesMayHaveAWeightAndASlice) {
    const auto config =
        read_with(R"(["t.jsonl"])",
                  R"([{"path": "a b.jsonl", "weight": 2, "slice": "[10%:20%]"}, "c.csv weight=0.5"])");
    ASSERT_TRUE(config) << config.error().message;
    ASSERT_EQ(config->data.train.size(), 2U);
    EXPECT_EQ(config->data.train[0].path, "/base/a b.jsonl");
    EXPECT_EQ(config->data.train[0].weight, 2.0);
    EXPECT_EQ(config->data.train[0].slice, "[10%:20%]");
    EXPECT_EQ(config->data.train[1].path, "/base/c.csv");
    EXPECT_EQ(config->data.train[1].weight, 0.5);
    const auto json = run_config_to_json(*config);
    EXPECT_EQ(
        json_text(json["data"]["train"]),
        R"([{"path":"/base/a b.jsonl","weight":2.0,"slice":"[10%:20%]"},{"path":"/base/c.csv","weight":0.5}])");
    const auto again = run_config_from_json(json, "/elsewhere", UnknownKeys::Refuse);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again, *config);
}

TEST(RunConfigJsonTest, EntriesOfTrainThatSayNothingKnownAreRefused) {
    const auto with_train = [](const char* entries) { return read_with(R"(["t.jsonl"])", entries); };
    expect_refused(with_train(R"([{"path": "a.jsonl", "wieght": 2}])"), "data.train", "wieght");
    expect_refused(with_train(R"([{"path": "a.jsonl", "weight": 0}])"), "data.train", "weight");
    expect_refused(with_train(R"([{"path": "a.jsonl", "weight": "two"}])"), "data.train", "weight");
    expect_refused(with_train(R"([{"path": "a.jsonl", "slice": "10%"}])"), "data.train", "[from:to]");
    expect_refused(with_train(R"([{"weight": 2}])"), "data.train", "path");
    expect_refused(with_train(R"([{}])"), "data.train", "path");
    expect_refused(with_train(R"([5])"), "data.train", "text");
    expect_refused(with_train("7"), "data.train", "list");
}

TEST(RunConfigJsonTest, HistoryKeepsWhatThisVersionDoesNotKnow) {
    const std::string text = R"({"format": "tunebench.run/1", "model": {"path": "/m", "revision": "abc"},
        "data": {"train": [{"path": "/a", "weight": 2}]}, "method": {"id": "lora", "rank": 4, "magic": {"x": [1]}},
        "precision": {"weights": "fp8"}, "budget": 7, "reward": {"id": "dpo"}, "name": null})";
    const auto config = read(text, UnknownKeys::Keep);
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(*config->method.params.find("rank"), ParamValue(4));
    EXPECT_EQ(config->precision.weights, NumberType::Fp32);
    const auto json = run_config_to_json(*config);
    EXPECT_EQ(json["model"]["revision"], "abc");
    EXPECT_EQ(json["data"]["train"][0]["weight"], 2);
    EXPECT_EQ(json["method"]["magic"]["x"][0], 1);
    EXPECT_EQ(json["precision"]["weights"], "fp8");
    EXPECT_EQ(json["budget"], 7);
    EXPECT_EQ(json["reward"]["id"], "dpo");
    EXPECT_TRUE(json["name"].is_null());
    const auto again = run_config_from_json(json, "/", UnknownKeys::Keep);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *config);
}

TEST(RunConfigJsonTest, HistoryKeepsAMethodThatThisVersionDoesNotHave) {
    const auto config = read(R"({"method": {"id": "galore", "rank": 4, "scale": 0.25}})", UnknownKeys::Keep);
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->method.id, "galore");
    const auto json = run_config_to_json(*config);
    EXPECT_EQ(json_text(json["method"]), R"({"id":"galore","rank":4,"scale":0.25})");
}

TEST(RunConfigJsonTest, HistoryKeepsASectionWhoseIdIsNoText) {
    const auto config = read(R"({"optimizer": {"id": 7, "beta1": 0.5}})", UnknownKeys::Keep);
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(config->optimizer, default_run_config().optimizer);
    const auto json = run_config_to_json(*config);
    EXPECT_EQ(json["optimizer"]["id"], 7);
    EXPECT_EQ(json["optimizer"]["beta1"], 0.5);
}

TEST(RunConfigJsonTest, SettingAFieldReplacesWhatWasKeptForIt) {
    auto config = read(R"({"precision": {"weights": "fp8", "later": 1}})", UnknownKeys::Keep);
    ASSERT_TRUE(config);
    ASSERT_TRUE(set_section_params(*config, "precision", section_params(*config, "precision")));
    const auto json = run_config_to_json(*config);
    EXPECT_EQ(json["precision"]["weights"], "fp32");
    EXPECT_EQ(json["precision"]["later"], 1);
}

TEST(RunConfigJsonTest, ChoosingAnOptimizerReplacesAnIdThatIsNoText) {
    auto config = read(R"({"optimizer": {"id": 7}})", UnknownKeys::Keep);
    ASSERT_TRUE(config);
    ASSERT_TRUE(set_section_params(*config, "optimizer", section_params(default_run_config(), "optimizer")));
    EXPECT_EQ(run_config_to_json(*config)["optimizer"]["id"], default_run_config().optimizer.id);
    EXPECT_TRUE(config->unknown.empty());
}

TEST(RunConfigJsonTest, TheHashIsThatOfTheSettings) {
    const auto config = read(kDesign);
    ASSERT_TRUE(config);
    auto other = *config;
    EXPECT_EQ(run_config_sha256(other), run_config_sha256(*config));
    EXPECT_EQ(run_config_sha256(other).size(), 64u);
    other.general.seed = 43;
    EXPECT_NE(run_config_sha256(other), run_config_sha256(*config));
}

TEST(RunConfigJsonTest, HostileFilesAreOneErrorEach) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "run.tunebench.json";
    const std::string deep(500, '[');
    for (const std::string& text :
         {std::string(), std::string("{"), std::string("nonsense"), deep + std::string(500, ']'),
          std::string("{\"format\": \"tunebench.run/1\", \"format\": 1}"), std::string("{\"seed\": 1e999}"),
          std::string("\xff\xfe{}"), std::string(2 << 20, ' '), std::string(R"({"seed": 1,})")}) {
        std::ofstream(file, std::ios::trunc) << text;
        const auto config = load_run_file(file);
        ASSERT_FALSE(config) << text.substr(0, 40);
        EXPECT_NE(config.error().message.find(file.string()), std::string::npos) << config.error().message;
    }
    EXPECT_FALSE(load_run_file(folder.path() / "missing.json"));
    EXPECT_FALSE(load_run_file(folder.path()));
}

TEST(RunConfigJsonTest, SavedPathsBelowTheFileAreRelative) {
    const test::TemporaryFolder folder;
    auto config = default_run_config();
    config.model.path = (folder.path() / "models" / "town").string();
    config.data.train = {(folder.path() / "train.jsonl").string(), "/elsewhere/more.jsonl"};
    const auto file = folder.path() / "run.tunebench.json";
    ASSERT_TRUE(save_run_file(config, file));
    const auto text = read_file(file, 1 << 20);
    ASSERT_TRUE(text);
    // Without such a folder it would read as a name of the hub.
    EXPECT_NE(text->find("\"./models/town\""), std::string::npos) << *text;
    EXPECT_NE(text->find("\"/elsewhere/more.jsonl\""), std::string::npos) << *text;
    const auto loaded = load_run_file(file);
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(*loaded, config);
    std::filesystem::create_directories(config.model.path);
    ASSERT_TRUE(save_run_file(config, file));
    EXPECT_NE(read_file(file, 1 << 20)->find("\"models/town\""), std::string::npos);
    EXPECT_EQ(*load_run_file(file), config);
}

}  // namespace
}  // namespace tunebench
