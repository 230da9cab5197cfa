#include "core/memory/estimate.h"

#include <algorithm>

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
    EXPECT_NE(result.textbook.find("AdamW: 4NB"), std::string::npos) << result.textbook;
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
    constexpr std::uint64_t kBooks = 210 * (16 + 256) * 4;  // of codes and of scales, of each weight
    const auto codes = kBlockWeights / 2 + kBlockWeights / 64 + kBlockWeights / 64 / 256 * 4 + kBooks;
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

TEST(EstimateTest, LoadingIsCalledQuantizingWhereItDoesThat) {
    const auto dense = estimate(default_run_config());
    EXPECT_FALSE(dense.quantizes);
    EXPECT_EQ(dense.title_of("loading"), "loading");
    auto config = default_run_config();
    config.precision.quantization = QuantizationType::Nf4;
    const auto nf4 = estimate(config);
    EXPECT_TRUE(nf4.quantizes);
    EXPECT_EQ(nf4.phases.front().name, "loading") << "which is what is stored";
    EXPECT_EQ(nf4.title_of("loading"), "loading and quantizing");
    EXPECT_EQ(nf4.title_of("backward"), "backward");
    auto stored = *shape_config("smollm-135m");
    stored.stored_quantization = config.precision.quantization_settings();
    const auto already = estimate_memory(stored, default_run_config(), {.batch_size = 2, .length = 256});
    ASSERT_TRUE(already) << already.error().message;
    EXPECT_FALSE(already->quantizes);
}

TEST(EstimateTest, ThePeakIsTheLargestPhaseAndNamesIt) {
    const auto result = estimate(full());
    std::uint64_t largest = 0;
    for (const auto& phase : result.phases)
        largest = std::max(largest, phase.bytes());
    EXPECT_EQ(result.peak_bytes, largest);
    EXPECT_FALSE(result.peak_phase.empty());
}

TEST(EstimateTest, SavingTakesNothingBesideWhatIsThere) {
    const auto result = estimate(full());
    const auto& saving = result.phases.back();
    EXPECT_EQ(saving.name, "saving");
    const auto held = result.weight_bytes + result.gradient_bytes + result.optimizer_bytes;
    EXPECT_GE(saving.bytes(), held);
    EXPECT_NEAR(static_cast<double>(saving.bytes()), static_cast<double>(held),
                0.01 * static_cast<double>(held));
    EXPECT_LT(saving.bytes(), result.peak_bytes);
}

TEST(EstimateTest, CheckpointingAndSmallerInputsNeedLess) {
    const auto base = estimate(default_run_config(), "smollm-135m", 1024);
    auto config = default_run_config();
    config.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
    EXPECT_LT(estimate(config, "smollm-135m", 1024).peak_bytes, base.peak_bytes);
    EXPECT_LT(estimate(default_run_config(), "smollm-135m", 512).peak_bytes, base.peak_bytes);
}

TEST(EstimateTest, GroupsOfTwoOrThreeBlocksNeedLeast) {
    const auto with_groups_of = [](std::int64_t blocks) {
        auto config = default_run_config();
        config.budget.gradient_checkpointing = GradientCheckpointing::EveryBlock;
        config.budget.checkpointed_blocks = blocks;
        return estimate(config, "llama-65b", 2048);
    };
    const auto each = with_groups_of(1), all = with_groups_of(80);
    EXPECT_EQ(each.activation_bytes - with_groups_of(2).activation_bytes,
              std::uint64_t{40} * 2 * 2048 * 8192 * 4);
    EXPECT_LT(with_groups_of(2).peak_bytes, each.peak_bytes);
    EXPECT_LT(with_groups_of(3).peak_bytes, each.peak_bytes);
    EXPECT_GT(with_groups_of(20).peak_bytes, with_groups_of(3).peak_bytes);
    EXPECT_GT(all.peak_bytes, each.peak_bytes);
}

TEST(EstimateTest, AHigherRankNeedsMore) {
    auto config = default_run_config();
    const auto low = estimate(config);
    config.method.params.set("rank", 256);
    EXPECT_GT(estimate(config).peak_bytes, low.peak_bytes);
}

RunConfig with_method(std::string id, const char* key, ParamValue value) {
    auto config = default_run_config();
    config.method = {.id = std::move(id), .params = {}};
    config.method.params.set(key, std::move(value));
    return config;
}

TEST(EstimateTest, DoraKeepsTheOutputsOfItsProjections) {
    const auto lora = estimate(with_method("lora", "rank", 16));
    const auto dora = estimate(with_method("dora", "rank", 16));
    // smollm-135m: what the seven maps of 30 layers put out for 512 tokens.
    constexpr std::uint64_t kWidths = 576 + 192 + 192 + 576 + 1536 + 1536 + 576;
    // And the ratio of lengths of each output.
    EXPECT_EQ(dora.activation_bytes - lora.activation_bytes, std::uint64_t{30} * (512 + 1) * 4 * kWidths);
}

TEST(EstimateTest, ScaledInputsAndOutputsAreKept) {
    const auto keys = estimate(with_method("ia3", "targets", ParamList{"k_proj"}));
    const auto both = estimate(with_method("ia3", "targets", ParamList{"k_proj", "down_proj"}));
    EXPECT_EQ(both.activation_bytes - keys.activation_bytes, std::uint64_t{30} * 512 * 4 * 1536);
}

TEST(EstimateTest, InputsThatAreMadeAgainAreNotKept) {
    const auto kept = [](const ParamList& targets) {
        return estimate(with_method("lora", "targets", targets)).activation_bytes;
    };
    // What down_proj and up_proj read is not kept for their sake, only what their first matrices make of it.
    constexpr std::uint64_t kInner = std::uint64_t{30} * 512 * 16 * 4;
    EXPECT_EQ(kept({"o_proj", "down_proj"}) - kept({"o_proj"}), kInner);
    EXPECT_EQ(kept({"o_proj", "up_proj"}) - kept({"o_proj"}), kInner);
    // Nor for the sake of weights that train themselves.
    const auto lora = kept({"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"});
    constexpr std::uint64_t kFirstReciprocals = 512 * 4;
    EXPECT_EQ(estimate(full()).activation_bytes + 7 * kInner, lora + kFirstReciprocals);
}

TEST(EstimateTest, BlocksBelowTheLowestTrainedOneKeepNothing) {
    const auto all = estimate(with_method("lora", "layers", "0-29"));
    const auto upper = estimate(with_method("lora", "layers", "15-29"));
    const std::uint64_t final_norm = std::uint64_t{512} * 576 * 4;
    // The first norm of the lowest block has nothing to pass on to, and keeps no reciprocals; nor its input,
    // in place of which its result is kept.
    const std::uint64_t first_norm = std::uint64_t{512} * 4;
    EXPECT_EQ(2 * (upper.activation_bytes + first_norm - final_norm),
              all.activation_bytes + first_norm - final_norm);
    auto top = with_method("full", "trainable", "top-layers");
    top.method.params.set("top_layers", 3);
    EXPECT_LT(estimate(top).peak_bytes, estimate(full()).peak_bytes / 2);
    EXPECT_LT(estimate(top).gradient_bytes, estimate(full()).gradient_bytes / 8);
}

TEST(EstimateTest, VirtualTokensNeedWhatTokensNeedAndAPrefixItsKeysAndValues) {
    auto config = default_run_config();
    config.method = {.id = "prompt", .params = {}};
    config.method.params.set("num_virtual_tokens", 1);
    const auto one = estimate(config);
    config.method.params.set("num_virtual_tokens", 257);
    const auto many = estimate(config);
    EXPECT_NEAR(static_cast<double>(many.activation_bytes) / static_cast<double>(one.activation_bytes),
                513.0 / 257.0, 1e-3);

    config.method.id = "prefix";
    const auto large = estimate(config);
    config.method.params.set("num_virtual_tokens", 1);
    const auto small = estimate(config);
    // smollm-135m: 30 layers of 3 · 64 keys and as many values, 256 more for each of 2 sequences
    EXPECT_NEAR(static_cast<double>(large.activation_bytes - small.activation_bytes),
                30.0 * 2.0 * 192.0 * 256.0 * 2.0 * 4.0, 1e4);
    EXPECT_GT(large.peak_bytes, small.peak_bytes);

    // AdapterHub's has a key for each of the 9 heads, and those of the text are repeated.
    config.method.params.set("convention", "adapterhub");
    const auto heads = estimate(config);
    config.method.params.set("num_virtual_tokens", 257);
    EXPECT_NEAR(static_cast<double>(estimate(config).activation_bytes - heads.activation_bytes),
                30.0 * 2.0 * 576.0 * 256.0 * 2.0 * 4.0, 1e4);
    EXPECT_GT(heads.activation_bytes, small.activation_bytes);
}

RunConfig method_run(const char* id, std::initializer_list<std::pair<const char*, ParamValue>> entries) {
    auto config = default_run_config();
    config.method = {.id = id, .params = {}};
    for (const auto& [key, value] : entries)
        config.method.params.set(key, value);
    return config;
}

TEST(EstimateTest, AveragedWeightsAreOneMoreCopyOfWhatTrains) {
    const auto plain = estimate(method_run("lora", {{"rank", 8}}));
    auto config = method_run("lora", {{"rank", 8}});
    config.regularization.ema_decay = 0.99;
    const auto averaged = estimate(config);
    const auto copy = static_cast<std::uint64_t>(plain.trainable_parameters) * 4;
    constexpr std::uint64_t kTensors = 420, kHeader = 64;  // of the allocator, before each
    EXPECT_EQ(averaged.peak_bytes, plain.peak_bytes + copy + kTensors * kHeader);
    EXPECT_EQ(averaged.checkpoint_bytes, plain.checkpoint_bytes + copy);
}

TEST(EstimateTest, SmallerStatesLowerThePeakOfFullFineTuning) {
    const auto bytes_with = [](const char* optimizer, const char* states) {
        auto config = full();
        config.optimizer = {.id = optimizer, .params = {}};
        if (*states)
            config.optimizer.params.set("states", states);
        return estimate(config).optimizer_bytes;
    };
    const auto adamw = bytes_with("adamw", "fp32");
    EXPECT_LT(bytes_with("adamw", "8bit"), adamw * 27 / 100);
    EXPECT_GT(bytes_with("adamw", "8bit"), adamw * 25 / 100);
    EXPECT_EQ(bytes_with("lion", "fp32"), adamw / 2);
    EXPECT_LT(bytes_with("adafactor", ""), adamw / 100);
}

TEST(EstimateTest, WiderAdaptersKeepMoreActivations) {
    const auto narrow = estimate(method_run("houlsby", {{"bottleneck_size", 8}}));
    EXPECT_GT(estimate(method_run("houlsby", {{"bottleneck_size", 256}})).activation_bytes,
              narrow.activation_bytes);
    EXPECT_GT(estimate(method_run("houlsby", {{"bottleneck_size", 8}, {"dropout", 0.1}})).activation_bytes,
              narrow.activation_bytes);
}

TEST(EstimateTest, AdaptersKeepWhatTheirActivationKeeps) {
    const auto kept = [](const char* activation) {
        return estimate(method_run("houlsby", {{"bottleneck_size", 64}, {"activation", activation}}))
            .activation_bytes;
    };
    // smollm-135m: two adapters in each of 30 layers, whose ReLU keeps its result alone.
    EXPECT_EQ(kept("swish") - kept("relu"), std::uint64_t{2} * 30 * 512 * 64 * 4);
    EXPECT_EQ(kept("published"), kept("swish"));
    EXPECT_EQ(kept("gelu"), kept("gelu_tanh"));
    EXPECT_EQ(kept("gelu"), kept("swish"));
    EXPECT_EQ(kept("tanh"), kept("relu"));
}

TEST(EstimateTest, BlocksBelowTheFirstInterventionKeepNothing) {
    const auto all = estimate(method_run("loreft", {}));
    const auto last = estimate(method_run("loreft", {{"layers", "29"}}));
    EXPECT_LT(last.activation_bytes, all.activation_bytes / 10);
}

const MemoryPhase& phase_of(const MemoryEstimate& result, std::string_view name) {
    return *std::ranges::find(result.phases, name, &MemoryPhase::name);
}

TEST(EstimateTest, SamplingHoldsKeysAndValuesOfPromptAndAnswer) {
    const auto sampling = [](RunConfig config, std::int64_t tokens) {
        config.evaluation.samples = {"Once upon a time"};
        config.evaluation.sample_tokens = tokens;
        return static_cast<double>(phase_of(estimate(config), "sampling").bytes());
    };
    // smollm-135m: 30 layers of 3 heads of 64, keys and values.
    constexpr double kOfAToken = 30.0 * 2.0 * 192.0 * 4.0, kPages = 60.0 * 4096.0;
    const auto lora = default_run_config();
    EXPECT_NEAR(sampling(lora, 512) - sampling(lora, 256), 256.0 * kOfAToken, kPages);
    // A prefix of AdapterHub has all 9 heads; its 20 rows are there beside prompt and answer, once.
    const auto heads = method_run("prefix", {{"convention", "adapterhub"}});
    EXPECT_NEAR(sampling(heads, 512) - sampling(heads, 256), 3.0 * 256.0 * kOfAToken, kPages);
}

TEST(EstimateTest, AnExportHoldsTheTrainedModelAndTheWrittenOne) {
    const auto exporting = [](const RunConfig& config) {
        return *estimate_export(*shape_config("smollm-135m"), config, {.batch_size = 2, .length = 256});
    };
    const auto weights = [](const MemoryPhase& phase) {
        return std::ranges::find(phase.items, "weights", &MemoryItem::name)->bytes;
    };
    const auto whole = exporting(full());
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->name, "exporting");
    EXPECT_EQ(weights(*whole), 2 * estimate(full()).weight_bytes);
    const auto lora = estimate(default_run_config());
    const auto adapter = static_cast<std::uint64_t>(lora.trainable_parameters) * 4;
    EXPECT_EQ(weights(*exporting(default_run_config())), 2 * lora.weight_bytes - adapter);
    // It is no part of the run, and as large whatever the run is in.
    EXPECT_EQ(std::ranges::count(lora.phases, "exporting", &MemoryPhase::name), 0);
    auto coded = default_run_config();
    coded.precision.quantization = QuantizationType::Nf4;
    coded.precision.compute = NumberType::Bf16;
    EXPECT_EQ(weights(*exporting(coded)), weights(*exporting(default_run_config())));
    EXPECT_GT(exporting(coded)->bytes(), estimate(coded).weight_bytes * 4);
}

TEST(EstimateTest, WhatNeverMergesHasNoExport) {
    for (const auto* method : {"houlsby", "loreft", "prompt", "prefix"})
        EXPECT_FALSE(
            *estimate_export(*shape_config("tiny"), method_run(method, {}), {.batch_size = 1, .length = 16}))
            << method;
}

TEST(EstimateTest, AnExportIsComparedOnHeldOutRows) {
    auto config = default_run_config();
    const auto bytes = [&] {
        return (*estimate_export(*shape_config("smollm-135m"), config, {.batch_size = 2, .length = 256}))
            ->bytes();
    };
    config.data.validation_share = 0.0;
    const auto probed = bytes();
    config.data.validation_share = 0.1;
    // 1365 tokens are the most of 49,152 logits each: 5 rows of 256, of which four tables are compared.
    EXPECT_GT(bytes(), probed + std::uint64_t{4} * (5 * 256 - 64) * 49152 * 4 / 2);
}

RunConfig in_types(RunConfig config, NumberType weights, NumberType compute) {
    config.precision.weights = weights;
    config.precision.compute = compute;
    return config;
}

TEST(EstimateTest, Bf16HalvesFrozenWeightsAndLeavesAdaptersAlone) {
    const auto fp32 = estimate(default_run_config());
    const auto bf16 = estimate(in_types(default_run_config(), NumberType::Bf16, NumberType::Bf16));
    const auto adapters = static_cast<std::uint64_t>(fp32.trainable_parameters) * 4;
    constexpr std::uint64_t kNorms = 61 * 576 * 4;
    EXPECT_EQ(2 * (bf16.weight_bytes - adapters - kNorms), fp32.weight_bytes - adapters - kNorms);
    EXPECT_EQ(bf16.gradient_bytes, fp32.gradient_bytes);
    EXPECT_EQ(bf16.optimizer_bytes, fp32.optimizer_bytes);
    EXPECT_EQ(bf16.checkpoint_bytes, fp32.checkpoint_bytes);
    EXPECT_EQ(bf16.phases.front().items.front().formula, "134.5 M × 2 B + 4.9 M × 4 B");
}

TEST(EstimateTest, BlocksKeepTheTypeOfArithmeticAndMixedOnesTheStreamInFp32) {
    const auto fp32 = estimate(default_run_config());
    const auto pure = estimate(in_types(default_run_config(), NumberType::Bf16, NumberType::Bf16));
    const auto mixed = estimate(in_types(default_run_config(), NumberType::Fp32, NumberType::Bf16));
    constexpr std::uint64_t kReciprocals = 59 * 512 * 4;  // fp32, a row of each norm but the first
    EXPECT_EQ(2 * (pure.activation_bytes - kReciprocals), fp32.activation_bytes - kReciprocals);
    EXPECT_EQ(mixed.activation_bytes - pure.activation_bytes, std::uint64_t{60} * 512 * 576 * 2);
    EXPECT_EQ(mixed.weight_bytes, pure.weight_bytes);
}

TEST(EstimateTest, PureNarrowFullFineTuningHalvesWeightsAndGradients) {
    const auto fp32 = estimate(full());
    const auto bf16 = estimate(in_types(full(), NumberType::Bf16, NumberType::Bf16));
    EXPECT_LT(bf16.weight_bytes, fp32.weight_bytes * 501 / 1000);
    EXPECT_LT(bf16.gradient_bytes, fp32.gradient_bytes * 501 / 1000);
    EXPECT_EQ(bf16.optimizer_bytes, fp32.optimizer_bytes);
    EXPECT_NE(bf16.textbook.find("N · (2 + 2 + 8) bytes"), std::string::npos) << bf16.textbook;
    const auto mixed = estimate(in_types(full(), NumberType::Fp32, NumberType::Bf16));
    EXPECT_EQ(mixed.weight_bytes, fp32.weight_bytes);
    EXPECT_NE(mixed.textbook.find("4NB"), std::string::npos) << mixed.textbook;
}

TEST(EstimateTest, NarrowerTypesNeverNeedMore) {
    for (const auto& base :
         {default_run_config(), full(), method_run("houlsby", {}), method_run("loreft", {}),
          method_run("prefix", {}), method_run("dora", {}), method_run("ia3", {})})
        for (const auto* shape : {"smollm-135m", "gpt2", "llama-7b"}) {
            const auto peak = [&](NumberType weights, NumberType compute) {
                return estimate(in_types(base, weights, compute), shape).peak_bytes;
            };
            const auto fp32 = peak(NumberType::Fp32, NumberType::Fp32);
            const auto mixed = peak(NumberType::Fp32, NumberType::Bf16);
            EXPECT_LE(peak(NumberType::Bf16, NumberType::Bf16), mixed) << base.method.id << " " << shape;
            EXPECT_LE(mixed, fp32 * 101 / 100) << base.method.id << " " << shape;  // casts of large weights
        }
}

TEST(EstimateTest, UpdatesInBackwardSaveNearlyAllGradients) {
    auto config = full();
    config.budget.clip_norm = 0.0;
    const auto plain = estimate(config, "llama-7b");
    config.budget.update_in_backward = true;
    const auto updating = estimate(config, "llama-7b");
    EXPECT_LT(updating.gradient_bytes, plain.gradient_bytes / 50);
    EXPECT_LT(updating.peak_bytes, plain.peak_bytes - plain.gradient_bytes * 8 / 10);
    EXPECT_EQ(updating.weight_bytes, plain.weight_bytes);
    EXPECT_EQ(updating.checkpoint_bytes, plain.checkpoint_bytes);
}

TEST(EstimateTest, AveragesAreFp32WhateverTheWeightsAre) {
    auto config = in_types(full(), NumberType::Bf16, NumberType::Bf16);
    const auto plain = estimate(config);
    config.regularization.ema_decay = 0.99;
    EXPECT_EQ(estimate(config).checkpoint_bytes - plain.checkpoint_bytes,
              static_cast<std::uint64_t>(plain.trainable_parameters) * 4);
}

std::uint64_t bytes_of_item(const MemoryPhase& phase, std::string_view name) {
    const auto found = std::ranges::find(phase.items, name, &MemoryItem::name);
    return found == phase.items.end() ? 0 : found->bytes;
}

TEST(EstimateTest, ANarrowModelIsWrittenInFp32APieceAtATime) {
    constexpr std::uint64_t kPiece = std::uint64_t{4} << 22;
    const auto passing = [](const RunConfig& config) {
        return bytes_of_item(estimate(config).phases.back(), "temporaries");
    };
    auto narrow = in_types(full(), NumberType::Bf16, NumberType::Bf16);
    EXPECT_GE(passing(narrow), kPiece);
    EXPECT_LT(passing(narrow), 2 * kPiece);
    EXPECT_LT(passing(full()), kPiece);
    EXPECT_LT(passing(in_types(default_run_config(), NumberType::Bf16, NumberType::Bf16)), kPiece)
        << "an adapter is in fp32 already";
    narrow.regularization.ema_decay = 0.99;
    EXPECT_LT(passing(narrow), kPiece) << "the averages are written, which are in fp32";
    narrow.regularization.ema_decay = 0.0;
    narrow.general.device = "cuda";
    EXPECT_LT(passing(narrow), kPiece) << "pieces are made on the host";
}

TEST(EstimateTest, BiasesThatTrainBesideAnAdapterHaveStatesAndGradients) {
    auto config = default_run_config();
    const auto without = estimate(config, "gpt2");
    config.method.params.set("bias", std::string("lora_only"));
    const auto with = estimate(config, "gpt2");
    const auto more = static_cast<std::uint64_t>(with.trainable_parameters - without.trainable_parameters);
    ASSERT_GT(more, 0U);
    EXPECT_EQ(with.optimizer_bytes - without.optimizer_bytes, 8 * more);
    EXPECT_EQ(with.gradient_bytes - without.gradient_bytes, 4 * more);
}

TEST(EstimateTest, TheBestWeightsAreReadAPieceAtATime) {
    auto config = full();
    const auto without = estimate(config).phases.back().bytes();
    config.data.validation_share = 0.1;
    constexpr std::uint64_t kPiece = std::uint64_t{4} << 22, kPage = 8192;
    EXPECT_LE(estimate(config).phases.back().bytes(), without + kPiece + kPage);
    EXPECT_GE(estimate(config).phases.back().bytes(), without);
}

TEST(EstimateTest, AModelOnCodesIsDenseWhenItIsWritten) {
    auto config = full();
    config.method.params.set("trainable", std::string("biases"));
    config.precision.quantization = QuantizationType::Nf4;
    const auto found = estimate(config, "gpt2");
    const auto dense = static_cast<std::uint64_t>(found.total_parameters) * 4;
    EXPECT_LT(found.weight_bytes, dense);
    // The matrix that is made of its codes last counts as passing.
    const auto& saving = found.phases.back();
    EXPECT_GE(bytes_of_item(saving, "weights") + bytes_of_item(saving, "temporaries"), dense);
    EXPECT_EQ(found.result_bytes, dense);
}

TEST(EstimateTest, TheResultOfFullFineTuningIsInFp32WhateverTrained) {
    const auto fp32 = estimate(full());
    const auto bf16 = estimate(in_types(full(), NumberType::Bf16, NumberType::Bf16));
    EXPECT_EQ(fp32.result_bytes, fp32.weight_bytes);
    EXPECT_EQ(bf16.result_bytes, fp32.result_bytes);
    EXPECT_EQ(bf16.checkpoint_bytes, bf16.weight_bytes + bf16.optimizer_bytes);
    const auto adapter = estimate(default_run_config());
    EXPECT_EQ(adapter.result_bytes, static_cast<std::uint64_t>(adapter.trainable_parameters) * 4);
}

TEST(EstimateTest, StatesOnTheHostAreSavedToo) {
    auto config = full();
    config.general.device = "cuda";
    const auto plain = estimate(config);
    config.optimizer.params.set("paged", true);
    const auto paged = estimate(config);
    EXPECT_EQ(paged.optimizer_bytes, 0U);
    EXPECT_EQ(paged.checkpoint_bytes, plain.checkpoint_bytes);
}

TEST(EstimateTest, AModelFarLargerThanThisMachineIsJustArithmetic) {
    EXPECT_GT(estimate(full(), "llama-65b").peak_bytes, std::uint64_t{970} << 30);
}

}  // namespace
}  // namespace tunebench
