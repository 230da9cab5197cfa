// The estimate for an accelerator against peaks that were measured: steps of 4 x 1024 tokens on a model of
// Llama-3.2-1B's shape, on an H100 with LibTorch 2.11. They were measured when maps still kept inputs that
// backward makes again since then, at a moment when all of these were there.
#include <gtest/gtest.h>

#include "core/memory/estimate.h"
#include "core/memory/libtorch_rules.h"
#include "core/models/shapes.h"
#include "core/run/run_config.h"

namespace tunebench {
namespace {

std::uint64_t predicted(const std::vector<std::string>& settings) {
    auto config = default_run_config();
    std::vector<std::string> all = {"device=cuda", "budget.batch_size=4", "data.max_length=1024"};
    all.insert(all.end(), settings.begin(), settings.end());
    const auto applied = apply_overrides(config, all);
    EXPECT_TRUE(applied) << applied.error().message;
    const auto estimate = estimate_memory(*shape_config("llama-3.2-1b"), config, batch_shape_of(config),
                                          libtorch_rules("2.11.0"));  // whatever this was built with
    EXPECT_TRUE(estimate) << estimate.error().message;
    return estimate ? estimate->peak_bytes : 0;
}

// In bf16: what two norms and the gate of a layer give.
constexpr std::uint64_t kOfANorm = std::uint64_t{4096} * 2048 * 2, kOfAGate = std::uint64_t{4096} * 8192 * 2;
constexpr std::uint64_t kMadeAgain = 16 * (2 * kOfANorm + kOfAGate);

void expect_measured(std::uint64_t measured, std::uint64_t made_again,
                     const std::vector<std::string>& settings) {
    const auto found = static_cast<double>(predicted(settings));
    EXPECT_NEAR(found, static_cast<double>(measured - made_again), 0.003 * found) << settings.back();
}

// The first norm has no gradient to pass on: what it gives is kept.
constexpr std::uint64_t kMadeAgainOfLora = kMadeAgain - kOfANorm;

TEST(AcceleratorEstimateTest, Lora) {
    expect_measured(
        7966450688, kMadeAgainOfLora,
        {"method.id=lora", "method.dropout=0", "precision.weights=bf16", "precision.compute=bf16"});
}

TEST(AcceleratorEstimateTest, LoraOnCodes) {
    expect_measured(6522455040, kMadeAgainOfLora,
                    {"method.id=lora", "method.dropout=0", "precision.weights=bf16", "precision.compute=bf16",
                     "precision.quantization=nf4"});
}

TEST(AcceleratorEstimateTest, FullFineTuning) {
    expect_measured(18246198272, kMadeAgain,
                    {"method.id=full", "precision.weights=bf16", "precision.compute=bf16"});
}

TEST(AcceleratorEstimateTest, FullFineTuningOfWideWeights) {
    expect_measured(22843155456, kMadeAgain,
                    {"method.id=full", "precision.weights=fp32", "precision.compute=bf16"});
}

TEST(AcceleratorEstimateTest, PagedStatesTakeNothing) {
    for (const auto* states : {"fp32", "8bit"})
        expect_measured(8359683072, kMadeAgain,
                        {"method.id=full", "precision.weights=bf16", "precision.compute=bf16",
                         "optimizer.paged=true", std::string("optimizer.states=") + states});
}

}  // namespace
}  // namespace tunebench
