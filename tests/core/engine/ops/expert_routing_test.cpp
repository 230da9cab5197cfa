// Routing against loops over tokens, and its gradients against finite differences.
#include "core/engine/ops/expert_routing.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "core/engine/tensor.h"

namespace tunebench {
namespace {

constexpr std::int64_t kTokens = 7, kExperts = 5, kWidth = 4, kChosen = 2;

at::Tensor drawn(at::IntArrayRef sizes, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes, at::kDouble).normal_(0.0, 1.0, generator);
}

/// The experts of a token, the likeliest first.
std::vector<std::int64_t> chosen_by_hand(const at::Tensor& logits, std::int64_t token) {
    std::vector<std::int64_t> experts(kExperts);
    std::iota(experts.begin(), experts.end(), 0);
    std::ranges::sort(experts, std::ranges::greater{},
                      [&](std::int64_t expert) { return logits[token][expert].item<double>(); });
    experts.resize(kChosen);
    return experts;
}

/// Each expert multiplies by its number + 1.
at::Tensor through_experts(const at::Tensor& x, const at::Tensor& logits, bool renormalizes) {
    const auto routing = route(logits, kChosen, renormalizes);
    const auto inputs = dispatched(x, routing).split_with_sizes(routing.counts, 0);
    std::vector<at::Tensor> results;
    for (std::size_t expert = 0; expert < inputs.size(); ++expert)
        results.push_back(inputs[expert] * (static_cast<double>(expert) + 1.0));
    return combined(at::cat(results, 0), routing);
}

TEST(ExpertRoutingTest, SendsEachTokenToItsLikeliestExpertsAndBack) {
    const auto x = drawn({kTokens, kWidth}, 1), logits = drawn({kTokens, kExperts}, 2);
    for (const bool renormalizes : {false, true}) {
        const auto found = through_experts(x, logits, renormalizes);
        const auto probabilities = logits.exp() / logits.exp().sum(1, true);
        for (std::int64_t token = 0; token < kTokens; ++token) {
            double factor = 0.0, sum = 0.0;
            for (const auto expert : chosen_by_hand(logits, token)) {
                const auto probability = probabilities[token][expert].item<double>();
                factor += probability * (static_cast<double>(expert) + 1.0);
                sum += probability;
            }
            const auto expected = x[token] * (renormalizes ? factor / sum : factor);
            EXPECT_TRUE(at::allclose(found[token], expected, 1e-12, 1e-12)) << token;
        }
    }
}

TEST(ExpertRoutingTest, CountsWhereTokensGo) {
    const auto logits = drawn({kTokens, kExperts}, 2);
    std::vector<std::int64_t> expected(kExperts);
    for (std::int64_t token = 0; token < kTokens; ++token)
        for (const auto expert : chosen_by_hand(logits, token))
            ++expected[static_cast<std::size_t>(expert)];
    EXPECT_EQ(route(logits, kChosen, true).counts, expected);
}

TEST(ExpertRoutingTest, NarrowLogitsHaveProbabilitiesInFp32) {
    const auto logits = drawn({kTokens, kExperts}, 2).to(at::kBFloat16);
    const auto routing = route(logits, kExperts, false);
    EXPECT_EQ(routing.weights.scalar_type(), at::kFloat);
    EXPECT_TRUE(at::allclose(routing.weights.sum(1), at::ones({kTokens}), 1e-6, 1e-6));
}

TEST(ExpertRoutingTest, GradientsAreThoseOfFiniteDifferences) {
    constexpr double kStep = 1e-6;
    for (const bool renormalizes : {false, true}) {
        const std::vector<at::Tensor> inputs = {drawn({kTokens, kWidth}, 1).set_requires_grad(true),
                                                drawn({kTokens, kExperts}, 2).set_requires_grad(true)};
        const auto weights = drawn({kTokens, kWidth}, 3);
        const auto value = [&] {
            return (through_experts(inputs[0], inputs[1], renormalizes) * weights).sum();
        };
        value().backward();
        const at::NoGradGuard no_gradients;
        for (const auto& input : inputs) {
            auto flat = input.detach().view({-1});
            for (std::int64_t i = 0; i < flat.numel(); ++i) {
                const auto before = flat[i].item<double>();
                flat[i] = before + kStep;
                const auto above = value().item<double>();
                flat[i] = before - kStep;
                const auto below = value().item<double>();
                flat[i] = before;
                EXPECT_NEAR(input.grad().view({-1})[i].item<double>(), (above - below) / (2 * kStep), 1e-7);
            }
        }
    }
}

/// Sums over tokens one by one, as the paper writes them.
double balance_by_hand(const std::vector<at::Tensor>& layers) {
    std::vector<double> shares(kExperts), means(kExperts);
    const auto rows = static_cast<double>(kTokens * std::ssize(layers));
    for (const auto& logits : layers)
        for (std::int64_t token = 0; token < kTokens; ++token) {
            for (const auto expert : chosen_by_hand(logits, token))
                shares[static_cast<std::size_t>(expert)] += 1.0 / rows;
            const auto exponentials = logits[token].exp();
            for (std::size_t expert = 0; expert < shares.size(); ++expert)
                means[expert] +=
                    (exponentials[static_cast<std::int64_t>(expert)] / exponentials.sum()).item<double>() /
                    rows;
        }
    return static_cast<double>(kExperts) *
           std::inner_product(shares.begin(), shares.end(), means.begin(), 0.0);
}

TEST(ExpertRoutingTest, BalanceIsOfAllLayersTogether) {
    const std::vector<at::Tensor> layers = {drawn({kTokens, kExperts}, 5), drawn({kTokens, kExperts}, 6)};
    EXPECT_NEAR(balance_loss(layers, kChosen).item<double>(), balance_by_hand(layers), 1e-12);
    // Even use of all, whichever they are, costs as much as a token has experts.
    EXPECT_NEAR(balance_loss({at::zeros({kTokens, kExperts})}, kChosen).item<double>(), kChosen, 1e-6);
}

TEST(ExpertRoutingTest, TheGradientOfTheBalanceTakesSharesForConstant) {
    constexpr double kStep = 1e-6;
    const auto logits = drawn({kTokens, kExperts}, 5).set_requires_grad(true);
    balance_loss({logits}, kChosen).backward();
    const at::NoGradGuard no_gradients;
    auto flat = logits.detach().view({-1});
    for (std::int64_t i = 0; i < flat.numel(); ++i) {
        const auto before = flat[i].item<double>();
        flat[i] = before + kStep;
        const auto above = balance_by_hand({logits});
        flat[i] = before - kStep;
        const auto below = balance_by_hand({logits});
        flat[i] = before;
        EXPECT_NEAR(logits.grad().view({-1})[i].item<double>(), (above - below) / (2 * kStep), 1e-7);
    }
}

}  // namespace
}  // namespace tunebench
