// Linear scaling of rotary positions against a computation of its own, in double precision: no reference case
// has it.
#include <cmath>
#include <map>

#include <gtest/gtest.h>

#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

constexpr double kTheta = 100.0, kFactor = 2.5;
constexpr std::int64_t kHeads = 2, kVocabulary = 32;

ModelConfig config_with(const Json& scaling) {
    const Json json = {
        {"model_type", "llama"},         {"vocab_size", kVocabulary},     {"hidden_size", 16},
        {"intermediate_size", 24},       {"num_hidden_layers", 1},        {"num_attention_heads", kHeads},
        {"num_key_value_heads", kHeads}, {"max_position_embeddings", 64}, {"initializer_range", 0.4},
        {"rms_norm_eps", 1e-6},          {"rope_theta", kTheta},          {"rope_scaling", scaling},
        {"tie_word_embeddings", false}};
    return *model_config_from_json(json, "config.json");
}

/// A llama of one layer, written out.
class Llama {
public:
    explicit Llama(CausalModel& model) {
        for (const auto& parameter : model.parameters())
            weights_[parameter.info.name] = parameter.tensor->detach().to(at::kDouble);
    }

    at::Tensor logits(const at::Tensor& tokens) const {
        auto x = weight("model.embed_tokens").index_select(0, tokens);
        x = x + attention(normed(x, "model.layers.0.input_layernorm"));
        x = x + perceptron(normed(x, "model.layers.0.post_attention_layernorm"));
        return times(normed(x, "model.norm"), "lm_head");
    }

private:
    at::Tensor weight(const std::string& module) const { return weights_.at(module + ".weight"); }
    at::Tensor times(const at::Tensor& x, const std::string& module) const {
        return x.matmul(weight(module).t());
    }
    at::Tensor normed(const at::Tensor& x, const std::string& module) const {
        return x * (x.square().mean(-1, true) + 1e-6).rsqrt() * weight(module);
    }

    /// (heads, tokens, dimensions), each pair of dimensions turned by its share of position / factor.
    static at::Tensor turned(const at::Tensor& x) {
        const auto half = x.size(2) / 2;
        const auto exponents = at::arange(half, at::kDouble) / static_cast<double>(half);
        const auto positions = at::arange(x.size(1), at::kDouble) / kFactor;
        const auto angles = at::outer(positions, at::exp(exponents * -std::log(kTheta)));
        const auto first = x.narrow(2, 0, half), second = x.narrow(2, half, half);
        return at::cat(
            {first * angles.cos() - second * angles.sin(), second * angles.cos() + first * angles.sin()}, 2);
    }

    at::Tensor attention(const at::Tensor& x) const {
        const auto heads_of = [&](const std::string& name) {
            const auto values = times(x, "model.layers.0.self_attn." + name);
            return values.view({x.size(0), kHeads, -1}).transpose(0, 1);
        };
        const auto query = turned(heads_of("q_proj")), key = turned(heads_of("k_proj"));
        auto scores = query.matmul(key.transpose(1, 2)) / std::sqrt(static_cast<double>(query.size(2)));
        const auto later = at::ones({x.size(0), x.size(0)}, at::kBool).triu(1);
        scores = scores.masked_fill(later, -INFINITY);
        const auto read = scores.softmax(-1).matmul(heads_of("v_proj")).transpose(0, 1);
        return times(read.reshape({x.size(0), -1}), "model.layers.0.self_attn.o_proj");
    }

    at::Tensor perceptron(const at::Tensor& x) const {
        const auto gate = times(x, "model.layers.0.mlp.gate_proj");
        return times(gate * gate.sigmoid() * times(x, "model.layers.0.mlp.up_proj"),
                     "model.layers.0.mlp.down_proj");
    }

    std::map<std::string, at::Tensor> weights_ = {};
};

at::Tensor logits_of(const CausalModel& model, const Batch& batch) {
    const at::NoGradGuard no_gradients;
    const auto tensors = to_tensors(batch);
    return model.logits(model.hidden_states(tensors.tokens, tensors.context)).to(at::kDouble);
}

TEST(LinearRopeTest, ALlamaReadsItsTextAtPositionsDividedByTheFactor) {
    const auto model = random_model(config_with({{"type", "linear"}, {"factor", kFactor}}), 5);
    const auto batch = test::batch_of({20}, kVocabulary);
    const auto expected = Llama(*model).logits(to_tensors(batch).tokens);
    EXPECT_LE(test::relative_difference(logits_of(*model, batch), expected), 1e-4);
    const auto unscaled = random_model(config_with(nullptr), 5);
    EXPECT_GE(test::relative_difference(logits_of(*unscaled, batch), expected), 1e-2)
        << "the test would not see a scaling";
}

}  // namespace
}  // namespace tunebench
