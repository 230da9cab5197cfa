// Every method on a classifier: the head trains beside it, and comes back from every export.
#include "core/engine/training/task_head.h"

#include <gtest/gtest.h>

#include "core/engine/exporting/exporter.h"
#include "core/engine/generation/classifier.h"
#include "core/engine/training/task_loss.h"
#include "core/exports/export_format.h"
#include "core/methods/task_head.h"
#include "core/models/classification.h"
#include "core/optimizers/optimizer.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/support/classification_data.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

using test::batch_of;
using test::defaults_of;
using test::relative_difference;

const std::vector<std::string> kLabels = {"bad", "good", "mixed"};

Batch classes_batch() {
    auto batch = batch_of({11, 17, 9}, 256);
    batch.class_labels = {2, 0, 1};
    batch.supervised_tokens = 3;
    return batch;
}

at::Tensor class_logits(const CausalModel& model) {
    const at::NoGradGuard no_gradients;
    const auto tensors = to_tensors(classes_batch(), model.virtual_token_count());
    return model.logits(model.hidden_states(tensors.tokens, tensors.context).index_select(0, tensors.rows));
}

void shake(std::vector<TrainableParameter>& parameters) {
    const at::NoGradGuard no_gradients;
    auto generator = at::make_generator<at::CPUGeneratorImpl>(3);
    for (auto& parameter : parameters)
        parameter.tensor.add_(at::empty_like(parameter.tensor).normal_(0.0, 0.05, generator));
}

class EachClassifier : public testing::TestWithParam<std::tuple<const Method*, const char*>> {
protected:
    const Method& method() const { return *std::get<0>(GetParam()); }
    void SetUp() override {
        model_ = random_model(as_classifier(*shape_config(std::get<1>(GetParam())), kLabels), 7);
        parameters_ = *attach_method(*find_attachment(method().id), *model_, defaults_of(method()), 8);
    }
    at::Tensor loss() const {
        return task_loss(*model_, to_tensors(classes_batch(), model_->virtual_token_count()), 1.0 / 3.0);
    }

    std::unique_ptr<CausalModel> model_;
    std::vector<TrainableParameter> parameters_;
};

TEST_P(EachClassifier, TrainsWhatThePlanWithTheHeadSays) {
    const auto plan = *plan_of(method(), model_->config(), defaults_of(method()));
    ASSERT_EQ(parameters_.size(), plan.tensors.size());
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        EXPECT_EQ(parameters_[i].name, plan.tensors[i].name);
        EXPECT_EQ(parameters_[i].tensor.sizes().vec(), plan.tensors[i].shape) << plan.tensors[i].name;
        EXPECT_EQ(parameters_[i].is_matrix, plan.tensors[i].is_matrix) << plan.tensors[i].name;
        EXPECT_TRUE(parameters_[i].tensor.is_leaf() && parameters_[i].tensor.requires_grad());
    }
}

TEST_P(EachClassifier, TenStepsLowerTheLossAndMoveTheHead) {
    const auto* optimizer = find_optimizer("adamw");
    ParamMap params;
    for (const auto& spec : optimizer->specs)
        params.set(spec.key, spec.default_value);
    const auto stepper = find_stepper("adamw")->make(parameters_, params);
    const auto head = model_->head_weight().clone();
    const auto first = loss().item<double>();
    for (int step = 1; step <= 10; ++step) {
        for (const auto& parameter : parameters_)
            parameter.tensor.mutable_grad().reset();
        loss().backward();
        stepper->step({.step = step, .learning_rate = 1e-2});
    }
    EXPECT_LT(loss().item<double>(), first);
    EXPECT_FALSE(at::equal(model_->head_weight(), head));
}

TEST_P(EachClassifier, PackedTextsAreClassifiedAsAlone) {
    shake(parameters_);
    const auto together = class_logits(*model_);
    const at::NoGradGuard no_gradients;
    auto alone = batch_of({11}, 256);
    alone.class_labels = {2};
    const auto tensors = to_tensors(alone, model_->virtual_token_count());
    const auto hidden = model_->hidden_states(tensors.tokens, tensors.context);
    EXPECT_LE(
        relative_difference(together.narrow(0, 0, 1), model_->logits(hidden.index_select(0, tensors.rows))),
        2e-5);
}

std::string name_of(const testing::TestParamInfo<std::tuple<const Method*, const char*>>& chosen) {
    auto name = std::string(std::get<0>(chosen.param)->id) + "_" + std::get<1>(chosen.param);
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(TaskHeadTest, EachClassifier,
                         testing::Combine(testing::ValuesIn(all_methods().begin(), all_methods().end()),
                                          testing::Values("tiny", "tiny-gpt2")),
                         name_of);

class EachClassifierExport : public testing::TestWithParam<std::tuple<const Method*, const ExportFormat*>> {};

TEST_P(EachClassifierExport, OfAClassifierComesBackTheSame) {
    const auto& [method, format] = GetParam();
    const test::TemporaryFolder folder;
    auto config = test::tiny_run(folder.path(), 1);
    test::make_classification(config, folder.path(), 4, 4);
    config.method = {.id = std::string(method->id), .params = defaults_of(*method)};
    auto trainee = make_trainee(config, kLabels);
    ASSERT_TRUE(trainee) << trainee.error().message;
    if (const auto possible = format->check(*method, trainee->model->config(), config); !possible) {
        EXPECT_FALSE(possible.error().hint.empty());
        return;
    }
    shake(trainee->parameters);
    const auto expected = class_logits(*trainee->model);
    const auto* exporter = find_exporter(format->id);
    const ExportJob job{
        .run = config, .method = *method, .trainee = *trainee, .out = folder.path() / "exported"};
    const auto written = exporter->write(job);
    ASSERT_TRUE(written) << written.error().message;
    const auto reloaded = exporter->reload(job);
    ASSERT_TRUE(reloaded) << reloaded.error().message;
    EXPECT_EQ((*reloaded)->config().labels, kLabels);
    EXPECT_LE(relative_difference(class_logits(**reloaded), expected), 2e-5);
}

INSTANTIATE_TEST_SUITE_P(TaskHeadTest, EachClassifierExport,
                         testing::Combine(testing::ValuesIn(all_methods().begin(), all_methods().end()),
                                          testing::ValuesIn(all_export_formats().begin(),
                                                            all_export_formats().end())),
                         [](const auto& chosen) {
                             auto name = std::string(std::get<0>(chosen.param)->id) + "_" +
                                         std::string(std::get<1>(chosen.param)->id);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace tunebench
