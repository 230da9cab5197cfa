// The estimate for an accelerator against peaks that were measured: steps of 4 x 1024 tokens on a model of
// Llama-3.2-1B's shape, on an H100 with LibTorch 2.11.
#include <gtest/gtest.h>

#include "core/memory/estimate.h"
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
    const auto estimate = estimate_memory(*shape_config("llama-3.2-1b"), config, batch_shape_of(config));
    EXPECT_TRUE(estimate) << estimate.error().message;
    return estimate ? estimate->peak_bytes : 0;
}

void expect_measured(std::uint64_t measured, const std::vector<std::string>& settings) {
    const auto found = static_cast<double>(predicted(settings));
    EXPECT_NEAR(found, static_cast<double>(measured), 0.003 * found) << settings.back();
}

TEST(AcceleratorEstimateTest, Lora) {
    expect_measured(7966450688, {"method.id=lora", "method.dropout=0", "precision.weights=bf16",
                                 "precision.compute=bf16"});
}

TEST(AcceleratorEstimateTest, LoraOnCodes) {
    expect_measured(6522455040, {"method.id=lora", "method.dropout=0", "precision.weights=bf16",
                                 "precision.compute=bf16", "precision.quantization=nf4"});
}

TEST(AcceleratorEstimateTest, FullFineTuning) {
    expect_measured(18246198272, {"method.id=full", "precision.weights=bf16", "precision.compute=bf16"});
}

TEST(AcceleratorEstimateTest, FullFineTuningOfWideWeights) {
    expect_measured(22843155456, {"method.id=full", "precision.weights=fp32", "precision.compute=bf16"});
}

TEST(AcceleratorEstimateTest, PagedStatesTakeNothing) {
    for (const auto* states : {"fp32", "8bit"})
        expect_measured(8359683072, {"method.id=full", "precision.weights=bf16", "precision.compute=bf16",
                                     "optimizer.paged=true", std::string("optimizer.states=") + states});
}

}  // namespace
}  // namespace tunebench
