#include "core/memory/estimate.h"

#include <gtest/gtest.h>

#include "core/models/shapes.h"

namespace tunebench {
namespace {

MemoryEstimate estimate(const RunConfig& config, const char* shape = "smollm-135m",
                        std::int64_t length = 256) {
    const auto result = estimate_memory(*shape_config(shape), config, {.batch_size = 2, .length = length});
    EXPECT_TRUE(result) << result.error().message;
    return *result;
}

RunConfig full() {
    auto config = default_run_config();
    config.method = {.id = "full", .params = {}};
    return config;
}

TEST(EstimateTest, AdamKeepsFourCopiesOfEveryTrainedParameter) {
    const auto result = estimate(full());
    const auto n = static_cast<std::uint64_t>(result.trainable_parameters) * 4;
    EXPECT_EQ(result.weight_bytes, n);
    EXPECT_EQ(result.gradient_bytes, n);
    EXPECT_EQ(result.optimizer_bytes, 2 * n);
    EXPECT_NE(result.textbook.find("4NB"), std::string::npos) << result.textbook;
}

TEST(EstimateTest, PlainSgdKeepsTwoCopies) {
    auto config = full();
    config.optimizer = {.id = "sgd", .params = {}};
    const auto result = estimate(config);
    EXPECT_EQ(result.optimizer_bytes, 0U);
    EXPECT_NE(result.textbook.find("2NB"), std::string::npos) << result.textbook;
}

TEST(EstimateTest, QuantizedWeightsCountTheirCodesAndScales) {
    const auto dense = estimate(default_run_config());
    auto config = default_run_config();
    config.precision.quantization = QuantizationType::Nf4;
    const auto nf4 = estimate(config);
    constexpr std::uint64_t kBlockWeights = 106168320;  // of 30 layers
    // 4 bits, 8 bits of a scale for 64, and 32 bits for 256 of those.
    const auto codes = kBlockWeights / 2 + kBlockWeights / 64 + kBlockWeights / 64 / 256 * 4;
    EXPECT_NEAR(static_cast<double>(dense.weight_bytes - nf4.weight_bytes),
                static_cast<double>(4 * kBlockWeights - codes), 1e-4 * kBlockWeights);
    EXPECT_LT(nf4.peak_bytes, dense.peak_bytes);
    config.precision.double_quantization = false;
    EXPECT_GT(estimate(config).weight_bytes, nf4.weight_bytes);
    config.precision.quantization_block_size = 4096;
    EXPECT_LT(estimate(config).weight_bytes, nf4.weight_bytes);
    config.precision.quantization = QuantizationType::Int8;
    EXPECT_GT(estimate(config).weight_bytes, nf4.weight_bytes);
}

TEST(EstimateTest, ThePeakIsTheLargestPhaseAndNamesIt) {
    const auto result = estimate(full());
    std::uint64_t largest = 0;
    for (const auto& phase : result.phases)
        largest = std::max(largest, phase.bytes());
    EXPECT_EQ(result.peak_bytes, largest);
    EXPECT_FALSE(result.peak_phase.empty());
}

TEST(EstimateTest, CheckpointingAndSmallerInputsNeedLess) {
    const auto base = estimate(default_run_config(), "smollm-135m", 1024);
    auto config = default_run_config();
    config.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
    EXPECT_LT(estimate(config, "smollm-135m", 1024).peak_bytes, base.peak_bytes);
    EXPECT_LT(estimate(default_run_config(), "smollm-135m", 512).peak_bytes, base.peak_bytes);
}

TEST(EstimateTest, AHigherRankNeedsMore) {
    auto config = default_run_config();
    const auto low = estimate(config);
    config.method.params.set("rank", 256);
    EXPECT_GT(estimate(config).peak_bytes, low.peak_bytes);
}

TEST(EstimateTest, AModelFarLargerThanThisMachineIsJustArithmetic) {
    EXPECT_GT(estimate(full(), "llama-65b").peak_bytes, std::uint64_t{970} << 30);
}

}  // namespace
}  // namespace tunebench
