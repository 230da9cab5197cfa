// Which parameters full fine-tuning trains.
#include <gtest/gtest.h>

#include "core/methods/full/full.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"

namespace tunebench::full {
namespace {

MethodPlan plan_of(const char* shape, const Config& config) {
    const auto plan = find_method("full")->plan(*shape_config(shape), params_from(fields(), config));
    EXPECT_TRUE(plan) << plan.error().message;
    return *plan;
}

Error refused(const char* shape, const Config& config) {
    const auto plan = find_method("full")->plan(*shape_config(shape), params_from(fields(), config));
    EXPECT_FALSE(plan);
    return plan ? Error{} : plan.error();
}

bool trains_module(const MethodPlan& plan, std::string_view module) {
    return std::ranges::any_of(plan.tensors, [&](const auto& t) { return t.name.starts_with(module); });
}

TEST(SelectionTest, EverythingIsEveryParameter) {
    const auto plan = plan_of("gpt2", {});
    EXPECT_EQ(plan.trainable_count(), 124439808);
    EXPECT_TRUE(plan.trains_embedding && plan.trains_norms);
    EXPECT_EQ(plan.first_layer, 0);
}

TEST(SelectionTest, TheLastLayersBringNormAndAHeadOfItsOwn) {
    const auto untied = plan_of("llama-7b", {.trainable = Trainable::TopLayers, .top_layers = 3});
    EXPECT_EQ(untied.first_layer, 29);
    EXPECT_FALSE(untied.trains_embedding);
    EXPECT_TRUE(trains_module(untied, "lm_head") && trains_module(untied, "model.norm"));
    EXPECT_FALSE(trains_module(untied, "model.layers.28."));
    EXPECT_EQ(untied.projections.size(), 3U * 7 + 1);
    const auto tied = plan_of("gpt2", {.trainable = Trainable::TopLayers, .top_layers = 1});
    EXPECT_FALSE(trains_module(tied, "transformer.w") || trains_module(tied, "lm_head"));
    EXPECT_EQ(tied.trainable_count(), 12 * 768 * 768 + 13 * 768 + 2 * 768);
    EXPECT_EQ(refused("tiny", {.trainable = Trainable::TopLayers, .top_layers = 3}).field, "top_layers");
}

TEST(SelectionTest, BiasesAreATwelveHundredthOfGpt2) {
    const auto plan = plan_of("gpt2", {.trainable = Trainable::Biases});
    for (const auto& tensor : plan.tensors)
        EXPECT_TRUE(tensor.name.ends_with(".bias")) << tensor.name;
    EXPECT_EQ(plan.trainable_count(), 12 * 11 * 768 + 768);
    for (const auto& use : plan.projections)
        EXPECT_TRUE(use.bias_trains && !use.weight_trains) << use.path;
}

TEST(SelectionTest, AModelWithoutBiasesIsRefusedForThem) {
    const auto error = refused("llama-7b", {.trainable = Trainable::Biases});
    EXPECT_EQ(error.field, "trainable");
    EXPECT_NE(error.message.find("no biases"), std::string::npos);
}

TEST(SelectionTest, FrozenParametersDoNotTrain) {
    const auto plan = plan_of("tiny", {.freeze = {R"(model\.layers\.0\..*)", ".*norm.*", ".*embed.*"}});
    EXPECT_FALSE(trains_module(plan, "model.layers.0.") || trains_module(plan, "model.norm"));
    EXPECT_FALSE(plan.trains_norms || plan.trains_embedding);
    EXPECT_EQ(plan.first_layer, 1);
    EXPECT_EQ(plan.projections.size(), 7U);
    EXPECT_EQ(refused("tiny", {.freeze = {"q_proj"}}).field, "freeze");  // the whole name must match
    EXPECT_EQ(refused("tiny", {.freeze = {"("}}).field, "freeze");
    EXPECT_EQ(refused("tiny", {.freeze = {".*"}}).field, "freeze");
}

TEST(SelectionTest, EmbeddingsCanStayAsTheyAre) {
    const auto plan = plan_of("tiny", {.train_embeddings = false});
    EXPECT_FALSE(plan.trains_embedding);
    EXPECT_FALSE(trains_module(plan, "model.embed_tokens"));
    EXPECT_EQ(plan.projections.size(), 14U);  // the tied head stays too
}

}  // namespace
}  // namespace tunebench::full
