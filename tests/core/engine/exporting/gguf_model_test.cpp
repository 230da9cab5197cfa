// Whole models for llama.cpp: a second reader finds every key, tensor and token, and the weights come back.
#include <cmath>
#include <numbers>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/exports/gguf_modules.h"
#include "tests/core/engine/exporting/export_bench.h"
#include "tests/support/gguf_reader.h"

namespace tunebench {
namespace {

using test::ExportBench;
using test::GgufReader;
using test::GgufReaderTensor;

constexpr double kSame = 2e-5;
const std::string kFormat = "gguf-model";

/// `expected` (rows, columns) or (values), after `row_of` of the file's row.
void expect_equal(
    const GgufReaderTensor& found, const at::Tensor& expected, double tolerance = 0.0,
    std::int64_t (*row_of)(std::int64_t) = [](std::int64_t row) { return row; }) {
    const auto matrix = expected.dim() == 1 ? expected.unsqueeze(1) : expected;
    const auto columns = matrix.size(1);
    ASSERT_EQ(std::ssize(found.values), matrix.numel());
    ASSERT_EQ(found.dimensions.front(), expected.size(-1));
    for (std::int64_t row = 0; row < matrix.size(0); ++row)
        for (std::int64_t column = 0; column < columns; column += 7)
            ASSERT_NEAR(found.values[static_cast<std::size_t>(row * columns + column)],
                        matrix[row_of(row)][column].item<float>(), tolerance)
                << row << ", " << column;
}

/// Row `row` of a head of 8 in llama.cpp's order is this one of Hugging Face's: 0, 4, 1, 5, 2, 6, 3, 7.
std::int64_t source_row(std::int64_t row) {
    return row / 8 * 8 + row % 2 * 4 + row % 8 / 2;
}

TEST(GgufModelTest, LlamaHasEveryKeyAndTensor) {
    ExportBench bench(test::llama_json());
    bench.run().general.name = "a name";
    bench.write(kFormat);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_EQ(file.key("general.architecture").text, "llama");
    EXPECT_EQ(file.key("general.type").text, "model");
    EXPECT_EQ(file.key("general.name").text, "a name");
    EXPECT_EQ(file.key("general.file_type").number, 0);
    const std::map<std::string, double> sizes = {{"vocab_size", 264},
                                                 {"context_length", 128},
                                                 {"embedding_length", 64},
                                                 {"block_count", 2},
                                                 {"feed_forward_length", 96},
                                                 {"attention.head_count", 8},
                                                 {"attention.head_count_kv", 4},
                                                 {"attention.key_length", 8},
                                                 {"attention.value_length", 8},
                                                 {"rope.dimension_count", 8}};
    for (const auto& [name, size] : sizes) {
        EXPECT_EQ(file.key("llama." + name).number, size) << name;
        EXPECT_EQ(file.key("llama." + name).type, 4U) << name;  // u32, which the loader insists on
    }
    EXPECT_EQ(file.key("llama.rope.freq_base").number, 10000.0);
    EXPECT_EQ(file.key("llama.attention.layer_norm_rms_epsilon").number, static_cast<double>(1e-5F));
    EXPECT_EQ(file.key("llama.attention.layer_norm_rms_epsilon").type, 6U);
    EXPECT_FALSE(file.keys.contains("llama.attention.sliding_window"));
    EXPECT_EQ(file.key("tokenizer.ggml.tokens").texts.size(), 264U);
    EXPECT_EQ(file.key("tokenizer.ggml.token_type").numbers.size(), 264U);
    EXPECT_EQ(file.tensors.size(), 3U + 2U * 9U);
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, TheWeightsOfLlamaAreThoseThatWereMerged) {
    ExportBench bench(test::with(test::llama_json(), {{"attention_bias", true}, {"mlp_bias", true}}));
    bench.write(kFormat);  // merges
    const GgufReader file(bench.out() / "model.gguf");
    expect_equal(file.tensor("token_embd.weight"), bench.weight("model.embed_tokens.weight"));
    expect_equal(file.tensor("output_norm.weight"), bench.weight("model.norm.weight"));
    expect_equal(file.tensor("output.weight"), bench.weight("lm_head.weight"));
    const std::string layer = "model.layers.1.";
    expect_equal(file.tensor("blk.1.attn_norm.weight"), bench.weight(layer + "input_layernorm.weight"));
    expect_equal(file.tensor("blk.1.ffn_norm.weight"),
                 bench.weight(layer + "post_attention_layernorm.weight"));
    for (const auto& [theirs, ours] :
         {std::pair{"attn_q", "self_attn.q_proj"}, {"attn_k", "self_attn.k_proj"}})
        for (const std::string kind : {".weight", ".bias"})
            expect_equal(file.tensor(fmt::format("blk.1.{}{}", theirs, kind)),
                         bench.weight(layer + ours + kind), 0.0, source_row);
    for (const auto& [theirs, ours] : {std::pair{"attn_v", "self_attn.v_proj"},
                                       {"attn_output", "self_attn.o_proj"},
                                       {"ffn_gate", "mlp.gate_proj"},
                                       {"ffn_up", "mlp.up_proj"},
                                       {"ffn_down", "mlp.down_proj"}})
        for (const std::string kind : {".weight", ".bias"})
            expect_equal(file.tensor(fmt::format("blk.1.{}{}", theirs, kind)),
                         bench.weight(layer + ours + kind));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, Qwen2KeepsItsRowsAndItsTiedHead) {
    ExportBench bench(test::qwen2_json());
    bench.write(kFormat);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_EQ(file.key("qwen2.attention.head_count_kv").number, 4);
    EXPECT_FALSE(file.tensors.contains("output.weight"));
    const std::string layer = "model.layers.0.self_attn.";
    expect_equal(file.tensor("blk.0.attn_q.weight"), bench.weight(layer + "q_proj.weight"));
    expect_equal(file.tensor("blk.0.attn_k.bias"), bench.weight(layer + "k_proj.bias"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, Gpt2IsTurnedTheUsualWayRound) {
    ExportBench bench(test::gpt2_json());
    bench.write(kFormat);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_EQ(file.key("gpt2.attention.layer_norm_epsilon").number, static_cast<double>(1e-5F));
    EXPECT_FALSE(file.keys.contains("gpt2.rope.freq_base"));
    const std::string layer = "transformer.h.1.";
    expect_equal(file.tensor("position_embd.weight"), bench.weight("transformer.wpe.weight"));
    expect_equal(file.tensor("output_norm.bias"), bench.weight("transformer.ln_f.bias"));
    expect_equal(file.tensor("blk.1.attn_qkv.weight"), bench.weight(layer + "attn.c_attn.weight").t());
    expect_equal(file.tensor("blk.1.attn_qkv.bias"), bench.weight(layer + "attn.c_attn.bias"));
    expect_equal(file.tensor("blk.1.attn_output.weight"), bench.weight(layer + "attn.c_proj.weight").t());
    expect_equal(file.tensor("blk.1.ffn_up.weight"), bench.weight(layer + "mlp.c_fc.weight").t());
    expect_equal(file.tensor("blk.1.ffn_down.weight"), bench.weight(layer + "mlp.c_proj.weight").t());
    EXPECT_LE(bench.difference(kFormat), kSame);
}

/// One expert's part of a tensor that has them all, (columns, rows, experts) in the file.
GgufReaderTensor expert_of(const GgufReaderTensor& all, std::int64_t expert) {
    const auto size = all.dimensions[0] * all.dimensions[1];
    return {.dimensions = {all.dimensions[0], all.dimensions[1]},
            .type = all.type,
            .values = {all.values.begin() + expert * size, all.values.begin() + (expert + 1) * size}};
}

void expect_experts(ExportBench& bench, const GgufReader& file, const std::string& path,
                    const std::vector<std::pair<std::string, std::string>>& names, std::int64_t experts,
                    std::int64_t width) {
    for (const auto& [theirs, ours] : names) {
        const auto& all = file.tensor("blk.1." + theirs + ".weight");
        const bool is_down = theirs == "ffn_down_exps";
        EXPECT_EQ(all.dimensions,
                  (std::vector<std::int64_t>{is_down ? width : 64, is_down ? 64 : width, experts}));
        for (std::int64_t expert = 0; expert < experts; ++expert)
            expect_equal(expert_of(all, expert),
                         bench.weight(fmt::format("{}.experts.{}.{}.weight", path, expert, ours)));
    }
}

TEST(GgufModelTest, TheExpertsOfMixtralAreOneTensorOfEachKind) {
    ExportBench bench(test::mixtral_json());
    bench.write(kFormat);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_EQ(file.key("general.architecture").text, "llama");
    EXPECT_EQ(file.key("llama.expert_count").number, 4);
    EXPECT_EQ(file.key("llama.expert_count").type, 4U);
    EXPECT_EQ(file.key("llama.expert_used_count").number, 2);
    EXPECT_EQ(file.key("llama.feed_forward_length").number, 96);
    const std::string path = "model.layers.1.block_sparse_moe";
    expect_experts(bench, file, path,
                   {{"ffn_gate_exps", "w1"}, {"ffn_up_exps", "w3"}, {"ffn_down_exps", "w2"}}, 4, 96);
    expect_equal(file.tensor("blk.1.ffn_gate_inp.weight"), bench.weight(path + ".gate.weight"));
    expect_equal(file.tensor("blk.1.attn_q.weight"), bench.weight("model.layers.1.self_attn.q_proj.weight"),
                 0.0, source_row);
    EXPECT_EQ(file.tensors.size(), 3U + 2U * (2U + 4U + 1U + 3U));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, Qwen3MoeHasExpertsOfTheirOwnWidthAndNormsOfQueriesAndKeys) {
    ExportBench bench(test::qwen3_moe_json());
    bench.write(kFormat);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_EQ(file.key("general.architecture").text, "qwen3moe");
    EXPECT_EQ(file.key("qwen3moe.expert_count").number, 5);
    EXPECT_EQ(file.key("qwen3moe.expert_used_count").number, 2);
    EXPECT_EQ(file.key("qwen3moe.expert_feed_forward_length").number, 32);
    expect_experts(
        bench, file, "model.layers.1.mlp",
        {{"ffn_gate_exps", "gate_proj"}, {"ffn_up_exps", "up_proj"}, {"ffn_down_exps", "down_proj"}}, 5, 32);
    const std::string attention = "model.layers.0.self_attn.";
    expect_equal(file.tensor("blk.0.attn_q_norm.weight"), bench.weight(attention + "q_norm.weight"));
    expect_equal(file.tensor("blk.0.attn_k_norm.weight"), bench.weight(attention + "k_norm.weight"));
    expect_equal(file.tensor("blk.0.attn_q.weight"), bench.weight(attention + "q_proj.weight"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, WhatChoosesExpertsStaysExact) {
    ExportBench bench(test::mixtral_json());
    bench.write(kFormat, ExportDtype::Q8_0);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_EQ(file.tensor("blk.0.ffn_gate_inp.weight").type, 0U);
    EXPECT_EQ(file.tensor("blk.0.ffn_gate_exps.weight").type, 8U);
    const auto part = expert_of(file.tensor("blk.0.ffn_down_exps.weight"), 3);
    expect_equal(part, bench.weight("model.layers.0.block_sparse_moe.experts.3.w2.weight"), 0.5 / 127.0);
}

TEST(GgufModelTest, MixturesThatLlamaCppDoesNotComputeAreRefused) {
    const auto refusal = [](const Json& changes) {
        const auto json = test::with(test::qwen3_moe_json(), changes);
        const auto checked = check_gguf_architecture(*model_config_from_json(json, "config.json"));
        EXPECT_FALSE(checked) << changes.dump();
        return checked ? std::string() : checked.error().message;
    };
    EXPECT_NE(refusal({{"norm_topk_prob", false}}).find("divided by their sum"), std::string::npos);
    EXPECT_NE(refusal({{"mlp_only_layers", {1}}}).find("layer 1"), std::string::npos);
    EXPECT_NE(refusal({{"attention_bias", true}}).find("biases"), std::string::npos);
    EXPECT_TRUE(check_gguf_architecture(*model_config_from_json(test::qwen3_moe_json(), "config.json")));
}

TEST(GgufModelTest, AScalingOfPositionsThatItCannotWriteIsRefused) {
    for (const auto* type : {"yarn", "dynamic"}) {
        const auto json =
            test::with(test::llama_json(), {{"rope_scaling", {{"type", type}, {"factor", 4.0}}}});
        const auto checked = check_gguf_architecture(*model_config_from_json(json, "config.json"));
        ASSERT_FALSE(checked) << type;
        EXPECT_NE(checked.error().message.find("rope_scaling"), std::string::npos);
    }
}

TEST(GgufModelTest, PositionsAndWindowsAreScaledAsTheModelSays) {
    ExportBench window(test::mistral_json());
    window.write(kFormat);
    EXPECT_EQ(GgufReader(window.out() / "model.gguf").key("llama.attention.sliding_window").number, 5);
    EXPECT_EQ(find_exporter(kFormat)->notes(window.job()).size(), 1U);  // llama.cpp ignores it
    EXPECT_LE(window.difference(kFormat), kSame);
    ExportBench linear(
        test::with(test::llama_json(), {{"rope_scaling", {{"type", "linear"}, {"factor", 4.0}}}}));
    linear.write(kFormat);
    const GgufReader file(linear.out() / "model.gguf");
    EXPECT_EQ(file.key("llama.rope.scaling.type").text, "linear");
    EXPECT_EQ(file.key("llama.rope.scaling.factor").number, 4.0);
    EXPECT_TRUE(find_exporter(kFormat)->notes(linear.job()).empty());
    EXPECT_LE(linear.difference(kFormat), kSame);
}

TEST(GgufModelTest, Llama3ScalesFrequenciesByATensor) {
    ExportBench bench(test::with(test::llama_json(), {{"rope_scaling",
                                                       {{"rope_type", "llama3"},
                                                        {"factor", 8.0},
                                                        {"low_freq_factor", 1.0},
                                                        {"high_freq_factor", 4.0},
                                                        {"original_max_position_embeddings", 1024}}}}));
    bench.write(kFormat);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_FALSE(file.keys.contains("llama.rope.scaling.type"));
    const auto& divisors = file.tensor("rope_freqs.weight");
    ASSERT_EQ(divisors.values.size(), 4U);
    // Wavelengths 2π·10000^(i/4): 6.3 and 63 below 1024/4 are kept, 6283 above 1024 is divided by 8, and 628
    // lies between them.
    const double smooth = (1024.0 / (200.0 * std::numbers::pi) - 1.0) / 3.0;
    EXPECT_NEAR(divisors.values[0], 1.0, 1e-6);
    EXPECT_NEAR(divisors.values[1], 1.0, 1e-6);
    EXPECT_NEAR(divisors.values[2], 1.0 / ((1.0 - smooth) / 8.0 + smooth), 1e-5);
    EXPECT_NEAR(divisors.values[3], 8.0, 1e-5);
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, TypesAreUsedWhereTheyFit) {
    struct Case {
        ExportDtype dtype;
        std::uint32_t type;
        double file_type;
        double rounding;  // of a value below 1 in magnitude
    };
    for (const auto& [dtype, type, file_type, rounding] :
         {Case{ExportDtype::F16, 1, 1, 0x1p-12}, Case{ExportDtype::BF16, 30, 32, 0x1p-9},
          Case{ExportDtype::Q8_0, 8, 7, 0.5 / 127.0}}) {
        // 40 and not 64: rows of ffn_down that are no whole number of blocks.
        ExportBench bench(test::with(test::llama_json(), {{"intermediate_size", 40}}));
        bench.write(kFormat, dtype);
        const GgufReader file(bench.out() / "model.gguf");
        EXPECT_EQ(file.key("general.file_type").number, file_type);
        EXPECT_EQ(file.keys.contains("general.quantization_version"), dtype == ExportDtype::Q8_0);
        EXPECT_EQ(file.tensor("token_embd.weight").type, type);
        EXPECT_EQ(file.tensor("blk.0.attn_q.weight").type, type);
        EXPECT_EQ(file.tensor("blk.0.attn_norm.weight").type, 0U);
        EXPECT_EQ(file.tensor("blk.0.ffn_down.weight").type, dtype == ExportDtype::Q8_0 ? 1U : type);
        expect_equal(file.tensor("blk.0.ffn_up.weight"), bench.weight("model.layers.0.mlp.up_proj.weight"),
                     rounding);
        const auto difference = bench.difference(kFormat);
        EXPECT_LE(difference, export_tolerance(dtype)) << export_dtype_name(dtype);
        EXPECT_GT(difference, kSame);
    }
}

TEST(GgufModelTest, PositionsOfGpt2StayExact) {
    ExportBench bench(test::gpt2_json());
    bench.write(kFormat, ExportDtype::Q8_0);
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_EQ(file.tensor("position_embd.weight").type, 0U);
    EXPECT_EQ(file.tensor("blk.0.attn_qkv.weight").type, 8U);
    EXPECT_LE(bench.difference(kFormat), export_tolerance(ExportDtype::Q8_0));
}

TEST(GgufModelTest, AHeadThatWasTrainedOnItsOwnIsWritten) {
    ParamMap params;
    params.set("modules_to_save", ParamList{"lm_head"});
    ExportBench bench(test::qwen2_json(), "lora", params);
    bench.write(kFormat);
    EXPECT_TRUE(GgufReader(bench.out() / "model.gguf").tensors.contains("output.weight"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, APairOfTheEmbeddingIsMergedIntoItAlone) {
    ParamMap params;
    params.set("targets", ParamList{"embed_tokens", "v_proj"});
    ExportBench bench(test::qwen2_json(), "lora", params);
    bench.write(kFormat);  // the tied head keeps the embedding as it was
    const GgufReader file(bench.out() / "model.gguf");
    EXPECT_NE(file.tensor("output.weight").values, file.tensor("token_embd.weight").values);
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufModelTest, TokensThatWereAddedAreInItsTokenizer) {
    // The tokenizer has 258 tokens and the model 264 rows: the first six new ones find room.
    for (const std::size_t count : {2U, 8U}) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < count; ++i)
            names.push_back(fmt::format("<|{}|>", i));
        ExportBench bench(test::llama_json(), "lora", {}, names);
        bench.write(kFormat);
        const auto rows = std::max<std::size_t>(264, 258 + count);
        const GgufReader file(bench.out() / "model.gguf");
        const auto& tokens = file.key("tokenizer.ggml.tokens").texts;
        const auto& types = file.key("tokenizer.ggml.token_type").numbers;
        ASSERT_EQ(tokens.size(), rows);
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(tokens[258 + i], names[i]);
            EXPECT_EQ(types[258 + i], 3.0);  // control
        }
        EXPECT_EQ(file.key("llama.vocab_size").number, static_cast<double>(rows));
        EXPECT_LE(bench.difference(kFormat), kSame);
    }
}

TEST(GgufModelTest, AFileOfAnotherModelIsNotTakenForIt) {
    ExportBench bench(test::llama_json());
    bench.write(kFormat);
    ExportBench other(test::qwen2_json());
    std::filesystem::create_directories(other.out());
    std::filesystem::copy_file(bench.out() / "model.gguf", other.out() / "model.gguf");
    const auto reloaded = find_exporter(kFormat)->reload(other.job());
    ASSERT_FALSE(reloaded);
    EXPECT_NE(reloaded.error().message.find("architecture"), std::string::npos) << reloaded.error().message;
}

TEST(GgufModelTest, WithoutATokenizerNothingIsWritten) {
    ExportBench bench(test::llama_json());
    std::filesystem::remove(bench.model_folder() / "tokenizer.json");
    const auto written = find_exporter(kFormat)->write(bench.job());
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().message.find("tokenizer.json"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(bench.out() / "model.gguf"));
}

}  // namespace
}  // namespace tunebench
