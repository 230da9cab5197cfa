// Every setting of a run has its effect.
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "tests/core/engine/training/session_fixture.h"

namespace tunebench {
namespace {

/// A setting that a run must feel.
struct Knob {
    const char* name;
    std::function<void(RunConfig&)> turn;
};

class SettingsSessionTest : public test::SessionFixture, public testing::WithParamInterface<Knob> {};

TEST_P(SettingsSessionTest, ChangesTheResult) {
    const auto before = run_fresh();
    GetParam().turn(config_);
    EXPECT_NE(run_fresh().weights, before.weights);
}

void method(RunConfig& config, const char* key, ParamValue value) {
    config.method.params.set(key, std::move(value));
}

void optimizer(RunConfig& config, const char* key, ParamValue value) {
    config.optimizer.params.set(key, std::move(value));
}

const Knob kKnobs[] = {
    {"seed", [](RunConfig& c) { c.general.seed = 7; }},
    {"rank", [](RunConfig& c) { method(c, "rank", 3); }},
    {"alpha", [](RunConfig& c) { method(c, "alpha", 5.0); }},
    {"dropout", [](RunConfig& c) { method(c, "dropout", 0.5); }},
    {"targets", [](RunConfig& c) { method(c, "targets", "attention"); }},
    {"rank_stabilized", [](RunConfig& c) { method(c, "rank_stabilized", true); }},
    {"learning_rate", [](RunConfig& c) { optimizer(c, "learning_rate", 3e-3); }},
    {"weight_decay", [](RunConfig& c) { optimizer(c, "weight_decay", 0.5); }},
    {"eps", [](RunConfig& c) { optimizer(c, "eps", 1e-3); }},
    {"betas",
     [](RunConfig& c) {
         optimizer(c, "betas", ParamList{0.5, 0.9});
     }},
    {"schedule", [](RunConfig& c) { c.schedule.id = "linear"; }},
    {"warmup_ratio", [](RunConfig& c) { c.schedule.params.set("warmup_ratio", 0.5); }},
    {"minimum", [](RunConfig& c) { c.schedule.params.set("minimum", 0.5); }},
    {"batch_size",
     [](RunConfig& c) {
         c.budget.batch_size = 1;
         c.data.packing = false;
     }},
    {"accumulation", [](RunConfig& c) { c.budget.accumulation = 2; }},
    {"clip_norm",
     [](RunConfig& c) {
         c.budget.clip_norm = 1e-3;
         optimizer(c, "eps", 1e-2);
     }},
    {"steps", [](RunConfig& c) { c.budget.steps = 4; }},
    {"max_length", [](RunConfig& c) { c.data.max_length = 12; }},
    {"loss_on", [](RunConfig& c) { c.data.loss_on = LossOn::All; }},
    {"neftune_alpha", [](RunConfig& c) { c.regularization.neftune_alpha = 10.0; }},
    {"label_smoothing", [](RunConfig& c) { c.regularization.label_smoothing = 0.2; }},
    {"z_loss", [](RunConfig& c) { c.regularization.z_loss = 0.1; }},
    {"ema_decay", [](RunConfig& c) { c.regularization.ema_decay = 0.9; }},
};

INSTANTIATE_TEST_SUITE_P(Knobs, SettingsSessionTest, testing::ValuesIn(kKnobs),
                         [](const auto& chosen) { return std::string(chosen.param.name); });

}  // namespace
}  // namespace tunebench
