// Ten steps of a tiny model under every precision, optimizer, checkpointing and accumulation, held against
// fp32.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/engine/memory/meter.h"
#include "core/engine/models/weight_loader.h"
#include "core/engine/tensor.h"
#include "core/engine/training/train_step.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"
#include "core/optimizers/optimizer.h"
#include "core/run/precision_name.h"
#include "tests/core/engine/test_device.h"

namespace tunebench {
namespace {

constexpr int kSteps = 10;
constexpr int kSequences = 4;
constexpr int kLength = 128;
constexpr std::uint64_t kSeed = 3;

struct Case {
    PrecisionSection precision = {};
    std::string optimizer = "adamw";
    std::string states = "";
    std::string method = "full";
};

struct Way {
    bool recomputes = false;
    bool accumulates = false;
};

struct Outcome {
    std::vector<double> losses = {};
    std::vector<at::Tensor> weights = {};
    std::uint64_t peak = 0;  // of forward and backward, beyond what there was before
};

PrecisionSection precision(NumberType weights, NumberType compute) {
    return {.weights = weights, .compute = compute};
}

std::vector<PrecisionSection> narrow_precisions() {
    using enum NumberType;
    return {precision(Bf16, Bf16), precision(Fp16, Fp16), precision(Fp32, Bf16),
            precision(Fp32, Fp16), precision(Bf16, Fp32), precision(Fp16, Fp32)};
}

std::vector<std::pair<std::string, std::string>> optimizers() {
    std::vector<std::pair<std::string, std::string>> all;
    for (const auto* optimizer : all_optimizers()) {
        all.emplace_back(optimizer->id, "");
        if (std::ranges::find(optimizer->specs, "states", &ParamSpec::key) != optimizer->specs.end())
            for (const auto* states : {"8bit", "4bit"})
                all.emplace_back(optimizer->id, states);
    }
    return all;
}

Selection optimizer_of(const Case& chosen) {
    Selection selection{.id = chosen.optimizer};
    for (const auto& spec : find_optimizer(chosen.optimizer)->specs)
        selection.params.set(spec.key, spec.default_value);
    if (!chosen.states.empty())
        selection.params.set("states", chosen.states);
    return selection;
}

Selection method_of(const Case& chosen) {
    Selection selection{.id = chosen.method};
    for (const auto& spec : find_method(chosen.method)->specs)
        selection.params.set(spec.key, spec.default_value);
    return selection;
}

double rate_of(const Case& chosen) {
    if (chosen.method == "loreft")
        return 5e-2;  // it changes a few positions of each sequence
    const auto& id = chosen.optimizer;
    return id == "sgd" ? 0.3 : id == "lion" ? 3e-4 : id == "adafactor" ? 3e-3 : 3e-3;
}

/// Sequences [first, last) of those that every case reads.
Batch sequences(int first, int last, std::int64_t vocabulary) {
    Batch batch;
    for (int sequence = first; sequence < last; ++sequence) {
        Random random(static_cast<std::uint64_t>(sequence) + 17);
        batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
        batch.prompt_lengths.push_back(kLength / 2);
        batch.first_labels.push_back(kIgnored);
        for (int i = 0; i < kLength; ++i) {
            batch.tokens.push_back(
                static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(vocabulary))));
            batch.positions.push_back(i);
        }
        for (int i = 1; i < kLength; ++i)
            batch.labels.push_back(batch.tokens[batch.tokens.size() - kLength + static_cast<std::size_t>(i)]);
        batch.labels.push_back(kIgnored);
    }
    batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    batch.supervised_tokens = (last - first) * (kLength - 1);
    return batch;
}

std::vector<Batch> batches_of(bool accumulates, std::int64_t vocabulary) {
    std::vector<Batch> batches;
    for (int i = 0; accumulates && i < kSequences; ++i)
        batches.push_back(sequences(i, i + 1, vocabulary));
    if (!accumulates)
        batches.push_back(sequences(0, kSequences, vocabulary));
    return batches;
}

Outcome trained(const Case& chosen, const Way& way) {
    const auto shape = *shape_config("tiny");
    const auto types = *stored_types(shape, method_of(chosen), chosen.precision);
    const auto device = test::test_device();
    auto model = random_model(shape, kSeed, {}, types);
    model->move_to(device);
    auto trainee =
        *make_trainee(std::move(model), method_of(chosen), optimizer_of(chosen), kSeed, chosen.precision);
    const auto batches = batches_of(way.accumulates, shape.vocab_size);
    const StepSettings settings{.recompute_blocks = way.recomputes,
                                .loss_scale = chosen.precision.compute == NumberType::Fp16 ? 1024.0 : 1.0};
    Outcome outcome;
    const auto before = read_meter(device).current_bytes;
    for (int step = 1; step <= kSteps; ++step) {
        reset_peak(device);
        const auto result = train_step(trainee, batches, {.step = step, .learning_rate = rate_of(chosen)},
                                       settings, [&](std::string_view phase) {
                                           if (phase == "backward" && step == kSteps)
                                               outcome.peak = read_meter(device).peak_bytes - before;
                                       });
        EXPECT_TRUE(result.is_finite);
        outcome.losses.push_back(result.loss);
    }
    for (const auto& parameter : trainee.parameters)
        outcome.weights.push_back(parameter.tensor.detach());
    return outcome;
}

class EachPrecision : public testing::TestWithParam<Case> {
protected:
    static void SetUpTestSuite() {
        install_meter();
        set_threads(1);  // a second has nothing to do on a model this small
    }
};

TEST_P(EachPrecision, LearnsAsInFp32) {
    auto wide = GetParam();
    wide.precision = {};
    wide.states = "";
    const auto reference = trained(wide, {}), outcome = trained(GetParam(), {});
    EXPECT_LT(outcome.losses.back(), outcome.losses.front());
    const double bound = GetParam().states.empty() ? 0.02 : 0.05;
    EXPECT_NEAR(outcome.losses.back(), reference.losses.back(), bound * reference.losses.back());
}

TEST_P(EachPrecision, RecomputingChangesMemoryAndNoBit) {
    for (const bool accumulates : {false, true}) {
        const auto kept = trained(GetParam(), {.accumulates = accumulates});
        const auto again = trained(GetParam(), {.recomputes = true, .accumulates = accumulates});
        for (std::size_t i = 0; i < kept.weights.size(); ++i)
            EXPECT_TRUE(at::equal(kept.weights[i], again.weights[i])) << i;
        EXPECT_EQ(kept.losses, again.losses);
        // Behind the first intervention of LoReFT there is one block of two: it alone would be kept, and is
        // all there while it is computed again.
        if (GetParam().method != "loreft") {
            EXPECT_LT(again.peak, kept.peak);
        }
    }
}

TEST_P(EachPrecision, AccumulatingChangesMemoryAndHardlyAnythingElse) {
    const auto whole = trained(GetParam(), {}), parts = trained(GetParam(), {.accumulates = true});
    const bool is_wide = GetParam().precision == PrecisionSection{};
    const double bound = is_wide && GetParam().states.empty() ? 1e-6
                         : GetParam().states.empty()          ? 0.02
                                                              : 0.05;
    EXPECT_NEAR(parts.losses.back(), whole.losses.back(), bound * whole.losses.back());
    EXPECT_LT(parts.peak, whole.peak);
}

std::vector<Case> all_cases() {
    auto precisions = narrow_precisions();
    precisions.insert(precisions.begin(), PrecisionSection{});
    std::vector<Case> cases;
    for (const auto& one : precisions)
        for (const auto& [optimizer, states] : optimizers())
            cases.push_back({.precision = one, .optimizer = optimizer, .states = states});
    for (const auto* method : all_methods())
        if (method->id != "full")
            for (const auto& one : precisions)
                cases.push_back({.precision = one, .method = std::string(method->id)});
    return cases;
}

INSTANTIATE_TEST_SUITE_P(TrainingMatrixTest, EachPrecision, testing::ValuesIn(all_cases()),
                         [](const auto& chosen) {
                             auto name = chosen.param.method + "_" + precision_name(chosen.param.precision) +
                                         "_" + chosen.param.optimizer + chosen.param.states;
                             std::ranges::replace_if(
                                 name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); },
                                 '_');
                             return name;
                         });

}  // namespace
}  // namespace tunebench
