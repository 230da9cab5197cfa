// FakeTraining: what the fake engine trains instead of a model: four numbers that approach a target with some
// noise. Small, and yet everything a resume can get wrong: weights, momentum, a random stream, the best loss.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>

#include "core/base/random.h"
#include "core/base/result.h"

namespace tunebench::test {

struct FakeState {
    std::int64_t step = 0;
    std::array<double, 4> weights = {};
    std::array<double, 4> momentum = {};
    RandomState random = {};
    double best_loss = std::numeric_limits<double>::infinity();
    std::int64_t best_step = 0;
    std::int64_t evaluations_without_gain = 0;
    double elapsed_seconds = 0.0;
    // Where somebody changed the run's own:
    std::optional<double> learning_rate = {};
    std::optional<std::int64_t> evaluation_every = {};
};

FakeState initial_fake_state(std::int64_t seed);

/// One step; its loss.
double train_step(FakeState& state, double learning_rate);

/// The loss without noise.
double validation_loss(const FakeState& state);

/// state.json and weights.json. Every bit comes back.
Result<void> save_fake_state(const FakeState& state, const std::filesystem::path& folder);
Result<FakeState> load_fake_state(const std::filesystem::path& folder);

/// Only the weights: the result of a run.
Result<void> save_fake_weights(const FakeState& state, const std::filesystem::path& folder);

}  // namespace tunebench::test
