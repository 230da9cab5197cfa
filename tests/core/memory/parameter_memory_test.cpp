#include "core/memory/parameter_memory.h"

#include <gtest/gtest.h>

#include "core/methods/task_head.h"
#include "core/models/parameters.h"
#include "core/models/shapes.h"

namespace tunebench {
namespace {

// smollm-135m: the tied embedding, 30 blocks, 61 norms of 576.
constexpr std::uint64_t kEmbedding = 49152 * 576;
constexpr std::uint64_t kBlocks = 106168320;
constexpr std::uint64_t kVectors = 61 * 576;
constexpr std::uint64_t kLargestOfABlock = 576 * 1536;

RunConfig run_of(const char* method, NumberType weights, NumberType compute) {
    auto config = default_run_config();
    config.method = {.id = method, .params = {}};
    config.precision.weights = weights;
    config.precision.compute = compute;
    return config;
}

ParameterMemory memory_of(const RunConfig& config, const char* shape = "smollm-135m") {
    const auto model = *shape_config(shape);
    const auto plan = plan_of(*find_method(config.method.id), model, config.method.params);
    EXPECT_TRUE(plan) << plan.error().message;
    return parameter_memory(model, *plan, config, config.precision.quantization_settings(),
                            *find_optimizer(config.optimizer.id));
}

TEST(ParameterMemoryTest, FrozenMatricesTakeTheNarrowerTypeAndTheRestIsFp32) {
    using enum NumberType;
    for (const auto& [weights, compute] :
         {std::pair{Bf16, Bf16}, std::pair{Fp32, Bf16}, std::pair{Fp16, Fp32}}) {
        const auto memory = memory_of(run_of("lora", weights, compute));
        EXPECT_EQ(memory.weights.narrow, kEmbedding + kBlocks);
        EXPECT_EQ(memory.weights.wide, kVectors + memory.trained.wide);
        EXPECT_EQ(memory.trained.narrow, 0U);
    }
}

TEST(ParameterMemoryTest, TrainedMatricesAreOfTheTypeOfWeights) {
    using enum NumberType;
    const auto mixed = memory_of(run_of("full", Fp32, Bf16));
    EXPECT_EQ(mixed.weights.narrow, 0U);
    EXPECT_EQ(mixed.trained.bytes(), 4 * (kEmbedding + kBlocks + kVectors));
    const auto pure = memory_of(run_of("full", Bf16, Bf16));
    EXPECT_EQ(pure.trained.narrow, kEmbedding + kBlocks);
    EXPECT_EQ(pure.trained.wide, kVectors);
    EXPECT_EQ(pure.weights.bytes(), pure.trained.bytes());
    EXPECT_EQ(pure.states, mixed.states);
}

TEST(ParameterMemoryTest, OnlyWhatTrainsStaysWideInMixedPrecision) {
    auto config = run_of("full", NumberType::Fp32, NumberType::Bf16);
    config.method.params.set("train_embeddings", false);
    const auto memory = memory_of(config);
    EXPECT_EQ(memory.weights.narrow, kEmbedding);
    EXPECT_EQ(memory.weights.wide, kBlocks + kVectors);
}

TEST(ParameterMemoryTest, ModulesThatAMethodTrainsWholeAreFoundByTheNamesOfItsFile) {
    auto config = run_of("lora", NumberType::Fp32, NumberType::Bf16);
    const auto plain = memory_of(config, "llama-7b");
    config.method.params.set("modules_to_save", ParamList{"lm_head"});
    const auto saved = memory_of(config, "llama-7b");
    EXPECT_EQ(plain.weights.narrow - saved.weights.narrow, std::uint64_t{32000} * 4096);
    EXPECT_EQ(saved.weights.wide - plain.weights.wide, std::uint64_t{32000} * 4096);
}

TEST(ParameterMemoryTest, WeightsOfAnotherTypeAreCastWhileTheyAreMultiplied) {
    using enum NumberType;
    EXPECT_EQ(memory_of(run_of("full", Fp32, Fp32)).cast, 0U);
    EXPECT_EQ(memory_of(run_of("full", Bf16, Bf16)).cast, 0U);
    EXPECT_EQ(memory_of(run_of("lora", Fp32, Bf16)).cast, 0U);
    const auto mixed = memory_of(run_of("full", Fp32, Bf16));
    EXPECT_EQ(mixed.cast, 2 * kLargestOfABlock);
    EXPECT_EQ(mixed.cast_head, 2 * kEmbedding);
    EXPECT_EQ(mixed.cast_head_gradient, 2 * kEmbedding);
    const auto stored = memory_of(run_of("lora", Bf16, Fp32));
    EXPECT_EQ(stored.cast, 4 * kLargestOfABlock);
    EXPECT_EQ(stored.cast_head, 4 * kEmbedding);
    EXPECT_EQ(stored.cast_head_gradient, 0U);
}

TEST(ParameterMemoryTest, ProcessorsWidenFp16ToMultiplyIt) {
    auto config = run_of("lora", NumberType::Fp16, NumberType::Fp16);
    EXPECT_TRUE(widens_products(config));
    EXPECT_EQ(memory_of(config).cast, 4 * kLargestOfABlock);
    config.general.device = "cuda";
    EXPECT_FALSE(widens_products(config));
    EXPECT_EQ(memory_of(config).cast, 0U);
    config = run_of("lora", NumberType::Bf16, NumberType::Bf16);
    EXPECT_FALSE(widens_products(config));
}

TEST(ParameterMemoryTest, QuantizedWeightsUnpackIntoTheTypeOfArithmetic) {
    auto config = run_of("lora", NumberType::Fp32, NumberType::Fp32);
    config.precision.quantization = QuantizationType::Nf4;
    const auto wide = memory_of(config);
    config.precision.compute = NumberType::Bf16;
    const auto narrow = memory_of(config);
    EXPECT_EQ(narrow.codes, wide.codes);
    EXPECT_EQ(wide.cast, static_cast<std::uint64_t>(kPanelBytes));  // less than the weight
    EXPECT_EQ(narrow.cast, 2 * kLargestOfABlock);
    config.general.device = "cuda";
    EXPECT_EQ(memory_of(config).cast, 2 * kLargestOfABlock);
    config.precision.compute = NumberType::Fp32;
    EXPECT_EQ(memory_of(config).cast, 4 * kLargestOfABlock);
    EXPECT_EQ(narrow.weights.narrow, kEmbedding);
}

TEST(ParameterMemoryTest, OnlyOptimizersThatSayItWidenWholeTensors) {
    auto config = run_of("full", NumberType::Bf16, NumberType::Bf16);
    for (const auto* optimizer : {"sgd", "adam", "adamw", "lion"}) {
        config.optimizer = {.id = optimizer, .params = {}};
        EXPECT_LE(memory_of(config).in_a_step, 4U * 576) << optimizer;  // of a norm's vector
    }
    config.optimizer = {.id = "adafactor", .params = {}};
    const auto narrow = memory_of(config).in_a_step;
    config.precision.weights = NumberType::Fp32;
    EXPECT_EQ(narrow, memory_of(config).in_a_step + 8 * kEmbedding);
}

TEST(ParameterMemoryTest, SaysHowManyNumbersTakeHowManyBytes) {
    EXPECT_EQ((TypedCount{.wide = 134515008}).text(), "134.5 M × 4 B");
    EXPECT_EQ((TypedCount{.narrow = 134515008}).text(), "134.5 M × 2 B");
    EXPECT_EQ((TypedCount{.wide = 35136, .narrow = 134479872}).text(), "134.5 M × 2 B + 35.1 k × 4 B");
}

}  // namespace
}  // namespace tunebench
