// Whole runs in 16 bits: resumed to the bit, with a loss scale that finds its size, and what they tell.
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/tensor.h"
#include "core/engine/training/session_setup.h"
#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"
#include "core/run/precision_name.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

constexpr std::int64_t kSteps = 6;

struct Outcome {
    RunFinished finished = {};
    std::vector<StepDone> steps = {};
    std::map<std::string, at::Tensor> weights = {};
};

class PrecisionRun {
    test::TemporaryFolder folder_;

public:
    PrecisionRun() : config(test::tiny_run(folder_.path(), kSteps)) {
        config.general.threads = 1;
        config.data.validation.clear();
        config.budget.accumulation = 2;
        config.checkpoints = {.every = 1, .keep_last = 100, .keep_best = false};
        config.evaluation.samples = {};
    }

    void choose(const char* section_id, Selection& selection, const std::vector<ParamSpec>& specs) {
        selection = {.id = section_id, .params = {}};
        for (const auto& spec : specs)
            selection.params.set(spec.key, spec.default_value);
    }

    RunFolder new_folder() {
        return *RunFolder::create(folder_.path() / "runs",
                                  {.id = new_run_id(), .config = config, .created_at = timestamp_now()});
    }

    Outcome run(const RunFolder& folder, bool resume = false, std::int64_t stop_after = 0) {
        Outcome outcome;
        auto session = make_session(config, folder, resume);
        EXPECT_TRUE(session) << session.error().message;
        if (!session)
            return outcome;
        outcome.finished = (*session)->run([&](const RunEvent& event) {
            if (const auto* step = std::get_if<StepDone>(&event)) {
                outcome.steps.push_back(*step);
                if (step->step == stop_after)
                    (*session)->command(StopCommand{});
            }
        });
        if (const auto checkpoint = newest_valid_checkpoint(folder.checkpoints(), skipped_))
            outcome.weights = *read_tensors(checkpoint->folder / "weights.safetensors");
        return outcome;
    }

    Outcome run_fresh() { return run(new_folder()); }

    RunConfig config;

private:
    std::vector<std::string> skipped_;
};

void expect_equal(const Outcome& a, const Outcome& b) {
    ASSERT_EQ(a.weights.size(), b.weights.size());
    ASSERT_FALSE(a.weights.empty());
    for (const auto& [name, tensor] : a.weights)
        EXPECT_TRUE(at::equal(tensor, b.weights.at(name))) << name;
    EXPECT_EQ(a.steps.back().loss, b.steps.back().loss);
    EXPECT_EQ(a.steps.back().loss_scale, b.steps.back().loss_scale);
    EXPECT_EQ(a.steps.back().skipped_steps, b.steps.back().skipped_steps);
}

struct Combination {
    PrecisionSection precision = {};
    std::string optimizer = {};
    std::string states = {};
};

class EachCombination : public testing::TestWithParam<Combination>, public PrecisionRun {};

TEST_P(EachCombination, ResumesToTheBit) {
    config.precision = GetParam().precision;
    choose("full", config.method, find_method("full")->specs);
    choose(GetParam().optimizer.c_str(), config.optimizer, find_optimizer(GetParam().optimizer)->specs);
    if (!GetParam().states.empty())
        config.optimizer.params.set("states", GetParam().states);
    config.optimizer.params.set("learning_rate", 1e-3);
    for (const auto checkpointing : {GradientCheckpointing::Off, GradientCheckpointing::EveryBlock}) {
        config.budget.gradient_checkpointing = checkpointing;
        const auto whole = run_fresh();
        EXPECT_EQ(whole.finished.cause, ExitCause::Completed);
        const auto folder = new_folder();
        // Another cut for each combination.
        const auto cut =
            1 + static_cast<std::int64_t>(
                    std::hash<std::string>()(precision_name(config.precision) + config.optimizer.id) %
                    (kSteps - 1));
        run(folder, false, cut);
        expect_equal(run(folder, true), whole);
    }
}

std::vector<Combination> combinations() {
    using enum NumberType;
    std::vector<Combination> all;
    for (const auto& [weights, compute] : {std::pair{Fp32, Fp32},
                                           {Bf16, Bf16},
                                           {Fp16, Fp16},
                                           {Fp32, Bf16},
                                           {Fp32, Fp16},
                                           {Bf16, Fp32},
                                           {Fp16, Fp32}})
        for (const auto* optimizer : all_optimizers()) {
            const PrecisionSection precision{
                .weights = weights, .compute = compute, .stochastic_rounding = weights != Fp32};
            all.push_back({precision, std::string(optimizer->id), ""});
            if (std::ranges::find(optimizer->specs, "states", &ParamSpec::key) != optimizer->specs.end())
                for (const auto* states : {"8bit", "4bit"})
                    all.push_back({precision, std::string(optimizer->id), states});
        }
    return all;
}

INSTANTIATE_TEST_SUITE_P(PrecisionSessionTest, EachCombination, testing::ValuesIn(combinations()),
                         [](const auto& chosen) {
                             auto name = precision_name(chosen.param.precision) + "_" +
                                         chosen.param.optimizer + chosen.param.states;
                             std::ranges::replace_if(
                                 name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); },
                                 '_');
                             return name;
                         });

class PrecisionSessionTest : public testing::Test, public PrecisionRun {
protected:
    void compute_in(NumberType weights, NumberType compute) {
        config.precision.weights = weights;
        config.precision.compute = compute;
    }
};

TEST_F(PrecisionSessionTest, OnlyStepsIn16BitsTellOfThem) {
    EXPECT_FALSE(run_fresh().steps.back().loss_scale);
    compute_in(NumberType::Fp32, NumberType::Bf16);
    const auto bf16 = run_fresh();
    EXPECT_EQ(bf16.steps.back().loss_scale, 1.0);
    EXPECT_EQ(bf16.steps.back().skipped_steps, 0);
    EXPECT_EQ(bf16.steps.back().gradient_overflow, 0.0);
}

TEST_F(PrecisionSessionTest, WithoutALossScaleFp16LosesGradients) {
    compute_in(NumberType::Fp16, NumberType::Fp16);
    config.precision.loss_scale = 1.0;
    const auto plain = run_fresh();
    config.precision.loss_scale = 0.0;
    const auto scaled = run_fresh();
    EXPECT_GT(*plain.steps.back().gradient_underflow, 0.05);
    EXPECT_LT(*scaled.steps.back().gradient_underflow, 0.2 * *plain.steps.back().gradient_underflow);
    compute_in(NumberType::Bf16, NumberType::Bf16);
    EXPECT_LT(*run_fresh().steps.back().gradient_underflow, 0.01);
}

TEST_F(PrecisionSessionTest, ALossScaleThatIsTooLargeIsHalvedAndItsStepsAreLeftOut) {
    compute_in(NumberType::Fp32, NumberType::Fp16);
    config.budget.steps = 4;
    test::write_tiny_data(config.data.train.front().path, 64);
    // Weights that make gradients large.
    const auto file = std::filesystem::path(config.model.path) / "model.safetensors";
    auto tensors = *read_tensors(file);
    for (auto& [name, tensor] : tensors)
        if (name.find("norm") == std::string::npos)
            tensor.mul_(20.0);
    ASSERT_TRUE(write_tensors(file, {tensors.begin(), tensors.end()}, {{"format", "pt"}}));
    const auto outcome = run_fresh();
    EXPECT_EQ(outcome.finished.cause, ExitCause::Completed);
    const auto skipped = outcome.steps.front().skipped_steps.value_or(0);
    EXPECT_GT(skipped, 0);
    EXPECT_EQ(outcome.steps.front().loss_scale, 65536.0 / std::exp2(static_cast<double>(skipped)));
    for (const auto& [name, tensor] : outcome.weights)
        EXPECT_TRUE(tensor.isfinite().all().item<bool>()) << name;
}

TEST_F(PrecisionSessionTest, UpdatesInBackwardAreTheSameUpdates) {
    choose("full", config.method, find_method("full")->specs);
    config.optimizer.params.set("learning_rate", 1e-3);
    config.budget.accumulation = 1;
    config.budget.clip_norm = 0.0;
    const auto after = run_fresh();
    config.budget.update_in_backward = true;
    expect_equal(run_fresh(), after);
    config.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
    expect_equal(run_fresh(), after);
}

TEST_F(PrecisionSessionTest, StochasticRoundingKeepsWhatTheNearestLoses) {
    choose("full", config.method, find_method("full")->specs);
    compute_in(NumberType::Bf16, NumberType::Bf16);
    // An update far below the distance of bf16 numbers.
    config.optimizer = {.id = "sgd", .params = {}};
    config.optimizer.params.set("learning_rate", 1e-3);
    const auto before = *read_tensors(std::filesystem::path(config.model.path) / "model.safetensors");
    const auto changed = [&] {
        std::int64_t count = 0;
        for (const auto& [name, tensor] : run_fresh().weights)
            if (tensor.dim() > 1)
                count += tensor.to(at::kFloat)
                             .ne(before.at(name).to(at::kBFloat16).to(at::kFloat))
                             .sum()
                             .item<std::int64_t>();
        return count;
    };
    const auto nearest = changed();
    config.precision.stochastic_rounding = true;
    EXPECT_GT(changed(), 2 * nearest + 10);
}

TEST_F(PrecisionSessionTest, GradientsKeptInAnotherTypeChangeTheRunALittle) {
    choose("full", config.method, find_method("full")->specs);
    config.optimizer.params.set("learning_rate", 1e-3);
    const auto wide = run_fresh();
    config.precision.gradients = GradientType::Bf16;
    const auto narrow = run_fresh();
    EXPECT_NE(narrow.steps.back().loss, wide.steps.back().loss);
    EXPECT_NEAR(narrow.steps.back().loss, wide.steps.back().loss, 0.02 * wide.steps.back().loss);
}

}  // namespace
}  // namespace tunebench
