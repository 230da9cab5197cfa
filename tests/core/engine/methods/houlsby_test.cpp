// Every option of bottleneck adapters does what it says.
#include <gtest/gtest.h>

#include "core/methods/houlsby/layer.h"
#include "tests/core/engine/methods/attached_model.h"

namespace tunebench::houlsby {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::relative_difference;

constexpr std::int64_t kTokens = 5, kHidden = 8, kInner = 3;
constexpr double kSame = 1e-6;

at::Tensor random_tensor(at::IntArrayRef shape, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(shape).normal_(0.0, 1.0, generator);
}

class HoulsbyTest : public testing::Test {
protected:
    at::Tensor applied(const Settings& settings, const ForwardContext& context = {}) const {
        return Adapter(weights_, settings, 0).apply(branch_, residual_, nullptr, context);
    }
    /// W_up f(W_down x + b_down) + b_up with f given.
    at::Tensor adapted(const at::Tensor& x, const std::function<at::Tensor(at::Tensor)>& activation) const {
        return at::matmul(activation(at::matmul(x, weights_.down.t()) + weights_.down_bias),
                          weights_.up.t()) +
               weights_.up_bias;
    }

    Weights weights_{.down = random_tensor({kInner, kHidden}, 1),
                     .down_bias = random_tensor({kInner}, 2),
                     .up = random_tensor({kHidden, kInner}, 3),
                     .up_bias = random_tensor({kHidden}, 4)};
    at::Tensor branch_ = random_tensor({kTokens, kHidden}, 5);
    at::Tensor residual_ = random_tensor({kTokens, kHidden}, 6);
};

at::Tensor swish(const at::Tensor& x) {
    return x * at::sigmoid(x);
}

TEST_F(HoulsbyTest, EachVariantReadsItsInput) {
    EXPECT_LE(relative_difference(applied({.variant = Variant::Houlsby}), branch_ + adapted(branch_, swish)),
              kSame);
    EXPECT_LE(relative_difference(applied({.variant = Variant::Pfeiffer}),
                                  branch_ + adapted(branch_ + residual_, swish)),
              kSame);
    EXPECT_LE(
        relative_difference(applied({.variant = Variant::Parallel}), branch_ + adapted(residual_, swish)),
        kSame);
}

TEST_F(HoulsbyTest, EachActivationIsItsFunction) {
    const std::vector<std::pair<Nonlinearity, std::function<at::Tensor(at::Tensor)>>> functions = {
        {Nonlinearity::Swish, swish},
        {Nonlinearity::Relu, [](const at::Tensor& x) { return at::clamp_min(x, 0); }},
        {Nonlinearity::Gelu, [](const at::Tensor& x) { return x * 0.5 * (1 + at::erf(x / std::sqrt(2.0))); }},
        {Nonlinearity::GeluTanh,
         [](const at::Tensor& x) {
             return 0.5 * x * (1 + at::tanh(std::sqrt(2.0 / M_PI) * (x + 0.044715 * x * x * x)));
         }},
        {Nonlinearity::Tanh, [](const at::Tensor& x) { return at::tanh(x); }}};
    for (const auto& [activation, function] : functions)
        EXPECT_LE(
            relative_difference(applied({.activation = activation}), branch_ + adapted(branch_, function)),
            kSame)
            << static_cast<int>(activation);
}

TEST_F(HoulsbyTest, ScalingMultipliesWhatIsAdded) {
    EXPECT_LE(relative_difference(applied({.scaling = 4.0}), branch_ + 4.0 * adapted(branch_, swish)), kSame);
}

TEST_F(HoulsbyTest, DropoutIsOnWhatIsAddedAndOnlyWhileTraining) {
    const Settings settings{.dropout = 0.5};
    EXPECT_TRUE(at::equal(applied(settings), applied({})));
    ForwardContext training;
    training.training = true;
    training.dropout_seed = 1;
    const auto added = applied(settings, training) - branch_;
    const auto whole = adapted(branch_, swish);
    const auto dropped = added.abs() < 1e-5;
    const auto count = dropped.sum().item<std::int64_t>();
    EXPECT_GT(count, 0);
    EXPECT_LT(count, whole.numel());
    EXPECT_LE(relative_difference(added, at::where(dropped, at::zeros_like(whole), 2.0 * whole)), 1e-5);
    EXPECT_TRUE(at::equal(applied(settings, training), applied(settings, training)));
}

TEST_F(HoulsbyTest, InitialisationsAreThePublishedOnes) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto paper = initial_weights(Initialization::Paper, 64, 512, generator);
    for (const auto& matrix : {paper.down, paper.up}) {
        EXPECT_LE(matrix.abs().max().item<double>(), 2e-2);
        EXPECT_NEAR(matrix.std().item<double>(), 0.8796e-2, 2e-4);  // of a normal one cut at 2 deviations
        EXPECT_NEAR(matrix.mean().item<double>(), 0.0, 2e-4);
    }
    const auto bert = initial_weights(Initialization::AdapterHub, 64, 512, generator);
    EXPECT_NEAR(bert.down.std().item<double>(), 0.02, 4e-4);
    EXPECT_NEAR(bert.up.std().item<double>(), 0.02, 4e-4);
    EXPECT_GT(bert.up.abs().max().item<double>(), 0.06);
    const auto mam = initial_weights(Initialization::Mam, 64, 512, generator);
    EXPECT_EQ(mam.up.abs().max().item<double>(), 0.0);
    EXPECT_LE(mam.down.abs().max().item<double>(), 1.0 / std::sqrt(512.0));
    EXPECT_NEAR(mam.down.std().item<double>(), 1.0 / std::sqrt(3.0 * 512.0), 4e-4);
    for (const auto& weights : {paper, bert, mam}) {
        EXPECT_EQ(weights.down_bias.abs().max().item<double>(), 0.0);
        EXPECT_EQ(weights.up_bias.abs().max().item<double>(), 0.0);
    }
}

ParamMap params(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap map;
    for (const auto& [key, value] : entries)
        map.set(key, value);
    return map;
}

double change_at_start(const ParamMap& map) {
    const auto batch = batch_of({9, 6}, 512);
    const AttachedModel subject(*find_method("houlsby"), map);
    const auto tensors = to_tensors(batch);
    const auto base = random_model(*shape_config("tiny"), 7);
    const at::NoGradGuard no_gradients;
    return relative_difference(subject.logits(batch),
                               base->logits(base->hidden_states(tensors.tokens, tensors.context)));
}

TEST_F(HoulsbyTest, StartsNearOrAtTheBaseModel) {
    for (const auto* variant : {"houlsby", "pfeiffer", "parallel"})
        EXPECT_EQ(change_at_start(params({{"variant", variant}, {"initialization", "mam"}})), 0.0) << variant;
    EXPECT_EQ(change_at_start(params({{"variant", "parallel"}})), 0.0);
    const auto paper = change_at_start({});
    EXPECT_GT(paper, 0.0);
    EXPECT_LT(paper, 1e-2);
    EXPECT_GT(change_at_start(params({{"initialization", "adapterhub"}})), paper);
}

TEST_F(HoulsbyTest, TrainedLayerNormsHaveGradientsAndOthersHaveNone) {
    const auto batch = batch_of({9, 6}, 512);
    for (const bool train : {false, true}) {
        AttachedModel subject(*find_method("houlsby"), params({{"train_layer_norms", train}}), "tiny-gpt2");
        subject.loss(batch).backward();
        int norms = 0;
        for (const auto& parameter : subject.model->parameters()) {
            const bool is_norm = parameter.info.role == ParameterRole::NormWeight ||
                                 parameter.info.role == ParameterRole::NormBias;
            EXPECT_EQ(parameter.tensor->grad().defined(), train && is_norm) << parameter.info.name;
            norms += is_norm;
        }
        EXPECT_EQ(norms, 2 * (2 * 2 + 1));  // weight and bias; two a block and the last
    }
}

TEST_F(HoulsbyTest, EachVariantStandsAtItsSites) {
    const auto tensors = [](const char* variant) {
        return AttachedModel(*find_method("houlsby"), params({{"variant", variant}})).parameters.size();
    };
    EXPECT_EQ(tensors("houlsby"), 2U * 2 * 4);
    EXPECT_EQ(tensors("pfeiffer"), 2U * 4);
    EXPECT_EQ(tensors("parallel"), 2U * 4);
}

}  // namespace
}  // namespace tunebench::houlsby
