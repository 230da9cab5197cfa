// Methods on models with experts: names, exports, codes, memory, and going on after a stop.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "core/engine/memory/meter.h"
#include "core/engine/training/train_step.h"
#include "core/formats/safetensors.h"
#include "core/memory/estimate.h"
#include "core/optimizers/optimizer.h"
#include "core/run/selection.h"
#include "tests/core/engine/exporting/export_bench.h"

namespace tunebench {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::defaults_of;
using test::ExportBench;

Json mixtral_json() {
    return test::with(test::llama_json(), {{"architectures", {"MixtralForCausalLM"}},
                                           {"model_type", "mixtral"},
                                           {"num_local_experts", 4},
                                           {"num_experts_per_tok", 2}});
}

Json qwen3_moe_json() {
    return test::with(test::llama_json(), {{"architectures", {"Qwen3MoeForCausalLM"}},
                                           {"model_type", "qwen3_moe"},
                                           {"head_dim", 8},
                                           {"num_experts", 4},
                                           {"moe_intermediate_size", 48},
                                           {"mlp_only_layers", {0}},
                                           {"num_experts_per_tok", 2}});
}

std::set<std::string> lora_names(const Json& config, const ParamList& targets) {
    auto params = defaults_of(*find_method("lora"));
    if (!targets.empty())
        params.set("targets", targets);
    const auto plan = find_method("lora")->plan(*model_config_from_json(config, "config.json"), params);
    EXPECT_TRUE(plan) << plan.error().message;
    std::set<std::string> names;
    for (const auto& tensor : plan->tensors)
        names.insert(tensor.name);
    return names;
}

TEST(ExpertsTest, LoraAdaptsThemByTheNamesThatPeftUses) {
    const std::string layer = "base_model.model.model.layers.1.";
    const auto all = lora_names(mixtral_json(), {});
    EXPECT_TRUE(all.contains(layer + "block_sparse_moe.experts.3.w2.lora_A.weight"));
    EXPECT_TRUE(all.contains(layer + "block_sparse_moe.gate.lora_B.weight"));
    EXPECT_TRUE(all.contains(layer + "self_attn.q_proj.lora_A.weight"));
    EXPECT_EQ(all.size(), 2U * 2 * (4 + 1 + 4 * 3));
    const auto some = lora_names(mixtral_json(), {"w1", "w3"});
    EXPECT_EQ(some.size(), 2U * 2 * 4 * 2);
    EXPECT_TRUE(some.contains(layer + "block_sparse_moe.experts.0.w3.lora_A.weight"));
    const auto routers = lora_names(qwen3_moe_json(), {"gate"});
    EXPECT_EQ(routers,
              (std::set<std::string>{layer + "mlp.gate.lora_A.weight", layer + "mlp.gate.lora_B.weight"}));
    EXPECT_EQ(lora_names(qwen3_moe_json(), {"down_proj"}).size(), 2U * (1 + 4));
    EXPECT_EQ(lora_names(qwen3_moe_json(), {"experts.2.up_proj"}).size(), 2U);
}

TEST(ExpertsTest, ExportsGiveTheTrainedModelBack) {
    for (const auto& config : {mixtral_json(), qwen3_moe_json()})
        for (const auto& [method, format] : {std::pair{"lora", "peft"},
                                             {"lora", "merged"},
                                             {"dora", "peft"},
                                             {"ia3", "peft"},
                                             {"full", "merged"}}) {
            ExportBench bench(config, method);
            bench.write(format);
            EXPECT_LE(bench.difference(format), 2e-5) << method << " " << format;
        }
}

TEST(ExpertsTest, MergedModelsHaveTheTensorsOfTheBase) {
    ExportBench bench(qwen3_moe_json());
    bench.write("merged");
    const auto names = SafetensorsSet::open(bench.out())->names();
    EXPECT_EQ(std::set(names.begin(), names.end()), [&] {
        const auto base = SafetensorsSet::open(bench.model_folder())->names();
        return std::set(base.begin(), base.end());
    }());
    const auto config = load_model_config(bench.out());
    ASSERT_TRUE(config) << config.error().message;
    EXPECT_EQ(*config->experts, *bench.model().config().experts);
}

TEST(ExpertsTest, GgufHasNoAdaptersOfSingleExperts) {
    ExportBench bench(mixtral_json());
    const auto possible = bench.check("gguf-adapter");
    ASSERT_FALSE(possible);
    EXPECT_NE(possible.error().message.find("single experts"), std::string::npos) << possible.error().message;
}

TEST(ExpertsTest, CodesAreOfExpertsAndNotOfRouters) {
    const auto model =
        random_model(*model_config_from_json(mixtral_json(), "test"), 7, {.type = QuantizationType::Nf4});
    for (const auto* projection : model->projections()) {
        const auto role = projection->info().role;
        EXPECT_EQ(projection->quantized.has_value(),
                  role != ProjectionRole::Head && role != ProjectionRole::Router)
            << projection->info().path;
    }
}

class ExpertMemory : public testing::TestWithParam<std::tuple<const char*, GradientCheckpointing>> {};

TEST_P(ExpertMemory, IsAsEstimated) {
    constexpr std::int64_t kRows = 4, kLength = 128;
    const auto [method, checkpointing] = GetParam();
    const auto shape = *model_config_from_json(
        test::with(mixtral_json(), {{"num_local_experts", 8}, {"num_hidden_layers", 4}}), "test");
    auto config = default_run_config();
    config.method = {.id = method, .params = defaults_of(*find_method(method))};
    config.general.device = "cpu";
    config.data.max_length = kLength;
    config.budget.batch_size = kRows;
    config.budget.gradient_checkpointing = checkpointing;
    const auto estimate = estimate_memory(shape, config, {.batch_size = kRows, .length = kLength});
    ASSERT_TRUE(estimate) << estimate.error().message;

    install_meter();
    release_kept_memory();
    const auto before = read_meter().current_bytes;
    auto trainee = make_trainee(random_model(shape, 3), config.method, config.optimizer, 3);
    ASSERT_TRUE(trainee) << trainee.error().message;
    const std::vector<Batch> batches = {batch_of({kLength, kLength, kLength, kLength}, shape.vocab_size, 1)};
    for (std::int64_t step = 1; step <= 2; ++step) {
        reset_peak();
        train_step(*trainee, batches, {.step = step, .learning_rate = 1e-4},
                   {.recompute_blocks = config.budget.recompute_blocks()}, [](std::string_view) {});
    }
    const auto measured = static_cast<double>(read_meter().peak_bytes - before);
    const auto predicted = static_cast<double>(estimate->peak_bytes);
    EXPECT_NEAR(measured, predicted, 0.1 * predicted);
}

INSTANTIATE_TEST_SUITE_P(ExpertsTest, ExpertMemory,
                         testing::Combine(testing::Values("lora", "full", "ia3"),
                                          testing::Values(GradientCheckpointing::Off,
                                                          GradientCheckpointing::EveryBlock)),
                         [](const auto& chosen) {
                             const bool is_off = std::get<1>(chosen.param) == GradientCheckpointing::Off;
                             return std::string(std::get<0>(chosen.param)) + (is_off ? "" : "_checkpointed");
                         });

TEST(ExpertsTest, EstimatesCountAllExpertsAndTheActivationsOfTheChosen) {
    auto config = default_run_config();
    config.method = {.id = "full", .params = {}};
    const auto of = [&](std::int64_t experts, std::int64_t chosen) {
        const auto shape = *model_config_from_json(
            test::with(mixtral_json(), {{"num_local_experts", experts}, {"num_experts_per_tok", chosen}}),
            "test");
        return *estimate_memory(shape, config, {.batch_size = 2, .length = 64});
    };
    const auto base = of(4, 2), more = of(8, 2), wider = of(8, 4);
    // Three matrices of 64 · 96 an expert, 64 of the router, in fp32, 2 layers.
    EXPECT_EQ(more.weight_bytes - base.weight_bytes, 2U * 4 * (4 * 3 * 64 * 96 + 4 * 64));
    // Of a token and layer only the probabilities of a few more.
    EXPECT_EQ(more.activation_bytes - base.activation_bytes, 2U * 128 * 4 * 4);
    EXPECT_EQ(wider.weight_bytes, more.weight_bytes);
    // Gate and up, of which backward makes the rest again, input and result, the weight and places of two
    // more choices.
    EXPECT_EQ(wider.activation_bytes - more.activation_bytes,
              2U * 128 * 2 * (2 * 96 * 4 + 2 * 64 * 4 + 3 * 8 + 2 * 4));
}

TEST(ExpertsTest, OptimizerStatesOfExpertsThatHadNoTokenMayBeAbsent) {
    const auto config =
        *model_config_from_json(test::with(mixtral_json(), {{"num_local_experts", 64}}), "test");
    const auto make = [&] {
        return *make_trainee(random_model(config, 3),
                             {.id = "full", .params = defaults_of(*find_method("full"))},
                             *make_selection("optimizer", "adamw", {}), 3);
    };
    const auto step = [](Trainee& trainee, std::int64_t number) {
        const std::vector<Batch> batches = {batch_of({5 + static_cast<int>(number)}, 256, 1)};
        return train_step(trainee, batches, {.step = number, .learning_rate = 1e-2}, {},
                          [](std::string_view) {})
            .loss;
    };
    auto subject = make();
    step(subject, 1);
    const auto states = subject.stepper->states();
    EXPECT_LT(states.size(), 2 * subject.parameters.size());
    auto again = make();
    {
        const at::NoGradGuard no_gradients;
        for (std::size_t i = 0; i < again.parameters.size(); ++i)
            again.parameters[i].tensor.copy_(subject.parameters[i].tensor);
    }
    ASSERT_TRUE(again.stepper->load_states({states.begin(), states.end()}));
    for (std::int64_t number = 2; number <= 4; ++number)
        EXPECT_EQ(step(again, number), step(subject, number)) << number;
}

}  // namespace
}  // namespace tunebench
