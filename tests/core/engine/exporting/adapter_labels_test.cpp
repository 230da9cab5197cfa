#include "core/engine/exporting/adapter_labels.h"

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/base/json.h"
#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/exporting/export_run.h"
#include "core/engine/generation/generator.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/training/session_setup.h"
#include "core/models/classification.h"
#include "tests/support/classification_data.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

fs::path golden(const char* name) {
    return fs::path(TUNEBENCH_SOURCE_DIR) / "tests/data/goldens" / name;
}

class AdapterLabelsTest : public testing::Test {
protected:
    fs::path trained() {
        auto config = test::tiny_run(files_.path(), 2);
        test::make_classification(config, files_.path(), 16, 4);
        config.data.layout = DataLayout::Classification;
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

TEST_F(AdapterLabelsTest, AnAdapterMakesAClassifierOfItsCausalBase) {
    const auto report = export_run({.run = trained(), .to = "peft", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->max_logit_difference, 0.0);
    EXPECT_EQ(report->compared_on, "validation");
    EXPECT_EQ(report->files, (std::vector<std::string>{"README.md", "adapter_config.json",
                                                       "adapter_model.safetensors", "labels.json"}));
    const auto model = load_base_of(files_.path() / "model", files_.path() / "out");
    ASSERT_TRUE(model) << model.error().message;
    ASSERT_TRUE(load_peft_adapter(**model, files_.path() / "out"));
    EXPECT_EQ((*model)->config().labels, (std::vector<std::string>{"bad", "good"}));
    const auto tokenizer = *Tokenizer::load(files_.path() / "model");
    const auto answers = generate_texts(**model, tokenizer, {"It was wonderful."}, {}, {});
    ASSERT_TRUE(answers) << answers.error().message;
    const auto& labels = answers->answers.front().labels;
    ASSERT_EQ(labels.size(), 2U);
    EXPECT_GE(labels[0].probability, labels[1].probability);
    EXPECT_NEAR(labels[0].probability + labels[1].probability, 1.0, 1e-12);
    EXPECT_TRUE(answers->answers.front().text.starts_with(labels[0].label + " ("));
}

TEST_F(AdapterLabelsTest, AnEmbeddingWithoutRowsMakesNoModelLarger) {
    const auto base = fs::path(test::tiny_run(files_.path(), 2).model.path);
    const auto adapter = files_.path() / "scalar";
    fs::create_directories(adapter);
    NamedTensors tensors;
    tensors.emplace_back("base_model.model.model.embed_tokens.weight", at::scalar_tensor(1.0));
    ASSERT_TRUE(write_tensors(adapter / "adapter_model.safetensors", tensors, {{"format", "pt"}}));
    const auto model = model_under(adapter, base);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(*model, *load_model_config(base));
}

TEST_F(AdapterLabelsTest, AMergedModelIsAClassifierThatOthersRead) {
    const auto report = export_run({.run = trained(), .to = "merged", .out = files_.path() / "out"});
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_LT(report->max_logit_difference, 1e-5);
    const auto config = *read_json_file(files_.path() / "out/config.json");
    EXPECT_EQ(config["architectures"], Json::array({"LlamaForSequenceClassification"}));
    EXPECT_EQ(config["id2label"], Json({{"0", "bad"}, {"1", "good"}}));
    EXPECT_EQ(config["label2id"], Json({{"bad", 0}, {"good", 1}}));
    EXPECT_EQ(config["pad_token_id"], 257);
    const auto model = load_model(files_.path() / "out");
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ((*model)->config().labels.size(), 2U);
}

TEST_F(AdapterLabelsTest, AnAdapterOfPeftHasLabelsWithoutNames) {
    EXPECT_EQ(*read_adapter_labels(golden("llama-cls/lora-attn")), unnamed_labels(3));
    EXPECT_TRUE(read_adapter_labels(golden("llama/lora-attn"))->empty());
}

TEST_F(AdapterLabelsTest, AnAdapterWithoutItsHeadIsNamed) {
    const auto folder = files_.path() / "headless";
    fs::copy(golden("llama/lora-attn"), folder);
    auto config = *read_json_file(folder / "adapter_config.json");
    config["task_type"] = "SEQ_CLS";
    fs::permissions(folder / "adapter_config.json", fs::perms::owner_all);
    ASSERT_TRUE(write_file_durably(folder / "adapter_config.json", json_text(config)));
    const auto labels = read_adapter_labels(folder);
    ASSERT_FALSE(labels);
    EXPECT_NE(labels.error().message.find("no head"), std::string::npos);
    const auto model = load_model(golden("llama-cls"));
    ASSERT_TRUE(model) << model.error().message;
    const auto loaded = load_peft_adapter(**model, folder);
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().message.find("base_model.model.score.weight is missing"), std::string::npos)
        << loaded.error().message;
}

}  // namespace
}  // namespace tunebench
