// What is exported gives the trained model back, in the layout that PEFT writes.
#include "core/engine/exporting/export_run.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/training/session_setup.h"
#include "core/formats/safetensors.h"
#include "core/run/checkpoint.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class ExportRunTest : public testing::Test {
protected:
    /// A finished run of a few steps.
    fs::path trained(const std::function<void(RunConfig&)>& change = {}) {
        auto config = test::tiny_run(files_.path(), 4);
        config.optimizer.params.set("learning_rate", 0.05);
        if (change)
            change(config);
        const auto folder = *RunFolder::create(
            files_.path(), {.id = new_run_id(), .config = config, .created_at = timestamp_now()});
        const auto session = make_session(config, folder, false);
        EXPECT_TRUE(session) << session.error().message;
        const auto finished = (*session)->run([](const RunEvent&) {});
        EXPECT_FALSE(finished.error) << finished.error->message;
        return folder.path();
    }

    test::TemporaryFolder files_;
};

TEST_F(ExportRunTest, ThePeftAdapterGivesTheTrainedModelBack) {
    const auto report = export_run({.run = trained(), .to = "peft", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->max_logit_difference, 0.0);
    EXPECT_EQ(report->files,
              (std::vector<std::string>{"README.md", "adapter_config.json", "adapter_model.safetensors"}));
    EXPECT_EQ(report->mean_kl, 0.0);
    EXPECT_EQ(report->top1_agreement, 1.0);
}

TEST_F(ExportRunTest, TheModelCardHasTheFactsOfTheRun) {
    const auto run = trained();
    const auto out = files_.path() / "out";
    const auto report = export_run({.run = run, .to = "peft", .out = out});
    ASSERT_TRUE(report) << report.error().message;
    const auto card = read_file(out / "README.md", 1 << 20);
    ASSERT_TRUE(card) << card.error().message;
    EXPECT_NE(card->find("- Trained parameters: "), std::string::npos) << *card;
    EXPECT_EQ(card->find("- Trained parameters: 0 "), std::string::npos) << *card;
    EXPECT_EQ(card->find("- Optimizer steps: 0\n"), std::string::npos) << *card;
    EXPECT_NE(card->find("tokens of the validation data"), std::string::npos) << *card;
    EXPECT_EQ(card->find(files_.path().string()), std::string::npos) << *card;
}

TEST_F(ExportRunTest, ItIsComparedOnTheValidationExamplesWhereThereAreSome) {
    const auto run = trained();
    const auto report = export_run({.run = run, .to = "merged", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->compared_on, "validation");
    EXPECT_EQ(report->compared_sequences, 4);
    EXPECT_GT(report->compared_tokens, 4);
    EXPECT_GT(report->max_logit_difference_absolute, 0.0);
    EXPECT_NEAR(report->max_logit_difference_absolute / report->max_logit, report->max_logit_difference,
                1e-12);
    EXPECT_LT(report->mean_kl, 1e-9);
    fs::remove(files_.path() / "valid.jsonl");
    const auto probed = export_run({.run = run, .to = "peft", .out = files_.path() / "probed"});
    ASSERT_TRUE(probed) << probed.error().message;
    EXPECT_EQ(probed->compared_on, "probe");
    ASSERT_EQ(probed->notes.size(), 1U);
    EXPECT_NE(probed->notes[0].find("valid.jsonl"), std::string::npos) << probed->notes[0];
}

TEST_F(ExportRunTest, AShareOfTheTrainingDataIsHeldOutToo) {
    const auto run = trained([](RunConfig& config) {
        config.data.validation.clear();
        config.data.validation_share = 0.25;
    });
    const auto report = export_run({.run = run, .to = "peft", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->compared_on, "validation");
    EXPECT_EQ(report->compared_sequences, 6);
}

TEST_F(ExportRunTest, ABestCheckpointThatIsDamagedIsNotExported) {
    const auto run = trained([](RunConfig& config) {
        config.evaluation.every = 1;
        config.checkpoints = {.every = 1, .keep_last = 100, .keep_best = true};
    });
    const auto checkpoints = RunFolder::open(run)->checkpoints();
    const auto best = best_checkpoint(checkpoints);
    ASSERT_TRUE(best);
    {
        std::fstream weights(best->folder / "weights.safetensors",
                             std::ios::in | std::ios::out | std::ios::binary);
        weights.seekp(-1, std::ios::end);
        weights.put('\x55');
    }
    const auto report = export_run({.run = run, .to = "peft", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    ASSERT_EQ(report->notes.size(), 1U);
    EXPECT_NE(report->notes[0].find(best->name()), std::string::npos) << report->notes[0];
}

/// Nothing that a program could take for an export, finished or not.
void expect_only(const fs::path& folder, const std::vector<std::string>& names) {
    for (const auto& entry : fs::directory_iterator(folder))
        EXPECT_NE(std::ranges::find(names, entry.path().filename().string()), names.end()) << entry.path();
}

TEST_F(ExportRunTest, AStoppedExportLeavesNothing) {
    const auto run = trained();
    CancelToken cancel;
    cancel.cancel();
    const auto out = files_.path() / "exports" / "out";
    const auto report = export_run({.run = run, .to = "peft", .out = out}, cancel);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(fs::is_empty(out.parent_path()));
}

TEST_F(ExportRunTest, WhatDiffersIsAnErrorAndLeavesNothing) {
    // The adapter was trained on other weights than those that the export is read back on.
    const auto run = trained([](RunConfig& config) { config.model.initialize = Initialize::Random; });
    const auto out = files_.path() / "exports" / "out";
    const auto report = export_run({.run = run, .to = "peft", .out = out});
    ASSERT_FALSE(report);
    EXPECT_NE(report.error().message.find("not kept"), std::string::npos) << report.error().message;
    EXPECT_TRUE(fs::is_empty(out.parent_path()));
}

TEST_F(ExportRunTest, AFolderIsThereWholeOrNotAtAll) {
    const auto out = files_.path() / "exports" / "out";
    const auto run = trained();
    ASSERT_TRUE(export_run({.run = run, .to = "peft", .out = out}));
    expect_only(out.parent_path(), {"out"});
    expect_only(out, {"README.md", "adapter_config.json", "adapter_model.safetensors"});
}

TEST_F(ExportRunTest, TheMergedModelAnswersAsTheAdapterDoes) {
    const auto report = export_run({.run = trained(), .to = "merged", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_LT(report->max_logit_difference, 1e-5);
    EXPECT_TRUE(load_model(files_.path() / "out"));
}

TEST_F(ExportRunTest, AnAdapterOnAQuantizedBaseIsExportedOnItAndMergedDense) {
    const auto run =
        trained([](RunConfig& config) { config.precision.quantization = QuantizationType::Nf4; });
    const auto adapter = export_run({.run = run, .to = "peft", .out = files_.path() / "adapter"});
    ASSERT_TRUE(adapter) << adapter.error().message;
    EXPECT_EQ(adapter->max_logit_difference, 0.0);
    const auto merged = export_run({.run = run, .to = "merged", .out = files_.path() / "merged"});
    ASSERT_TRUE(merged) << merged.error().message;
    EXPECT_LT(merged->max_logit_difference, 1e-5);
    const auto model = load_model(files_.path() / "merged");
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_FALSE((*model)->projections().front()->quantized);
}

TEST_F(ExportRunTest, FullFineTuningIsExportedAsAModel) {
    const auto run = trained([](RunConfig& config) { config.method = {.id = "full", .params = {}}; });
    const auto report = export_run({.run = run, .to = "merged", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->max_logit_difference, 0.0);
}

TEST_F(ExportRunTest, PartialFineTuningIsExportedAsAWholeModel) {
    std::string base;
    const auto run = trained([&](RunConfig& config) {
        base = config.model.path;
        config.method = {.id = "full", .params = {}};
        config.method.params.set("freeze", ParamList{".*(mlp|norm|embed).*"});
    });
    const auto report = export_run({.run = run, .to = "merged", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->max_logit_difference, 0.0);
    const auto before = *load_model(base), after = *load_model(files_.path() / "out");
    const auto found = after->parameters();
    for (const auto& parameter : before->parameters()) {
        const bool frozen = parameter.info.name.find("self_attn") == std::string::npos;
        const auto now =
            std::ranges::find(found, parameter.info.name, [](const auto& p) { return p.info.name; });
        EXPECT_EQ(at::equal(*now->tensor, *parameter.tensor), frozen) << parameter.info.name;
    }
}

TEST_F(ExportRunTest, AFolderThatHoldsSomethingIsLeftAlone) {
    const auto run = trained();
    const auto report = export_run({.run = run, .to = "peft", .out = run});
    ASSERT_FALSE(report);
    EXPECT_NE(report.error().message.find("not empty"), std::string::npos);
}

TEST_F(ExportRunTest, AnUnknownFormatIsRefused) {
    const auto report = export_run({.run = trained(), .to = "onnx", .out = files_.path() / "out"});
    ASSERT_FALSE(report);
    EXPECT_FALSE(fs::exists(files_.path() / "out"));
}

const Method* peft_method(const Json& config) {
    for (const auto* method : all_methods())
        if (const auto* format = find_adapter_format(*method, "peft"); format && format->recognises(config))
            return method;
    return nullptr;
}

/// The reference adapters, written again.
class ReferenceAdapters : public testing::TestWithParam<const char*> {};

TEST_P(ReferenceAdapters, AreWrittenAsPeftWroteThem) {
    const auto folder = fs::path(TUNEBENCH_SOURCE_DIR) / "tests/data/goldens" / GetParam();
    const test::TemporaryFolder out;
    const auto model = load_model(folder.parent_path());
    ASSERT_TRUE(model) << model.error().message;
    const auto parameters = load_peft_adapter(**model, folder);
    ASSERT_TRUE(parameters) << parameters.error().message;
    auto config = *read_json_file(folder / "adapter_config.json");
    const auto* method = peft_method(config);
    ASSERT_TRUE(method);
    const auto params = *find_adapter_format(*method, "peft")->read(config, (*model)->config());
    ASSERT_TRUE(write_adapter(out.path(), *method, params, **model, "", *parameters));
    auto written = *read_json_file(out.path() / "adapter_config.json");
    for (auto* json : {&config, &written})  // PEFT keeps a set: its order says nothing
        std::sort((*json)["target_modules"].begin(), (*json)["target_modules"].end());
    EXPECT_EQ(written, config);
    const auto ours = SafetensorsFile::open(out.path() / "adapter_model.safetensors");
    const auto theirs = SafetensorsFile::open(folder / "adapter_model.safetensors");
    ASSERT_TRUE(ours && theirs);
    EXPECT_EQ(ours->tensors(), theirs->tensors());
}

INSTANTIATE_TEST_SUITE_P(ExportRunTest, ReferenceAdapters,
                         testing::Values("llama/lora-attn", "llama/lora-all", "llama/lora-bias",
                                         "llama/lora-embed-head", "llama/rslora-all", "gpt2/lora-attn",
                                         "gpt2/lora-all", "gpt2/lora-bias", "gpt2/lora-embed-head",
                                         "gpt2/rslora-all", "llama/dora-all", "gpt2/dora-all", "llama/ia3",
                                         "llama-cls/lora-attn", "llama-cls/lora-all"));

}  // namespace
}  // namespace tunebench
