// Every parameter of LoRA has an effect that can be seen.
#include <gtest/gtest.h>

#include "core/engine/exporting/adapter_folder.h"
#include "core/engine/exporting/model_folder.h"
#include "core/methods/lora/layer.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::relative_difference;

constexpr const char* kQuery = "model.layers.0.self_attn.q_proj";
constexpr const char* kValue = "model.layers.1.self_attn.v_proj";

ParamMap with(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap params;
    params.set("rank", 4);
    params.set("alpha", 8);
    for (const auto& [key, value] : entries)
        params.set(key, value);
    return params;
}

AttachedModel attached(std::initializer_list<std::pair<const char*, ParamValue>> entries,
                       const char* shape = "tiny") {
    return {*find_method("lora"), with(entries), shape};
}

/// Copies parameters from one model to another by name.
void take_over(AttachedModel& to, const AttachedModel& from) {
    const at::NoGradGuard no_gradients;
    for (std::size_t i = 0; i < to.parameters.size(); ++i)
        to.parameters[i].tensor.copy_(from.parameters[i].tensor);
}

/// What the adapter adds to a projection's weight.
at::Tensor update_of(const AttachedModel& subject, const char* path) {
    const at::NoGradGuard no_gradients;
    const auto* projection = subject.model->projection(path);
    return projection->effective_weight() - projection->linear_weight();
}

const at::Tensor& tensor_of(const AttachedModel& subject, std::string_view ending) {
    for (const auto& parameter : subject.parameters)
        if (parameter.name.ends_with(ending))
            return parameter.tensor;
    throw std::out_of_range(std::string(ending));
}

at::Tensor base_logits(const ModelConfig& config, const Batch& batch) {
    const auto base = random_model(config, 7);
    const at::NoGradGuard no_gradients;
    const auto tensors = to_tensors(batch);
    return base->logits(base->hidden_states(tensors.tokens, tensors.context));
}

/// One step of plain gradient descent.
void descend(AttachedModel& subject, double rate) {
    ParamMap params;
    params.set("learning_rate", rate);
    const auto stepper = find_stepper("sgd")->make(subject.parameters, params);
    subject.loss(batch_of({12, 9}, 256)).backward();
    stepper->step({.step = 1, .learning_rate = rate});
}

TEST(LoraTest, TheUpdateIsAlphaOverRankTimesBA) {
    auto subject = attached({});
    subject.shake();
    const auto ba = at::mm(tensor_of(subject, "0.self_attn.q_proj.lora_B.weight"),
                           tensor_of(subject, "0.self_attn.q_proj.lora_A.weight"));
    EXPECT_LE(relative_difference(update_of(subject, kQuery), ba * 2.0), 1e-4);
}

TEST(LoraTest, RankStabilizedDividesByTheRoot) {
    auto plain = attached({}), stabilized = attached({{"rank_stabilized", true}});
    plain.shake();
    take_over(stabilized, plain);
    EXPECT_LE(relative_difference(update_of(stabilized, kQuery), update_of(plain, kQuery) * 2.0), 1e-4);
}

TEST(LoraTest, PatternsGiveModulesOtherRanksAndAlphas) {
    ParamMap ranks, alphas;
    ranks.set("v_proj", 2);
    alphas.set("q_proj", 24);
    auto ranked = attached({{"rank_pattern", ranks}});
    EXPECT_EQ(tensor_of(ranked, "v_proj.lora_A.weight").size(0), 2);
    EXPECT_EQ(tensor_of(ranked, "q_proj.lora_A.weight").size(0), 4);
    auto plain = attached({}), scaled = attached({{"alpha_pattern", alphas}});
    plain.shake();
    take_over(scaled, plain);
    EXPECT_LE(relative_difference(update_of(scaled, kQuery), update_of(plain, kQuery) * 3.0), 1e-4);
    EXPECT_LE(relative_difference(update_of(scaled, kValue), update_of(plain, kValue)), 1e-6);
}

TEST(LoraTest, BiasModesTrainTheBiasesOfTheBase) {
    const auto biases = [](const char* mode) {
        std::int64_t changed = 0;
        auto subject = attached({{"bias", mode}, {"targets", "attention"}}, "tiny-gpt2");
        const auto before = random_model(subject.model->config(), 7);
        descend(subject, 0.1);
        auto now = subject.model->parameters(), then = before->parameters();
        for (std::size_t i = 0; i < now.size(); ++i)
            changed += !at::equal(*now[i].tensor, *then[i].tensor);
        return changed;
    };
    EXPECT_EQ(biases("none"), 0);
    EXPECT_EQ(biases("lora_only"), 2);    // c_attn of two blocks
    EXPECT_EQ(biases("all"), 2 * 6 + 1);  // four projections and two norms a block, the final norm
}

TEST(LoraTest, SavedModulesTrainWholeAndApart) {
    auto subject = attached({{"modules_to_save", ParamList{"lm_head"}}});
    const auto embedding = subject.model->embedding.clone();
    const auto head = subject.model->head_weight().detach().clone();
    EXPECT_TRUE(at::equal(head, embedding));
    descend(subject, 0.1);
    EXPECT_TRUE(at::equal(subject.model->embedding, embedding));
    EXPECT_FALSE(at::equal(subject.model->head_weight(), head));
}

TEST(LoraTest, DropoutActsWhileTrainingOnly) {
    auto subject = attached({{"dropout", 0.5}});
    subject.shake();
    const auto tensors = to_tensors(batch_of({12}, 256));
    const at::NoGradGuard no_gradients;
    const auto run = [&](bool training, std::uint64_t seed) {
        auto context = tensors.context;
        context.training = training;
        context.dropout_seed = seed;
        return subject.model->hidden_states(tensors.tokens, context);
    };
    EXPECT_TRUE(at::equal(run(false, 1), run(false, 2)));
    EXPECT_TRUE(at::equal(run(true, 1), run(true, 1)));
    EXPECT_FALSE(at::equal(run(true, 1), run(true, 2)));
}

TEST(LoraTest, OnlyChosenModulesCarryADelta) {
    auto subject = attached({{"layers", "1"}, {"exclude", ParamList{"down_proj"}}});
    for (const auto* projection : subject.model->projections()) {
        const auto& info = projection->info();
        EXPECT_EQ(projection->has_delta(), info.layer == 1 && info.role != ProjectionRole::Down) << info.path;
    }
}

TEST(LoraTest, GaussianStartsAWithADeviationOfOneOverRank) {
    const auto deviation = [](const char* start) {
        const auto subject = attached({{"rank", 32}, {"initialization", start}});
        return tensor_of(subject, "down_proj.lora_A.weight").std().item<double>();
    };
    EXPECT_NEAR(deviation("gaussian"), 1.0 / 32, 1e-3);
    EXPECT_NEAR(deviation("default"), 1.0 / std::sqrt(3.0 * 176), 2e-3);  // uniform within 1/√in
}

class CutOutStart : public testing::TestWithParam<std::tuple<const char*, const char*, bool>> {
protected:
    AttachedModel subject() const {
        const auto [start, shape, stabilized] = GetParam();
        ParamMap ranks;
        ranks.set(std::string(shape) == "tiny" ? "v_proj" : "mlp.c_proj", 3);
        return attached({{"initialization", start}, {"rank_stabilized", stabilized}, {"rank_pattern", ranks}},
                        shape);
    }
};

TEST_P(CutOutStart, KeepsTheModelAndMovesAPartOfItIntoTheAdapter) {
    const auto model = subject();
    const auto batch = batch_of({12, 9}, 256);
    EXPECT_LE(relative_difference(model.logits(batch), base_logits(model.model->config(), batch)), 2e-5);
    for (const auto& parameter : model.parameters)
        EXPECT_GT(parameter.tensor.abs().max().item<double>(), 0.0) << parameter.name;
}

TEST_P(CutOutStart, ItsAdapterFitsTheUnchangedBase) {
    auto model = subject();
    model.shake();
    const auto batch = batch_of({12, 9}, 256);
    const auto expected = model.logits(batch);
    const test::TemporaryFolder folder;
    const auto [start, shape, stabilized] = GetParam();
    ParamMap ranks;
    ranks.set(std::string(shape) == "tiny" ? "v_proj" : "mlp.c_proj", 3);
    const auto params =
        with({{"initialization", start}, {"rank_stabilized", stabilized}, {"rank_pattern", ranks}});
    ASSERT_TRUE(
        write_adapter(folder.path(), *find_method("lora"), params, *model.model, "", model.parameters));
    model.model = random_model(model.model->config(), 7);
    const auto loaded = load_peft_adapter(*model.model, folder.path());
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_LE(relative_difference(model.logits(batch), expected), 2e-5);
}

INSTANTIATE_TEST_SUITE_P(LoraTest, CutOutStart,
                         testing::Combine(testing::Values("pissa", "olora"),
                                          testing::Values("tiny", "tiny-gpt2"), testing::Bool()));

TEST(LoraTest, PissaTakesTheLargestSingularDirections) {
    const auto subject = attached({{"initialization", "pissa"}});
    const auto base = random_model(subject.model->config(), 7);
    const auto weight = base->projection(kQuery)->linear_weight();
    const auto values = std::get<1>(at::linalg_svd(weight));
    const auto update = update_of(subject, kQuery);
    const auto taken = std::get<1>(at::linalg_svd(update)).narrow(0, 0, 4);
    EXPECT_LE(relative_difference(taken, values.narrow(0, 0, 4)), 1e-4);
    const auto& a = tensor_of(subject, "0.self_attn.q_proj.lora_A.weight");
    const auto& b = tensor_of(subject, "0.self_attn.q_proj.lora_B.weight");
    EXPECT_LE(relative_difference(a.norm(2, {1}), b.norm(2, {0})), 1e-4);  // shared evenly
}

TEST(LoraTest, TheRatioMakesOnlyBLearnFaster) {
    auto shaken = attached({});
    shaken.shake();
    const auto change = [&](double ratio, std::string_view ending) {
        auto subject = attached({{"learning_rate_ratio", ratio}});
        take_over(subject, shaken);
        descend(subject, 0.1);
        return (tensor_of(subject, ending) - tensor_of(shaken, ending)).detach();
    };
    constexpr auto kA = "0.self_attn.q_proj.lora_A.weight", kB = "0.self_attn.q_proj.lora_B.weight";
    EXPECT_TRUE(at::equal(change(16.0, kA), change(1.0, kA)));
    EXPECT_LE(relative_difference(change(16.0, kB), change(1.0, kB) * 16.0), 1e-2);
}

TEST(LoraTest, OnTheEmbeddingItChangesTheLookupAndNotTheTiedHead) {
    auto subject = attached({{"targets", ParamList{"embed_tokens"}}});
    const auto batch = batch_of({12}, 256);
    EXPECT_TRUE(at::equal(subject.logits(batch), base_logits(subject.model->config(), batch)));
    subject.shake();
    const auto tokens = at::tensor({3, 500, 3}, at::kLong);
    const at::NoGradGuard no_gradients;
    const auto& a = tensor_of(subject, "embed_tokens.lora_embedding_A");
    const auto& b = tensor_of(subject, "embed_tokens.lora_embedding_B");
    const auto expected = at::mm(b, a.index_select(1, tokens)).t() * 2.0;
    EXPECT_LE(relative_difference(subject.model->embedding_site->added(tokens), expected), 1e-6);
    EXPECT_TRUE(subject.model->head_weight().is_same(subject.model->embedding));
}

TEST(LoraTest, AMergedEmbeddingPartsWithItsTiedHead) {
    for (const auto* shape : {"tiny", "tiny-gpt2"}) {
        const auto* embedding = std::string(shape) == "tiny" ? "embed_tokens" : "wte";
        auto subject = attached({{"targets", ParamList{embedding, "lm_head"}}}, shape);
        subject.shake();
        const auto batch = batch_of({12}, 256);
        const auto expected = subject.logits(batch);
        const test::TemporaryFolder folder;
        subject.model->merge();
        EXPECT_LE(relative_difference(subject.logits(batch), expected), 2e-5);
        ASSERT_TRUE(write_model_folder(folder.path(), *subject.model, {}));
        auto loaded = load_model(folder.path());
        ASSERT_TRUE(loaded) << loaded.error().message;
        EXPECT_FALSE((*loaded)->config().tie_word_embeddings);
        subject.model = *std::move(loaded);
        EXPECT_LE(relative_difference(subject.logits(batch), expected), 2e-5);
    }
}

TEST(LoraTest, AdaptersOfEmbeddingAndHeadComeBackFromPeftsFile) {
    const auto params = with({{"targets", ParamList{"embed_tokens", "lm_head", "q_proj"}}});
    AttachedModel subject(*find_method("lora"), params);
    subject.shake();
    const auto batch = batch_of({12}, 256);
    const auto expected = subject.logits(batch);
    const test::TemporaryFolder folder;
    ASSERT_TRUE(
        write_adapter(folder.path(), *find_method("lora"), params, *subject.model, "", subject.parameters));
    subject.model = random_model(subject.model->config(), 7);
    const auto loaded = load_peft_adapter(*subject.model, folder.path());
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_TRUE(at::equal(subject.logits(batch), expected));
}

TEST(LoraTest, GradientsOfEmbeddingAndHeadEqualFiniteDifferences) {
    auto subject = attached({{"targets", ParamList{"embed_tokens", "lm_head"}}});
    subject.shake();
    for (auto& parameter : subject.model->parameters())
        parameter.tensor->set_data(parameter.tensor->to(at::kDouble));
    for (auto& parameter : subject.parameters)
        parameter.tensor.set_data(parameter.tensor.to(at::kDouble));
    const auto batch = batch_of({11, 7}, 256);
    subject.loss(batch).backward();
    constexpr double kStep = 1e-5;
    for (const auto& parameter : subject.parameters) {
        const auto gradient = parameter.tensor.grad();
        ASSERT_TRUE(gradient.defined()) << parameter.name;
        const at::NoGradGuard no_gradients;
        const auto flat = parameter.tensor.view({-1});
        const auto i = gradient.abs().reshape({-1}).argmax().item<std::int64_t>();
        const auto value = flat[i].item<double>();
        flat[i] = value + kStep;
        const auto above = subject.loss(batch).item<double>();
        flat[i] = value - kStep;
        const auto below = subject.loss(batch).item<double>();
        flat[i] = value;
        const auto found = gradient.reshape({-1})[i].item<double>();
        EXPECT_NEAR((above - below) / (2 * kStep), found, 1e-6 * std::abs(found)) << parameter.name;
    }
}

}  // namespace
}  // namespace tunebench
