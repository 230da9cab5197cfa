// What every method promises with tensors, at its defaults; each option has its case in the method's own
// test.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/engine/exporting/exporter.h"
#include "core/exports/export_format.h"
#include "core/optimizers/optimizer.h"
#include "tests/core/engine/methods/attached_model.h"
#include "tests/core/engine/test_device.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

using test::AttachedModel;
using test::batch_of;
using test::defaults_of;
using test::relative_difference;

constexpr std::int64_t kVocabulary = 256;  // of the shapes below, or fewer than theirs
constexpr double kSame = 2e-5;

class EachMethod : public testing::TestWithParam<std::tuple<const Method*, const char*>> {
protected:
    const Method& method() const { return *std::get<0>(GetParam()); }
    std::string shape() const { return std::get<1>(GetParam()); }
    AttachedModel attached() const {
        return {method(), defaults_of(method()), shape(), 7, test::test_device()};
    }
    const Batch batch_ = batch_of({11, 17, 9}, kVocabulary);
};

/// Of no numbers where there is none, as of what hangs on an expert that no token goes to.
at::Tensor gradient_of(const TrainableParameter& parameter) {
    return parameter.tensor.grad().defined() ? parameter.tensor.grad() : at::zeros({0});
}

TEST_P(EachMethod, TrainsWhatItsPlanSays) {
    const auto subject = attached();
    const auto plan = *method().plan(subject.model->config(), defaults_of(method()));
    ASSERT_EQ(subject.parameters.size(), plan.tensors.size());
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        EXPECT_EQ(subject.parameters[i].name, plan.tensors[i].name);
        EXPECT_EQ(subject.parameters[i].tensor.sizes().vec(), plan.tensors[i].shape) << plan.tensors[i].name;
        EXPECT_EQ(subject.parameters[i].is_matrix, plan.tensors[i].is_matrix) << plan.tensors[i].name;
        EXPECT_EQ(subject.parameters[i].rate_factor, plan.tensors[i].rate_factor) << plan.tensors[i].name;
        EXPECT_TRUE(subject.parameters[i].tensor.is_leaf() && subject.parameters[i].tensor.requires_grad());
    }
}

TEST_P(EachMethod, StartsAsTheBaseModelWhereItPromises) {
    const auto subject = attached();
    const auto base = random_model(subject.model->config(), 7);
    const auto tensors = to_tensors(batch_);
    const at::NoGradGuard no_gradients;
    const auto expected = base->logits(base->hidden_states(tensors.tokens, tensors.context));
    const auto found = subject.logits(batch_);
    if (method().is_identity_at_start) {
        EXPECT_LE(relative_difference(found, expected), kSame);
    } else
        EXPECT_TRUE(found.sizes() != expected.sizes() || relative_difference(found, expected) > kSame);
}

TEST_P(EachMethod, TenStepsLowerTheLossAndLeaveTheRestAlone) {
    auto subject = attached();
    std::vector<std::pair<at::Tensor, at::Tensor>> frozen;
    for (const auto& parameter : subject.model->parameters())
        if (!parameter.tensor->requires_grad())
            frozen.emplace_back(*parameter.tensor, parameter.tensor->clone());
    const auto* optimizer = find_optimizer("adamw");
    ParamMap params;
    for (const auto& spec : optimizer->specs)
        params.set(spec.key, spec.default_value);
    const auto stepper = find_stepper("adamw")->make(subject.parameters, params);
    const auto first = subject.loss(batch_).item<double>();
    for (int step = 1; step <= 10; ++step) {
        for (const auto& parameter : subject.parameters)
            parameter.tensor.mutable_grad().reset();
        subject.loss(batch_).backward();
        stepper->step({.step = step, .learning_rate = 1e-2});
    }
    EXPECT_LT(subject.loss(batch_).item<double>(), first);
    for (const auto& [now, before] : frozen)
        EXPECT_TRUE(at::equal(now, before));
}

TEST_P(EachMethod, GradientsEqualFiniteDifferences) {
    if (!method().has_exact_gradient)
        GTEST_SKIP() << method().id << " holds a part of forward constant: its own test has its gradients";
    auto subject = attached();
    subject.shake();
    for (auto& parameter : subject.model->parameters())
        parameter.tensor->set_data(parameter.tensor->to(at::kDouble));
    subject.model->tie_head();
    for (auto& parameter : subject.parameters)
        parameter.tensor.set_data(parameter.tensor.to(at::kDouble));
    subject.loss(batch_).backward();
    constexpr double kStep = 1e-5;
    for (const auto& parameter : subject.parameters) {
        const auto gradient = parameter.tensor.grad();
        if (!gradient.defined())
            continue;
        const at::NoGradGuard no_gradients;
        const auto flat = parameter.tensor.view({-1});
        const auto largest = gradient.abs().max().item<double>();
        // The largest component, and one in the middle.
        for (const auto i : {gradient.abs().view({-1}).argmax().item<std::int64_t>(), flat.size(0) / 2}) {
            const auto value = flat[i].item<double>();
            flat[i] = value + kStep;
            const auto above = subject.loss(batch_).item<double>();
            flat[i] = value - kStep;
            const auto below = subject.loss(batch_).item<double>();
            flat[i] = value;
            EXPECT_NEAR((above - below) / (2 * kStep), gradient.view({-1})[i].item<double>(),
                        1e-6 * largest + 1e-9)
                << parameter.name << " at " << i;
        }
    }
}

TEST_P(EachMethod, CheckpointingChangesNoBit) {
    auto subject = attached();
    subject.shake();
    std::vector<at::Tensor> gradients;
    subject.loss(batch_).backward();
    for (const auto& parameter : subject.parameters)
        gradients.push_back(gradient_of(parameter).clone());
    for (const auto& parameter : subject.parameters)
        parameter.tensor.mutable_grad().reset();
    subject.loss(batch_, /*recompute_blocks=*/1).backward();
    for (std::size_t i = 0; i < gradients.size(); ++i)
        EXPECT_TRUE(at::equal(gradients[i], gradient_of(subject.parameters[i])))
            << subject.parameters[i].name;
}

TEST_P(EachMethod, PackedSequencesAreAsAlone) {
    auto subject = attached();
    subject.shake();
    const auto both = subject.logits(batch_of({11, 11}, kVocabulary));
    const auto alone = subject.logits(batch_of({11}, kVocabulary));
    EXPECT_LE(relative_difference(both.narrow(0, 0, alone.size(0)), alone), kSame);
}

TEST_P(EachMethod, ReadingWithTheCacheIsAsReadingAtOnce) {
    auto subject = attached();
    subject.shake();
    constexpr int kPrompt = 9, kAfter = 4;
    const auto whole = batch_of({kPrompt + kAfter}, kVocabulary, kPrompt);
    const auto expected = subject.logits(whole);
    const at::NoGradGuard no_gradients;
    KeyValueCache cache(subject.model->config().num_hidden_layers, 4);
    const auto read = [&](int first, int count) {
        ForwardContext context;
        const auto device = subject.model->device();
        context.positions = at::arange(cache.length(), cache.length() + count, at::kLong).to(device);
        context.prompt_lengths = {count};
        context.cache = &cache;
        const auto ids = to_tensors(whole).tokens.narrow(0, first, count).to(device);
        return subject.model->logits(subject.model->hidden_states(ids, context));
    };
    const auto prompt = read(0, kPrompt);
    EXPECT_LE(relative_difference(prompt, expected.narrow(0, 0, prompt.size(0))), kSame);
    for (int i = 0; i < kAfter; ++i) {
        const auto row = expected.narrow(0, prompt.size(0) + i, 1);
        EXPECT_LE(relative_difference(read(kPrompt + i, 1), row), kSame) << i;
    }
}

TEST_P(EachMethod, MergedItIsTheSameModel) {
    if (!method().is_mergeable)
        GTEST_SKIP() << method().id << " does not merge";
    auto subject = attached();
    subject.shake();
    const auto expected = subject.logits(batch_);
    for (auto* projection : subject.model->projections())
        projection->merge();
    EXPECT_LE(relative_difference(subject.logits(batch_), expected), kSame);
}

std::string name_of(const testing::TestParamInfo<std::tuple<const Method*, const char*>>& chosen) {
    auto name = std::string(std::get<0>(chosen.param)->id) + "_" + std::get<1>(chosen.param);
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(MethodContractTest, EachMethod,
                         testing::Combine(testing::ValuesIn(all_methods().begin(), all_methods().end()),
                                          testing::Values("tiny", "tiny-gpt2", "tiny-mixtral")),
                         name_of);

/// Every method in every format that it can be written in.
class EachExport : public testing::TestWithParam<std::tuple<const Method*, const ExportFormat*>> {};

TEST_P(EachExport, ComesBackTheSame) {
    const auto& [method, format] = GetParam();
    const test::TemporaryFolder folder;
    auto config = test::tiny_run(folder.path(), 1);
    config.general.device = "cpu";  // where exports are made
    config.method = {.id = std::string(method->id), .params = defaults_of(*method)};
    auto trainee = make_trainee(config);
    ASSERT_TRUE(trainee) << trainee.error().message;
    if (const auto possible = format->check(*method, trainee->model->config(), config); !possible) {
        EXPECT_FALSE(possible.error().hint.empty());
        return;
    }
    AttachedModel subject(*method, config.method.params);
    subject.model = std::move(trainee->model);
    subject.parameters = trainee->parameters;
    subject.shake();
    const auto batch = batch_of({12}, kVocabulary);
    const auto expected = subject.logits(batch);
    trainee->model = std::move(subject.model);
    const auto* exporter = find_exporter(format->id);
    const ExportJob job{
        .run = config, .method = *method, .trainee = *trainee, .out = folder.path() / "exported"};
    const auto written = exporter->write(job);
    ASSERT_TRUE(written) << written.error().message;
    auto reloaded = exporter->reload(job);
    ASSERT_TRUE(reloaded) << reloaded.error().message;
    subject.model = *std::move(reloaded);
    EXPECT_LE(relative_difference(subject.logits(batch), expected), kSame);
}

INSTANTIATE_TEST_SUITE_P(MethodContractTest, EachExport,
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
