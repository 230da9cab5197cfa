// Experts against a plain loop over all of them, and what becomes of those that nobody asks.
#include "core/engine/layers/expert_mixture.h"

#include <map>

#include <gtest/gtest.h>

#include "core/engine/training/task_loss.h"
#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

using test::batch_of;
using test::relative_difference;

constexpr std::int64_t kHidden = 24, kTokens = 19;

struct Kind {
    std::string type;  // of model
    bool renormalizes;
    std::string router, experts, gate, up, down;
};

const Kind kMixtral = {"mixtral", true, "block_sparse_moe.gate", "block_sparse_moe.experts", "w1",
                       "w3",      "w2"};
const Kind kQwen = {"qwen3_moe", false, "mlp.gate", "mlp.experts", "gate_proj", "up_proj", "down_proj"};

Json json_of(const Kind& kind) {
    return {{"model_type", kind.type},    {"vocab_size", 256},           {"hidden_size", kHidden},
            {"intermediate_size", 16},    {"moe_intermediate_size", 16}, {"num_hidden_layers", 3},
            {"num_attention_heads", 3},   {"num_key_value_heads", 3},    {"num_local_experts", 6},
            {"num_experts", 6},           {"num_experts_per_tok", 2},    {"initializer_range", 0.3},
            {"router_aux_loss_coef", 0.5}};
}

std::unique_ptr<CausalModel> model_of(const Json& json) {
    auto model = random_model(*model_config_from_json(json, "config.json"), 5);
    for (auto& parameter : model->parameters())
        parameter.tensor->set_requires_grad(true);
    return model;
}

at::Tensor stream(std::uint64_t seed = 1) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty({kTokens, kHidden}).normal_(0.0, 1.0, generator).set_requires_grad(true);
}

/// Of no numbers where there is none, as of an expert that no token goes to.
at::Tensor gradient_of(const at::Tensor& tensor) {
    return tensor.grad().defined() ? tensor.grad() : at::zeros({0});
}

using Weights = std::map<std::string, at::Tensor>;

/// Of the second layer, by the names of the checkpoint. Copies that train by themselves.
Weights weights_of(CausalModel& model) {
    Weights weights;
    const std::string layer = "model.layers.1.";
    for (auto& parameter : model.parameters())
        if (parameter.info.name.starts_with(layer))
            weights[parameter.info.name.substr(layer.size())] =
                parameter.tensor->detach().clone().set_requires_grad(true);
    return weights;
}

/// Every expert computes every token; those that are not chosen count 0.
at::Tensor by_hand(const at::Tensor& x, const Weights& weights, const Kind& kind) {
    const auto of = [&](const std::string& module) { return weights.at(module + ".weight").t(); };
    const auto probabilities = at::softmax(at::mm(x, of(kind.router)), 1);
    const auto sorted = std::get<0>(at::sort(probabilities, 1, true));
    const auto counted = at::where(probabilities >= sorted.narrow(1, 1, 1), probabilities, at::zeros({1}));
    const auto each = kind.renormalizes ? counted / counted.sum(1, true) : counted;
    auto sum = at::zeros({x.size(0), kHidden});
    for (std::int64_t expert = 0; expert < each.size(1); ++expert) {
        const auto module = kind.experts + "." + std::to_string(expert) + ".";
        const auto inner = at::silu(at::mm(x, of(module + kind.gate))) * at::mm(x, of(module + kind.up));
        sum = sum + each.narrow(1, expert, 1) * at::mm(inner, of(module + kind.down));
    }
    return sum;
}

class ExpertMixtureTest : public testing::TestWithParam<Kind> {};

TEST_P(ExpertMixtureTest, IsTheWeightedSumOverAllExperts) {
    const auto& kind = GetParam();
    const auto model = model_of(json_of(kind));
    const auto weights = weights_of(*model);
    const auto ours = stream(), plain = stream(), seen_by = stream(2).detach();
    const auto found = model->block(1).experts->forward(ours, {});
    const auto expected = by_hand(plain, weights, kind);
    EXPECT_LE(relative_difference(found, expected), 2e-6);
    (found * seen_by).sum().backward();
    (expected * seen_by).sum().backward();
    EXPECT_LE(relative_difference(ours.grad(), plain.grad()), 1e-5);
    int compared = 0;
    for (auto& parameter : model->parameters()) {
        if (parameter.info.layer != 1 || !parameter.tensor->grad().defined())
            continue;
        const auto name = parameter.info.name.substr(std::string("model.layers.1.").size());
        EXPECT_LE(relative_difference(parameter.tensor->grad(), weights.at(name).grad()), 1e-5) << name;
        ++compared;
    }
    EXPECT_EQ(compared, 1 + 6 * 3);
}

TEST_P(ExpertMixtureTest, IsTheSameTwiceBitForBit) {
    std::vector<at::Tensor> first;
    for (int time = 0; time < 2; ++time) {
        const auto model = model_of(json_of(GetParam()));
        const auto x = stream();
        const auto out = model->block(1).experts->forward(x, {});
        out.square().sum().backward();
        std::vector<at::Tensor> all = {out, x.grad()};
        for (auto& parameter : model->parameters())
            if (parameter.tensor->grad().defined())
                all.push_back(parameter.tensor->grad());
        for (std::size_t i = 0; i < first.size(); ++i)
            EXPECT_TRUE(at::equal(all[i], first[i])) << i;
        first = std::move(all);
    }
}

TEST_P(ExpertMixtureTest, ExpertsThatNoTokenGoesToDoNotRun) {
    const auto model = model_of(json_of(GetParam()));
    auto& mixture = *model->block(1).experts;
    const auto x = at::ones({5, kHidden}).set_requires_grad(true);
    {
        const at::NoGradGuard no_gradients;
        mixture.router->weight.fill_(-1.0);
        mixture.router->weight.narrow(0, 2, 2).fill_(1.0);
    }
    mixture.forward(x, {}).sum().backward();
    for (std::size_t expert = 0; expert < mixture.experts.size(); ++expert)
        EXPECT_EQ(mixture.experts[expert].down->weight.grad().defined(), expert == 2 || expert == 3)
            << expert;
}

TEST_P(ExpertMixtureTest, NarrowTypesStayClose) {
    const auto batch = to_tensors(batch_of({11, 17}, 256));
    const auto loss = [&](at::ScalarType type) {
        const auto model = random_model(*model_config_from_json(json_of(GetParam()), "config.json"), 5);
        model->set_types({.compute = type});
        return task_loss(*model, batch, 1.0).item<double>();
    };
    const auto expected = loss(at::kFloat);
    EXPECT_NEAR(loss(at::kBFloat16), expected, 0.05 * expected);
    EXPECT_NEAR(loss(at::kHalf), expected, 0.02 * expected);
}

TEST_P(ExpertMixtureTest, UnevenUseCostsWhereTheConfigurationSaysSo) {
    const auto batch = batch_of({11, 17}, 256);
    auto json = json_of(GetParam());
    const auto without = model_of(json);
    json["output_router_logits"] = true;
    const auto with = model_of(json);
    std::vector<at::Tensor> router_logits;
    auto tensors = to_tensors(batch);
    tensors.context.router_logits = &router_logits;
    with->hidden_states(tensors.tokens, tensors.context);
    ASSERT_EQ(router_logits.size(), 3U);
    const auto rows = static_cast<double>(tensors.labels.size(0));
    const double expected = task_loss(*without, to_tensors(batch), 1.0 / rows).item<double>() +
                            0.5 * balance_loss(router_logits, 2).item<double>();
    EXPECT_NEAR(task_loss(*with, to_tensors(batch), 1.0 / rows).item<double>(), expected, 1e-5);
}

TEST_P(ExpertMixtureTest, ItHasTheSameGradientsWhereBlocksAreComputedAgain) {
    auto json = json_of(GetParam());
    json["output_router_logits"] = true;
    std::vector<at::Tensor> first;
    for (const std::int64_t blocks : {0, 1, 2}) {
        const auto model = model_of(json);
        auto tensors = to_tensors(batch_of({11, 17, 9}, 256));
        tensors.context.recompute_blocks = blocks;
        const auto loss = task_loss(*model, tensors, 0.1);
        loss.backward();
        std::vector<at::Tensor> all = {loss};
        for (auto& parameter : model->parameters())
            all.push_back(gradient_of(*parameter.tensor));
        for (std::size_t i = 0; i < first.size(); ++i)
            EXPECT_TRUE(at::equal(all[i], first[i])) << blocks << " " << i;
        first = std::move(all);
    }
}

TEST_P(ExpertMixtureTest, EachRouterHasTheGradientOfTheBalance) {
    auto json = json_of(GetParam());
    const auto without = model_of(json);
    json["output_router_logits"] = true;
    const auto with = model_of(json);
    const auto batch = batch_of({11, 17, 9}, 256);
    task_loss(*without, to_tensors(batch), 0.1).backward();
    task_loss(*with, to_tensors(batch), 0.1).backward();
    for (std::int64_t layer = 0; layer < 3; ++layer)
        EXPECT_GT(relative_difference(with->block(layer).experts->router->weight.grad(),
                                      without->block(layer).experts->router->weight.grad()),
                  1e-3)
            << layer;
}

INSTANTIATE_TEST_SUITE_P(All, ExpertMixtureTest, testing::Values(kMixtral, kQwen),
                         [](const auto& chosen) { return chosen.param.type; });

}  // namespace
}  // namespace tunebench
