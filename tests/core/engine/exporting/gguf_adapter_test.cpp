// LoRA for llama.cpp: a second reader finds what its loader looks for, and it gives the trained model back.
#include <cmath>

#include <gtest/gtest.h>

#include "tests/core/engine/exporting/export_bench.h"
#include "tests/support/gguf_reader.h"

namespace tunebench {
namespace {

using test::ExportBench;
using test::GgufReader;

constexpr double kSame = 2e-5;
const std::string kFormat = "gguf-adapter";

ParamMap params(std::vector<std::pair<std::string, ParamValue>> values) {
    ParamMap map;
    for (auto& [key, value] : values)
        map.set(key, std::move(value));
    return map;
}

void expect_equal(const test::GgufReaderTensor& found, const at::Tensor& expected) {
    ASSERT_EQ(found.dimensions, (std::vector<std::int64_t>{expected.size(1), expected.size(0)}));
    for (std::int64_t row = 0; row < expected.size(0); ++row)
        for (std::int64_t column = 0; column < expected.size(1); ++column)
            ASSERT_EQ(found.at(row, column), expected[row][column].item<float>()) << row << ", " << column;
}

/// Row `row` of a head of 8 in llama.cpp's order is this one of Hugging Face's: 0, 4, 1, 5, 2, 6, 3, 7.
std::int64_t source_row(std::int64_t row) {
    return row / 8 * 8 + row % 2 * 4 + row % 8 / 2;
}

TEST(GgufAdapterTest, SaysWhatLlamaCppAsksFor) {
    ExportBench bench(test::llama_json(), "lora", params({{"rank", 4}, {"alpha", 10.0}}));
    bench.write(kFormat);
    const GgufReader file(bench.out() / "adapter.gguf");
    EXPECT_EQ(file.key("general.type").text, "adapter");
    EXPECT_EQ(file.key("general.architecture").text, "llama");
    EXPECT_EQ(file.key("adapter.type").text, "lora");
    EXPECT_EQ(file.key("adapter.lora.alpha").type, 6U);
    EXPECT_EQ(file.key("adapter.lora.alpha").number, 10.0);
    EXPECT_EQ(file.tensors.size(), 2U * 2U * 7U);
    for (const std::string layer : {"blk.0.", "blk.1."})
        for (const std::string module :
             {"attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"}) {
            const auto& a = file.tensor(layer + module + ".weight.lora_a");
            const auto& b = file.tensor(layer + module + ".weight.lora_b");
            EXPECT_EQ(a.dimensions[1], 4);  // rank, which the loader takes from lora_b
            EXPECT_EQ(b.dimensions[0], 4);
            EXPECT_EQ(a.type, 0U);
        }
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufAdapterTest, QueriesAndKeysOfLlamaAreInRotaryPairs) {
    for (const auto& json : {test::llama_json(), test::mistral_json()}) {
        ExportBench bench(json);
        bench.write(kFormat);
        const GgufReader file(bench.out() / "adapter.gguf");
        const std::string modules = "base_model.model.model.layers.1.";
        for (const auto& [ours, theirs] :
             {std::pair{"self_attn.q_proj", "attn_q"}, {"self_attn.k_proj", "attn_k"}}) {
            const auto b = bench.parameter(modules + ours + ".lora_B.weight");
            const auto& found = file.tensor(fmt::format("blk.1.{}.weight.lora_b", theirs));
            for (std::int64_t row = 0; row < b.size(0); ++row)
                ASSERT_EQ(found.at(row, 3), b[source_row(row)][3].item<float>()) << ours << " " << row;
            expect_equal(file.tensor(fmt::format("blk.1.{}.weight.lora_a", theirs)),
                         bench.parameter(modules + ours + ".lora_A.weight"));
        }
        expect_equal(file.tensor("blk.1.attn_v.weight.lora_b"),
                     bench.parameter(modules + "self_attn.v_proj.lora_B.weight"));
        EXPECT_LE(bench.difference(kFormat), kSame);
    }
}

TEST(GgufAdapterTest, Qwen2KeepsItsRows) {
    ExportBench bench(test::qwen2_json());
    bench.write(kFormat);
    const GgufReader file(bench.out() / "adapter.gguf");
    EXPECT_EQ(file.key("general.architecture").text, "qwen2");
    expect_equal(file.tensor("blk.0.attn_q.weight.lora_b"),
                 bench.parameter("base_model.model.model.layers.0.self_attn.q_proj.lora_B.weight"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufAdapterTest, Gpt2IsNotTransposed) {
    ExportBench bench(test::gpt2_json());
    bench.write(kFormat);
    const GgufReader file(bench.out() / "adapter.gguf");
    EXPECT_EQ(file.key("general.architecture").text, "gpt2");
    const std::string modules = "base_model.model.transformer.h.1.";
    for (const auto& [ours, theirs] : {std::pair{"attn.c_attn", "attn_qkv"},
                                       {"attn.c_proj", "attn_output"},
                                       {"mlp.c_fc", "ffn_up"},
                                       {"mlp.c_proj", "ffn_down"}}) {
        expect_equal(file.tensor(fmt::format("blk.1.{}.weight.lora_a", theirs)),
                     bench.parameter(modules + ours + ".lora_A.weight"));
        expect_equal(file.tensor(fmt::format("blk.1.{}.weight.lora_b", theirs)),
                     bench.parameter(modules + ours + ".lora_B.weight"));
    }
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufAdapterTest, ARankStabilisedScaleIsInAlpha) {
    ExportBench bench(test::qwen2_json(), "lora",
                      params({{"rank", 16}, {"alpha", 8.0}, {"rank_stabilized", true}}));
    bench.write(kFormat);
    const GgufReader file(bench.out() / "adapter.gguf");
    EXPECT_EQ(file.key("adapter.lora.alpha").number, 8.0 * 4.0);  // α·√r
    expect_equal(file.tensor("blk.0.attn_q.weight.lora_b"),
                 bench.parameter("base_model.model.model.layers.0.self_attn.q_proj.lora_B.weight"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufAdapterTest, OtherRanksAndAlphasOfModulesAreFoldedIntoB) {
    for (const bool stabilized : {false, true}) {
        ExportBench bench(test::qwen2_json(), "lora",
                          params({{"rank", 4},
                                  {"alpha", 8.0},
                                  {"rank_stabilized", stabilized},
                                  {"rank_pattern", params({{"v_proj", 16.0}})},
                                  {"alpha_pattern", params({{"up_proj", 24.0}})}}));
        bench.write(kFormat);
        const GgufReader file(bench.out() / "adapter.gguf");
        const std::string modules = "base_model.model.model.layers.0.";
        EXPECT_EQ(file.tensor("blk.0.attn_v.weight.lora_b").dimensions[0], 16);
        // Three times the alpha; and 8/√16·16 where alpha stands for 8/√4·4: twice.
        expect_equal(file.tensor("blk.0.ffn_up.weight.lora_b"),
                     bench.parameter(modules + "mlp.up_proj.lora_B.weight") * 3.0);
        expect_equal(file.tensor("blk.0.attn_v.weight.lora_b"),
                     bench.parameter(modules + "self_attn.v_proj.lora_B.weight") * (stabilized ? 2.0 : 1.0));
        EXPECT_LE(bench.difference(kFormat), kSame);
    }
}

TEST(GgufAdapterTest, IsWrittenInHalfPrecisionWhenAsked) {
    for (const auto& [dtype, type] : {std::pair{ExportDtype::F16, 1U}, {ExportDtype::BF16, 30U}}) {
        ExportBench bench(test::llama_json());
        bench.write(kFormat, dtype);
        const GgufReader file(bench.out() / "adapter.gguf");
        EXPECT_EQ(file.tensor("blk.0.ffn_up.weight.lora_a").type, type);
        EXPECT_LE(bench.difference(kFormat), export_tolerance(dtype));
        EXPECT_GT(bench.difference(kFormat), 0.0);
    }
}

TEST(GgufAdapterTest, WhatIsNoPlainLoraIsRefusedWithTheAlternative) {
    const auto refusal = [](ExportBench bench) {
        const auto possible = bench.check(kFormat);
        EXPECT_FALSE(possible);
        return possible ? Error{} : possible.error();
    };
    const auto full = refusal(ExportBench(test::llama_json(), "full"));
    EXPECT_NE(full.message.find("LoRA only"), std::string::npos) << full.message;
    EXPECT_NE(full.hint.find("gguf-model"), std::string::npos) << full.hint;
    const auto bias = refusal(ExportBench(test::qwen2_json(), "lora", params({{"bias", "all"}})));
    EXPECT_NE(bias.message.find("bias"), std::string::npos) << bias.message;
    EXPECT_NE(bias.hint.find("gguf-model"), std::string::npos) << bias.hint;
    const auto dora = refusal(ExportBench(test::llama_json(), "dora"));
    EXPECT_NE(dora.hint.find("Merge it instead"), std::string::npos) << dora.hint;
    const auto whole = refusal(
        ExportBench(test::llama_json(), "lora", params({{"modules_to_save", ParamList{"embed_tokens"}}})));
    EXPECT_NE(whole.message.find("embed_tokens"), std::string::npos) << whole.message;
    const auto head = refusal(
        ExportBench(test::qwen2_json(), "lora", params({{"targets", ParamList{"lm_head", "q_proj"}}})));
    EXPECT_NE(head.message.find("lm_head"), std::string::npos) << head.message;
}

TEST(GgufAdapterTest, OfAMixtureOfExpertsAttentionAndRouterCanBeAdapted) {
    const auto possible = ExportBench(test::mixtral_json()).check(kFormat);
    ASSERT_FALSE(possible);
    EXPECT_NE(possible.error().message.find("experts"), std::string::npos) << possible.error().message;
    EXPECT_NE(possible.error().hint.find("gguf-model"), std::string::npos) << possible.error().hint;
    ExportBench bench(test::mixtral_json(), "lora",
                      params({{"targets", ParamList{"q_proj", "v_proj", "gate"}}}));
    bench.write(kFormat);
    const GgufReader file(bench.out() / "adapter.gguf");
    EXPECT_TRUE(file.tensors.contains("blk.1.ffn_gate_inp.weight.lora_a"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufAdapterTest, TheHeadOfItsOwnCanBeAdapted) {
    ExportBench bench(test::llama_json(), "lora", params({{"targets", ParamList{"lm_head", "q_proj"}}}));
    bench.write(kFormat);
    EXPECT_TRUE(GgufReader(bench.out() / "adapter.gguf").tensors.contains("output.weight.lora_a"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufAdapterTest, OtherArchitecturesAreRefused) {
    ExportBench bench(test::llama_json());
    auto config = bench.model().config();
    config.architecture = "Gemma2ForCausalLM";
    const auto possible = find_export_format(kFormat)->check(*find_method("lora"), config, bench.run());
    ASSERT_FALSE(possible);
    EXPECT_NE(possible.error().message.find("Gemma2ForCausalLM"), std::string::npos);
}

TEST(GgufAdapterTest, AnAdapterOfAnotherModelIsNotAttached) {
    ExportBench bench(test::llama_json());
    bench.write(kFormat);
    EXPECT_TRUE(find_exporter(kFormat)->recognises(bench.out()));
    const auto attached = [&](const Json& json) {
        const auto model = random_model(*model_config_from_json(json, "test"), 1);
        return load_adapter(*model, bench.out());
    };
    EXPECT_TRUE(attached(test::llama_json()));
    EXPECT_EQ(attached(test::qwen2_json()).error().code, ErrorCode::Unsupported);
    const auto shallow = attached(test::with(test::llama_json(), {{"num_hidden_layers", 1}}));
    ASSERT_FALSE(shallow);
    EXPECT_NE(shallow.error().message.find("14 of its 28 tensors"), std::string::npos)
        << shallow.error().message;
    const auto narrow = attached(test::with(test::llama_json(), {{"intermediate_size", 64}}));
    ASSERT_FALSE(narrow);
    EXPECT_NE(narrow.error().message.find("ffn_gate"), std::string::npos) << narrow.error().message;
}

TEST(GgufAdapterTest, ThePairOfTheEmbeddingIsAsLlamaCppLooksItUp) {
    ExportBench bench(test::llama_json(), "lora",
                      params({{"rank", 4}, {"targets", ParamList{"embed_tokens", "q_proj"}}}));
    bench.write(kFormat);
    const GgufReader file(bench.out() / "adapter.gguf");
    const std::string module = "base_model.model.model.embed_tokens.";
    expect_equal(file.tensor("token_embd.weight.lora_a"), bench.parameter(module + "lora_embedding_A").t());
    expect_equal(file.tensor("token_embd.weight.lora_b"), bench.parameter(module + "lora_embedding_B"));
    EXPECT_LE(bench.difference(kFormat), kSame);
}

TEST(GgufAdapterTest, AStartCutOutOfTheWeightsIsWrittenForTheUnchangedBase) {
    for (const auto* initialization : {"pissa", "olora"}) {
        ExportBench bench(test::llama_json(), "lora",
                          params({{"rank", 4}, {"initialization", initialization}}));
        bench.write(kFormat);
        const GgufReader file(bench.out() / "adapter.gguf");
        EXPECT_EQ(file.tensor("blk.0.attn_v.weight.lora_b").dimensions[0], 8);  // twice the rank
        EXPECT_LE(bench.difference(kFormat), kSame);
    }
}

}  // namespace
}  // namespace tunebench
