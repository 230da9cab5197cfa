// Each option of prefix-tuning, its layout, and its export; methods in general: method_contract_test.cpp.
#include <gtest/gtest.h>

#include "core/engine/exporting/adapter_folder.h"
#include "core/methods/prefix/layer.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;
using test::AttachedModel;
using test::batch_of;
using test::relative_difference;

const fs::path kGoldens = fs::path(TUNEBENCH_SOURCE_DIR) / "tests/data/goldens";
constexpr std::int64_t kVocabulary = 512;

class PrefixTest : public testing::Test {
protected:
    static const Method& method() { return *find_method("prefix"); }
    AttachedModel attached(const char* shape = "tiny") const { return {method(), params_, shape}; }
    void set(const char* key, ParamValue value) { params_.set(key, std::move(value)); }
    void project() {
        set("prefix_projection", true);
        set("encoder_hidden_size", 24);
        set("num_virtual_tokens", 3);
    }
    at::Tensor base_logits(const char* shape = "tiny") const {
        const auto model = random_model(*shape_config(shape), 7);
        const auto tensors = to_tensors(batch_);
        const at::NoGradGuard no_gradients;
        return model->logits(model->hidden_states(tensors.tokens, tensors.context));
    }

    ParamMap params_ = test::defaults_of(method());
    const Batch batch_ = batch_of({11, 17, 9}, kVocabulary);
};

TEST_F(PrefixTest, StartsNormalOrAtZero) {
    const auto random = attached().parameters[0].tensor;
    EXPECT_NEAR(random.std().item<double>(), 1.0, 0.05);
    EXPECT_NEAR(random.mean().item<double>(), 0.0, 0.05);
    set("initialization", "zero");
    const auto zero = attached();
    EXPECT_EQ(zero.parameters[0].tensor.abs().max().item<double>(), 0.0);
    // Zero keys still take their share of the attention.
    EXPECT_GT(relative_difference(zero.logits(batch_), base_logits()), 1e-4);
}

TEST_F(PrefixTest, TheSeedDrawsTheStart) {
    const AttachedModel one(method(), params_, "tiny", 7), two(method(), params_, "tiny", 8);
    EXPECT_FALSE(at::equal(one.parameters[0].tensor, two.parameters[0].tensor));
    EXPECT_TRUE(at::equal(one.parameters[0].tensor, attached().parameters[0].tensor));
}

TEST_F(PrefixTest, EveryVirtualTokenIsAttendedTo) {
    set("num_virtual_tokens", 2);
    auto subject = attached();
    for (const int token : {0, 1}) {
        const auto before = subject.logits(batch_);
        const at::NoGradGuard no_gradients;
        subject.parameters[0].tensor[token].add_(1.0);
        EXPECT_GT(relative_difference(subject.logits(batch_), before), 1e-4) << token;
    }
}

TEST_F(PrefixTest, RowsHoldKeysThenValuesLayerAfterLayer) {
    const auto subject = attached();
    const auto& config = subject.model->config();
    const auto rows = subject.parameters[0].tensor.detach().view(
        {20, 2 * config.num_hidden_layers, config.num_key_value_heads, config.head_dim});
    const at::NoGradGuard no_gradients;
    for (std::int64_t layer = 0; layer < config.num_hidden_layers; ++layer) {
        const auto got = subject.model->block(layer).prefix->key_value({});
        EXPECT_TRUE(at::equal(got.key, rows.select(1, 2 * layer)));
        EXPECT_TRUE(at::equal(got.value, rows.select(1, 2 * layer + 1)));
    }
}

TEST_F(PrefixTest, AProjectionTrainsWhatItsPlanSays) {
    project();
    const auto subject = attached();
    const auto plan = *method().plan(subject.model->config(), params_);
    ASSERT_EQ(subject.parameters.size(), 5U);
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        EXPECT_EQ(subject.parameters[i].name, plan.tensors[i].name);
        EXPECT_EQ(subject.parameters[i].tensor.sizes().vec(), plan.tensors[i].shape);
        EXPECT_EQ(subject.parameters[i].is_matrix, plan.tensors[i].is_matrix);
        EXPECT_GT(subject.parameters[i].tensor.abs().max().item<double>(), 0.0);
    }
}

TEST_F(PrefixTest, GradientsThroughTheProjectionEqualFiniteDifferences) {
    project();
    auto subject = attached();
    for (auto& parameter : subject.model->parameters())
        parameter.tensor->set_data(parameter.tensor->to(at::kDouble));
    subject.model->tie_head();
    for (auto& parameter : subject.parameters)
        parameter.tensor.set_data(parameter.tensor.to(at::kDouble));
    subject.loss(batch_).backward();
    constexpr double kStep = 1e-5;
    for (const auto& parameter : subject.parameters) {
        const auto gradient = parameter.tensor.grad().clone().view({-1});
        const at::NoGradGuard no_gradients;
        const auto flat = parameter.tensor.view({-1});
        const auto i = gradient.abs().argmax().item<std::int64_t>();
        const auto value = flat[i].item<double>();
        flat[i] = value + kStep;
        const auto above = subject.loss(batch_).item<double>();
        flat[i] = value - kStep;
        const auto below = subject.loss(batch_).item<double>();
        flat[i] = value;
        const auto expected = gradient[i].item<double>();
        EXPECT_NEAR((above - below) / (2 * kStep), expected, 1e-6 * std::abs(expected) + 1e-9)
            << parameter.name;
    }
}

TEST_F(PrefixTest, CheckpointingThroughTheProjectionChangesNoBit) {
    project();
    auto subject = attached();
    std::vector<at::Tensor> gradients;
    subject.loss(batch_).backward();
    for (const auto& parameter : subject.parameters) {
        gradients.push_back(parameter.tensor.grad().clone());
        parameter.tensor.mutable_grad().reset();
    }
    subject.loss(batch_, /*recompute_blocks=*/1).backward();
    for (std::size_t i = 0; i < gradients.size(); ++i)
        EXPECT_TRUE(at::equal(gradients[i], subject.parameters[i].tensor.grad()))
            << subject.parameters[i].name;
}

TEST_F(PrefixTest, TheExportHoldsTheProjectedPrefix) {
    project();
    auto subject = attached();
    subject.shake();
    const auto expected = subject.logits(batch_);
    const test::TemporaryFolder folder;
    const auto written =
        write_adapter(folder.path(), method(), params_, *subject.model, "base", subject.parameters);
    ASSERT_TRUE(written) << written.error().message;
    const auto tensors = *read_tensors(folder.path() / "adapter_model.safetensors");
    ASSERT_EQ(tensors.size(), 1U);
    EXPECT_EQ(tensors.at("prompt_embeddings").sizes().vec(), (std::vector<std::int64_t>{3, 128}));
    EXPECT_EQ(read_json_file(folder.path() / "adapter_config.json")->at("prefix_projection"), false);
    AttachedModel again(method(), params_);
    again.model = random_model(subject.model->config(), 7);
    auto loaded = load_peft_adapter(*again.model, folder.path());
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->size(), 1U);
    EXPECT_LE(relative_difference(again.logits(batch_), expected), 2e-5);
}

TEST_F(PrefixTest, ProjectsAsPeftDid) {
    // The file that PEFT wrote from the start values that stand beside it.
    const auto folder = kGoldens / "llama" / "prefix-mlp";
    const auto stored = *read_tensors(folder / "adapter_model.safetensors");
    const auto start = *read_tensors(folder / "expected.safetensors");
    const auto part = [&](const char* name) {
        return start.at(std::string("param.prompt_encoder.default.") + name);
    };
    const prefix::Encoder encoder{.embedding = part("embedding.weight"),
                                  .inner_weight = part("transform.0.weight"),
                                  .inner_bias = part("transform.0.bias"),
                                  .outer_weight = part("transform.2.weight"),
                                  .outer_bias = part("transform.2.bias")};
    const auto& expected = stored.at("prompt_embeddings");
    EXPECT_LE(relative_difference(encoder.columns(0, expected.size(1)), expected), 1e-6);
    EXPECT_LE(relative_difference(encoder.columns(16, 32), expected.narrow(1, 16, 32)), 1e-6);
}

}  // namespace
}  // namespace tunebench
