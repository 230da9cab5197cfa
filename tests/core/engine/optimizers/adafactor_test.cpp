// Adafactor's rule, in the paper's own sums.
#include <cmath>

#include <gtest/gtest.h>

#include "core/engine/tensor.h"
#include "core/engine/training/stepper.h"

namespace tunebench {
namespace {

constexpr int kRows = 3, kColumns = 4, kSteps = 3;
constexpr double kRate = 0.1;

ParamMap with(std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    ParamMap params;
    for (const auto& [key, value] : entries)
        params.set(key, value);
    return params;
}

at::Tensor gradient_of(int step) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(static_cast<std::uint64_t>(step));
    return at::empty({kRows, kColumns}).normal_(0.0, 1.0, generator);
}

/// After kSteps, by algorithm 4 of the paper with element loops in double.
std::vector<double> expected(double clip, bool scales_parameter) {
    std::vector<double> weights(kRows * kColumns, 0.5), rows(kRows, 0.0), columns(kColumns, 0.0);
    const auto root_mean_square = [](const std::vector<double>& x) {
        double sum = 0.0;
        for (const auto value : x)
            sum += value * value;
        return std::sqrt(sum / static_cast<double>(x.size()));
    };
    for (int step = 1; step <= kSteps; ++step) {
        const auto gradient = gradient_of(step).to(at::kDouble);
        const auto g = [&](int i, int j) { return gradient[i][j].item<double>(); };
        const double kept = 1.0 - std::pow(step, -0.8);
        double all_rows = 0.0;
        for (int i = 0; i < kRows; ++i) {
            double mean = 0.0;
            for (int j = 0; j < kColumns; ++j)
                mean += (g(i, j) * g(i, j) + 1e-30) / kColumns;
            const auto at = static_cast<std::size_t>(i);
            rows[at] = kept * rows[at] + (1.0 - kept) * mean;
            all_rows += rows[at] / kRows;
        }
        for (int j = 0; j < kColumns; ++j) {
            double mean = 0.0;
            for (int i = 0; i < kRows; ++i)
                mean += (g(i, j) * g(i, j) + 1e-30) / kRows;
            const auto at = static_cast<std::size_t>(j);
            columns[at] = kept * columns[at] + (1.0 - kept) * mean;
        }
        std::vector<double> update;
        for (std::size_t i = 0; i < kRows; ++i)
            for (std::size_t j = 0; j < kColumns; ++j)
                update.push_back(g(static_cast<int>(i), static_cast<int>(j)) /
                                 std::sqrt(rows[i] * columns[j] / all_rows));
        const double damping = std::max(1.0, root_mean_square(update) / clip);
        const double rate = kRate * (scales_parameter ? std::max(1e-3, root_mean_square(weights)) : 1.0);
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] -= rate * update[i] / damping;
    }
    return weights;
}

at::Tensor after_steps(const ParamMap& params) {
    const TrainableParameter parameter{.name = "w",
                                       .tensor = at::full({kRows, kColumns}, 0.5).set_requires_grad(true)};
    const auto stepper = find_stepper("adafactor")->make({parameter}, params);
    for (int step = 1; step <= kSteps; ++step) {
        parameter.tensor.mutable_grad() = gradient_of(step);
        stepper->step({.step = step, .learning_rate = kRate});
    }
    return parameter.tensor.detach();
}

TEST(AdafactorTest, IsThePapersRule) {
    for (const auto& [clip, scales] : {std::pair{1.0, false}, {0.3, false}, {1.0, true}}) {
        const auto found = after_steps(with({{"clip_threshold", clip}, {"scale_parameter", scales}}));
        const auto wanted = at::tensor(expected(clip, scales), at::kDouble).view({kRows, kColumns});
        EXPECT_TRUE(at::allclose(found.to(at::kDouble), wanted, 1e-5, 1e-6)) << clip << " " << scales;
    }
}

TEST(AdafactorTest, EveryKnobHasAnEffect) {
    const auto usual = after_steps({});
    for (const auto& [key, value] :
         std::initializer_list<std::pair<const char*, ParamValue>>{{"decay_rate", -0.3},
                                                                   {"clip_threshold", 0.2},
                                                                   {"scale_parameter", true},
                                                                   {"weight_decay", 0.5},
                                                                   {"eps", ParamList{1.0, 1e-3}}})
        EXPECT_FALSE(at::allclose(after_steps(with({{key, value}})), usual, 1e-4, 1e-4)) << key;
}

TEST(AdafactorTest, VectorsKeepTheirMeansWhole) {
    const TrainableParameter parameter{
        .name = "b", .tensor = at::zeros({4}).set_requires_grad(true), .is_matrix = false};
    const auto stepper = find_stepper("adafactor")->make({parameter}, {});
    parameter.tensor.mutable_grad() = at::tensor({1.0F, -2.0F, 4.0F, -8.0F});
    stepper->step({.step = 1, .learning_rate = 0.1, .gradient_scale = 0.5});
    // The first mean is the square itself, so that every step is of one size.
    EXPECT_TRUE(at::allclose(parameter.tensor.detach(), at::tensor({-0.1F, 0.1F, -0.1F, 0.1F})));
    EXPECT_TRUE(at::allclose(stepper->states()[0].second, at::tensor({0.25F, 1.0F, 4.0F, 16.0F})));
}

}  // namespace
}  // namespace tunebench
