// Kernels of our own on an accelerator against the processor's loops, and paged states against those on the
// device.
#include "core/engine/ops/accelerated.h"

#include <gtest/gtest.h>

#include "core/engine/memory/device.h"
#include "core/engine/models/tensor_bytes.h"
#include "core/engine/quantization/quantized_product.h"
#include "core/engine/tensor.h"
#include "core/engine/training/gradient_statistics.h"
#include "core/engine/training/stepper.h"
#include "core/optimizers/optimizer.h"

namespace tunebench {
namespace {

at::Tensor drawn(at::IntArrayRef sizes, std::uint64_t seed, at::ScalarType type = at::kFloat) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    return at::empty(sizes).normal_(0.0, 1.0, generator).to(type);
}

double relative(const at::Tensor& found, const at::Tensor& expected) {
    const auto a = found.to(at::kCPU, at::kDouble), b = expected.to(at::kDouble);
    return (a - b).abs().max().item<double>() / b.abs().max().item<double>();
}

class AcceleratedTest : public testing::Test {
protected:
    void SetUp() override {
        if (!accelerator_name())
            GTEST_SKIP() << "this machine, or this LibTorch, has no accelerator";
        device_ = *device_of("cuda");
        if (!accelerated::takes(at::zeros({1}, device_)))
            GTEST_SKIP() << "this engine was built without CUDA's compiler";
    }

    static ParamMap settings_of(const std::string& id) {
        ParamMap params;
        for (const auto& spec : find_optimizer(id)->specs)
            params.set(spec.key, spec.default_value);
        return params;
    }

    at::Device device_ = at::kCPU;
};

TEST_F(AcceleratedTest, CodesBecomeTheSameNumbersBitForBit) {
    for (const auto type : {QuantizationType::Nf4, QuantizationType::Fp4, QuantizationType::Int8})
        for (const bool is_double : {false, true})
            for (const auto source : {at::kFloat, at::kBFloat16, at::kHalf})
                for (const auto& [rows, columns] :
                     {std::pair{24, 64}, std::pair{7, 37}, std::pair{300, 1024}}) {
                    const auto weight = *quantize_weight(
                        drawn({rows, columns}, 1, source),
                        {.type = type, .block_size = 64, .double_quantization = is_double}, "weight");
                    auto moved = weight;
                    moved.move_to(device_);
                    for (const auto wanted : {at::kFloat, at::kBFloat16, at::kHalf})
                        EXPECT_TRUE(
                            at::equal(moved.dequantize(wanted).to(at::kCPU), weight.dequantize(wanted)))
                            << c10::toString(source) << " to " << c10::toString(wanted) << ", " << rows
                            << " x " << columns;
                }
}

TEST_F(AcceleratedTest, ProductsWithCodesEqualThoseOfTheNumbers) {
    for (const auto type : {QuantizationType::Nf4, QuantizationType::Int8})
        for (const auto kind : {at::kFloat, at::kBFloat16, at::kHalf})
            for (const int rows : {1, 3, 4, 40}) {
                auto weight =
                    *quantize_weight(drawn({96, 200}, 1), {.type = type, .double_quantization = true}, "w");
                const auto x = drawn({rows, 200}, 2, kind), gradient = drawn({rows, 96}, 3, kind);
                const auto numbers = weight.dequantize(kind).to(at::kDouble);
                weight.move_to(device_);
                const double bound = kind == at::kFloat ? 1e-6 : kind == at::kHalf ? 2e-3 : 1e-2;
                EXPECT_LT(relative(product_with(x.to(device_), weight), x.to(at::kDouble).mm(numbers.t())),
                          bound);
                EXPECT_LT(relative(product_back(gradient.to(device_), weight),
                                   gradient.to(at::kDouble).mm(numbers)),
                          bound);
            }
}

/// Six steps from the same gradients on both.
TEST_F(AcceleratedTest, AdamGoesTheSameWay) {
    for (const std::string id : {"adam", "adamw"})
        for (const std::string states : {"fp32", "8bit", "4bit"})
            for (const auto type : {at::kFloat, at::kBFloat16, at::kHalf})
                for (const bool rounds_by_chance : {false, true}) {
                    auto settings = settings_of(id);
                    settings.set("states", states);
                    settings.set("weight_decay", 0.01);
                    const auto start = drawn({65, 67}, 1, type);
                    const TrainableParameter here{.name = "here", .tensor = start.clone()},
                        there{.name = "there", .tensor = start.to(device_)};
                    const auto on_processor = find_stepper(id)->make({here}, settings);
                    const auto on_device = find_stepper(id)->make({there}, settings);
                    for (auto* stepper : {on_processor.get(), on_device.get()})
                        if (rounds_by_chance)
                            stepper->round_stochastically(5);
                    for (int step = 1; step <= 6; ++step) {
                        const auto gradient = drawn({65, 67}, 10 + static_cast<std::uint64_t>(step), type);
                        const StepInput input{.step = step, .learning_rate = 1e-2, .gradient_scale = 0.7};
                        on_processor->step_one(0, gradient, input);
                        on_device->step_one(0, gradient.to(device_), input);
                    }
                    const double bound = type == at::kFloat ? 1e-5 : type == at::kHalf ? 2e-3 : 1.6e-2;
                    const auto difference =
                        (there.tensor.to(at::kCPU, at::kDouble) - here.tensor.to(at::kDouble)).abs();
                    // A code that falls to the other side now and then moves its number by less than a step.
                    EXPECT_LT(difference.max().item<double>(), states == "fp32" ? bound * 4 : 5e-2);
                    EXPECT_LT(difference.mean().item<double>(), states == "fp32" ? bound / 10 : 2e-3)
                        << id << ", " << states << ", " << c10::toString(type) << ", " << rounds_by_chance;
                }
}

TEST_F(AcceleratedTest, PagedStatesLieOnTheHostAndChangeNothing) {
    for (const std::string states : {"fp32", "8bit", "4bit"}) {
        auto settings = settings_of("adamw");
        settings.set("states", states);
        const auto start = drawn({128, 256}, 1).to(device_);
        const TrainableParameter usual{.name = "usual", .tensor = start.clone()},
            paged{.name = "paged", .tensor = start.clone()};
        const auto stepper = find_stepper("adamw")->make({usual}, settings);
        settings.set("paged", true);
        const auto paging = find_stepper("adamw")->make({paged}, settings);
        for (int step = 1; step <= 5; ++step) {
            const auto gradient = drawn({128, 256}, 20 + static_cast<std::uint64_t>(step)).to(device_);
            stepper->step_one(0, gradient, {.step = step, .learning_rate = 1e-3});
            paging->step_one(0, gradient, {.step = step, .learning_rate = 1e-3});
        }
        EXPECT_TRUE(at::equal(usual.tensor, paged.tensor)) << states;
        for (const auto& [name, state] : stepper->states())
            EXPECT_TRUE(state.is_cuda()) << name;
        const auto on_host = paging->states();
        for (std::size_t i = 0; i < on_host.size(); ++i) {
            EXPECT_TRUE(on_host[i].second.is_cpu() && on_host[i].second.is_pinned()) << on_host[i].first;
            EXPECT_TRUE(at::equal(on_host[i].second, stepper->states()[i].second.to(at::kCPU)))
                << on_host[i].first;
        }
        std::map<std::string, at::Tensor> stored(on_host.begin(), on_host.end());
        const auto resumed = find_stepper("adamw")->make({paged}, settings);
        ASSERT_TRUE(resumed->load_states(stored));
        EXPECT_TRUE(resumed->states().front().second.is_pinned());
    }
}

TEST_F(AcceleratedTest, GradientsAreCountedAlike) {
    auto numbers = drawn({300, 90}, 1);
    numbers.mul_(at::pow(10.0, drawn({300, 90}, 2) * 12));
    numbers.narrow(0, 10, 20).zero_();
    numbers[70][3] = std::numeric_limits<float>::infinity();
    for (const auto type : {at::kBFloat16, at::kHalf}) {
        const TrainableParameter here{.name = "a", .tensor = at::zeros({300, 90}).set_requires_grad(true)},
            there{.name = "b", .tensor = at::zeros({300, 90}, device_).set_requires_grad(true)};
        here.tensor.mutable_grad() = numbers.clone();
        there.tensor.mutable_grad() = numbers.to(device_);
        const auto expected = narrow_shares(Gradients({here}, {}), type),
                   found = narrow_shares(Gradients({there}, {}), type);
        EXPECT_EQ(found.underflow, expected.underflow);
        EXPECT_EQ(found.overflow, expected.overflow);
        EXPECT_GT(found.underflow, 0.0);
        EXPECT_GT(found.overflow, 0.0);
    }
}

TEST_F(AcceleratedTest, SumsComeOutTheSameEveryTime) {
    const auto x = drawn({1000, 256}, 1).to(device_), gradient = drawn({1000, 256}, 2).to(device_);
    const auto scale = accelerated::rms_norm(x, at::ones({256}, device_), 1e-5, at::kFloat).scale;
    const auto first = accelerated::rms_norm_weight_gradient(gradient, x, scale);
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(at::equal(accelerated::rms_norm_weight_gradient(gradient, x, scale), first));
}

}  // namespace
}  // namespace tunebench
