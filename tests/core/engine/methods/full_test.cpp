// Training a part of the model's own parameters.
#include <gtest/gtest.h>

#include "tests/core/engine/methods/attached_model.h"

namespace tunebench {
namespace {

using test::AttachedModel;

struct Choice {
    const char* name;
    const char* shape;
    std::vector<std::pair<const char*, ParamValue>> params;
};

class PartialTraining : public testing::TestWithParam<Choice> {
protected:
    ParamMap params() const {
        ParamMap map;
        for (const auto& [key, value] : GetParam().params)
            map.set(key, value);
        return map;
    }
    AttachedModel attached() const { return {*find_method("full"), params(), GetParam().shape}; }
};

TEST_P(PartialTraining, TrainsWhatItsPlanSays) {
    const auto subject = attached();
    const auto plan = *find_method("full")->plan(subject.model->config(), params());
    ASSERT_EQ(subject.parameters.size(), plan.tensors.size());
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        EXPECT_EQ(subject.parameters[i].name, plan.tensors[i].name);
        EXPECT_EQ(subject.parameters[i].is_matrix, plan.tensors[i].is_matrix) << plan.tensors[i].name;
    }
}

TEST_P(PartialTraining, EveryTrainedParameterMovesAndNoOther) {
    auto subject = attached();
    std::vector<at::Tensor> before;
    for (const auto& parameter : subject.model->parameters())
        before.push_back(parameter.tensor->detach().clone());
    const auto stepper = find_stepper("adamw")->make(subject.parameters, {});
    const auto batch = test::batch_of({12, 9}, 256);
    subject.loss(batch).backward();
    stepper->step({.step = 1, .learning_rate = 1e-2});
    auto now = subject.model->parameters();
    for (std::size_t i = 0; i < now.size(); ++i)
        EXPECT_EQ(!at::equal(*now[i].tensor, before[i]), now[i].tensor->requires_grad()) << now[i].info.name;
}

TEST_P(PartialTraining, CheckpointingChangesNoBit) {
    const auto plain = attached();
    const auto batch = test::batch_of({12, 9}, 256);
    plain.loss(batch).backward();
    for (const std::int64_t blocks : {1, 2, 5}) {
        const auto checkpointed = attached();
        checkpointed.loss(batch, blocks).backward();
        for (std::size_t i = 0; i < plain.parameters.size(); ++i)
            EXPECT_TRUE(
                at::equal(plain.parameters[i].tensor.grad(), checkpointed.parameters[i].tensor.grad()))
                << plain.parameters[i].name << ", " << blocks << " blocks at once";
    }
}

INSTANTIATE_TEST_SUITE_P(
    FullTest, PartialTraining,
    testing::Values(Choice{"top_layers", "tiny", {{"trainable", "top-layers"}, {"top_layers", 1}}},
                    Choice{"biases", "tiny-gpt2", {{"trainable", "biases"}}},
                    Choice{"no_embeddings", "tiny", {{"train_embeddings", false}}},
                    Choice{"frozen", "tiny", {{"freeze", ParamList{".*norm.*", ".*mlp.*", ".*embed.*"}}}},
                    Choice{"final_norm", "tiny", {{"freeze", ParamList{".*(layers|embed).*"}}}}),
    [](const auto& chosen) { return std::string(chosen.param.name); });

}  // namespace
}  // namespace tunebench
