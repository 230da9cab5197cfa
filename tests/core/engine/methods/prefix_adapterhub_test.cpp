// Prefix-tuning by AdapterHub's convention: where its text stands, what sees the prefix, and its files.
#include <gtest/gtest.h>

#include "core/engine/exporting/exporter.h"
#include "core/engine/models/tensor_bytes.h"
#include "tests/core/engine/exporting/exported_run.h"
#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::relative_difference;

constexpr std::int64_t kVocabulary = 256, kCount = 5;
constexpr double kSame = 2e-5;
const std::string kName = "model.prefix_tuning.prefix_tunings.tunebench.self_prefix.";

class EachShape : public testing::TestWithParam<const char*> {
protected:
    static const Method& method() { return *find_method("prefix"); }
    ParamMap params(const char* convention) const {
        auto params = test::defaults_of(method());
        params.set("convention", convention);
        params.set("num_virtual_tokens", kCount);
        return params;
    }
    /// PEFT's prefix `rows` (T, 2·layers·kv·d) with a key for every attention head.
    static at::Tensor repeated(const at::Tensor& rows, const ModelConfig& model) {
        return rows.view({kCount, 2 * model.num_hidden_layers, model.num_key_value_heads, model.head_dim})
            .repeat_interleave(model.num_attention_heads / model.num_key_value_heads, 2)
            .reshape({kCount, -1});
    }
    const Batch batch_ = batch_of({11, 17, 9}, kVocabulary);
};

TEST_P(EachShape, IsPeftsWithTheTextAtPositionZero) {
    AttachedModel peft(method(), params("peft"), GetParam()),
        ours(method(), params("adapterhub"), GetParam());
    const at::NoGradGuard no_gradients;
    ours.parameters[0].tensor.copy_(repeated(peft.parameters[0].tensor, peft.model->config()));
    EXPECT_GT(relative_difference(ours.logits(batch_), peft.logits(batch_)), 1e-3);
    auto tensors = to_tensors(batch_);
    tensors.context.positions = tensors.context.positions - kCount;  // which PEFT's adds again
    const auto expected = peft.model->logits(peft.model->hidden_states(tensors.tokens, tensors.context));
    EXPECT_LE(relative_difference(ours.logits(batch_), expected), kSame);
}

TEST_P(EachShape, EveryHeadHasItsOwnKeys) {
    const AttachedModel subject(method(), params("adapterhub"), GetParam());
    const auto& config = subject.model->config();
    ASSERT_EQ(subject.parameters[0].tensor.numel(),
              kCount * 2 * config.num_hidden_layers * config.num_attention_heads * config.head_dim);
    subject.loss(batch_).backward();
    const auto heads =
        subject.parameters[0].tensor.grad().view({kCount, -1, config.num_attention_heads, config.head_dim});
    EXPECT_GT(heads.abs().amax({0, 1, 3}).min().item<double>(), 0.0);
}

TEST_P(EachShape, AWindowDoesNotPassOverIt) {
    auto config = *shape_config(GetParam());
    if (config.positions == PositionKind::Learned)
        GTEST_SKIP() << "gpt2 has no sliding window";
    config.sliding_window = 4;
    const auto change_of_the_last_token = [&](const char* convention) {
        auto model = random_model(config, 7);
        const auto parameters = *find_attachment("prefix")->attach(*model, params(convention), 8);
        const auto last = [&] {
            const auto tensors = to_tensors(batch_of({17}, kVocabulary));
            return model->logits(model->hidden_states(tensors.tokens, tensors.context))[16];
        };
        const at::NoGradGuard no_gradients;
        const auto before = last();
        // Of the last layer alone: what a lower one does to early tokens reaches the last.
        const auto& rows = parameters[0].tensor;
        rows.narrow(1, rows.size(1) / 2, rows.size(1) / 2).add_(1.0);
        return relative_difference(last(), before);
    };
    ASSERT_EQ(config.num_hidden_layers, 2);
    EXPECT_EQ(change_of_the_last_token("peft"), 0.0);
    EXPECT_GT(change_of_the_last_token("adapterhub"), 1e-3);
}

TEST_P(EachShape, ReadingWithTheCacheIsAsReadingAtOnce) {
    auto config = *shape_config(GetParam());
    if (config.positions == PositionKind::Rotary)
        config.sliding_window = 4;
    auto model = random_model(config, 7);
    ASSERT_TRUE(find_attachment("prefix")->attach(*model, params("adapterhub"), 8));
    const at::NoGradGuard no_gradients;
    const auto whole = to_tensors(batch_of({13}, kVocabulary));
    const auto expected = model->logits(model->hidden_states(whole.tokens, whole.context));
    KeyValueCache cache(config.num_hidden_layers, 2);
    std::vector<at::Tensor> found;
    for (const auto& [first, count] : {std::pair{0, 9}, {9, 1}, {10, 3}}) {
        ForwardContext context;
        context.positions = at::arange(first, first + count, at::kLong);
        context.cache = &cache;
        found.push_back(model->logits(model->hidden_states(whole.tokens.narrow(0, first, count), context)));
    }
    EXPECT_LE(relative_difference(at::cat(found), expected), kSame);
}

TEST_P(EachShape, GradientsEqualFiniteDifferencesAndSurviveCheckpointing) {
    AttachedModel subject(method(), params("adapterhub"), GetParam());
    for (auto& parameter : subject.model->parameters())
        parameter.tensor->set_data(parameter.tensor->to(at::kDouble));
    subject.model->tie_head();
    auto& rows = subject.parameters[0].tensor;
    rows.set_data(rows.to(at::kDouble));
    subject.loss(batch_, /*recompute_blocks=*/1).backward();
    const auto recomputed = rows.grad().clone();
    rows.mutable_grad().reset();
    subject.loss(batch_).backward();
    EXPECT_TRUE(at::equal(rows.grad(), recomputed));
    constexpr double kStep = 1e-5;
    const at::NoGradGuard no_gradients;
    const auto gradient = rows.grad().view({-1}), flat = rows.view({-1});
    for (const auto i : {gradient.abs().argmax().item<std::int64_t>(), flat.size(0) / 2, flat.size(0) - 1}) {
        const auto value = flat[i].item<double>();
        flat[i] = value + kStep;
        const auto above = subject.loss(batch_).item<double>();
        flat[i] = value - kStep;
        const auto below = subject.loss(batch_).item<double>();
        flat[i] = value;
        EXPECT_NEAR((above - below) / (2 * kStep), gradient[i].item<double>(), 1e-9) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(PrefixAdapterhubTest, EachShape, testing::Values("tiny", "tiny-gpt2"),
                         [](const auto& chosen) { return chosen.index == 0 ? "llama" : "gpt2"; });

ParamMap exported_params(bool prefix_projection) {
    ParamMap params;
    params.set("convention", "adapterhub");
    params.set("num_virtual_tokens", 3);
    params.set("prefix_projection", prefix_projection);
    params.set("encoder_hidden_size", 6);
    return params;
}

TEST(PrefixAdapterhubTest, WithoutAProjectionTheFileHoldsARowOfNumbers) {
    const test::ExportedRun run("prefix", exported_params(false), "adapterhub");
    const auto tensors = *read_tensors(run.folder() / "adapter.safetensors");
    ASSERT_EQ(tensors.size(), 1U);
    EXPECT_EQ(tensors.begin()->first, kName + "control_trans");
    const auto config = (*load_model(run.base()))->config();
    EXPECT_EQ(tensors.begin()->second.sizes().vec(),
              (std::vector<std::int64_t>{3 * 2 * config.num_hidden_layers * config.hidden_size}));
    EXPECT_EQ(run.difference(), 0.0);
}

TEST(PrefixAdapterhubTest, AProjectionIsInTheFile) {
    const test::ExportedRun run("prefix", exported_params(true), "adapterhub");
    const auto tensors = *read_tensors(run.folder() / "adapter.safetensors");
    const auto config = (*load_model(run.base()))->config();
    const auto hidden = config.hidden_size, out = 2 * config.num_hidden_layers * hidden;
    const std::map<std::string, std::vector<std::int64_t>> expected = {
        {kName + "wte.weight", {3, hidden}},     {kName + "control_trans.0.weight", {6, hidden}},
        {kName + "control_trans.0.bias", {6}},   {kName + "control_trans.2.weight", {out, 6}},
        {kName + "control_trans.2.bias", {out}},
    };
    ASSERT_EQ(tensors.size(), expected.size());
    for (const auto& [name, shape] : expected)
        EXPECT_TRUE(tensors.contains(name) && tensors.at(name).sizes().vec() == shape) << name;
    EXPECT_EQ(run.difference(), 0.0);
}

TEST(PrefixAdapterhubTest, AnAdapterOfAnyNameIsReadAndOneOfAnotherSizeIsNot) {
    const test::ExportedRun run("prefix", exported_params(false), "adapterhub");
    const auto file = run.folder() / "adapter.safetensors";
    const auto values = read_tensors(file)->begin()->second;
    ASSERT_TRUE(write_tensors(
        file, {{"model.prefix_tuning.prefix_tunings.my_prefix.self_prefix.control_trans", values}}, {}));
    EXPECT_EQ(run.difference(), 0.0);
    ASSERT_TRUE(write_tensors(file, {{kName + "control_trans", values.narrow(0, 0, 8).clone()}}, {}));
    const auto model = *load_model(run.base());
    const auto read = load_adapter(*model, run.folder());
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("control_trans"), std::string::npos) << read.error().message;
}

}  // namespace
}  // namespace tunebench
