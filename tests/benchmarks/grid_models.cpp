// The models of the memory grid.
#include <algorithm>
#include <iterator>

#include "core/models/shapes.h"
#include "tests/benchmarks/grid_cases.h"

namespace tunebench::grid {
namespace {

/// Sizes that are quick to compute. What they take of memory is counted by the same rules as that of large
/// ones.
Json llama(std::int64_t vocabulary, std::int64_t hidden, std::int64_t inner, std::int64_t layers,
           std::int64_t heads, std::int64_t key_value_heads, bool tied) {
    return {{"model_type", "llama"},
            {"vocab_size", vocabulary},
            {"hidden_size", hidden},
            {"intermediate_size", inner},
            {"num_hidden_layers", layers},
            {"num_attention_heads", heads},
            {"num_key_value_heads", key_value_heads},
            {"max_position_embeddings", 4096},
            {"tie_word_embeddings", tied},
            {"bos_token_id", 0},
            {"eos_token_id", 0}};
}

Json with_experts(Json llama, bool balances) {
    llama.update({{"model_type", "mixtral"},
                  {"num_local_experts", 8},
                  {"num_experts_per_tok", 2},
                  {"output_router_logits", balances}});
    return llama;
}

Json sized(Json family) {
    const bool is_gpt2 = family["model_type"] == "gpt2";
    family["vocab_size"] = 2048;
    family[is_gpt2 ? "n_embd" : "hidden_size"] = 128;
    family[is_gpt2 ? "n_positions" : "max_position_embeddings"] = 1024;
    if (!is_gpt2)
        family["intermediate_size"] = 344;
    if (family.contains("ffn_dim"))
        family["ffn_dim"] = 512;
    if (family.contains("embedding_size"))
        family["embedding_size"] = 128;
    if (family.contains("head_dim"))
        family["head_dim"] = 32;
    if (family.contains("rope_scaling") && family["rope_scaling"].contains("short_factor"))
        for (const auto* factor : {"short_factor", "long_factor"})
            family["rope_scaling"][factor] = std::vector<double>(16, 1.0);
    if (family.contains("dim"))
        family.update({{"dim", 128}, {"hidden_dim", 344}});
    if (family.contains("local_attention"))
        family["local_attention"] = 96;
    if (family.contains("sliding_window"))
        family["sliding_window"] = 96;
    return family;
}

}  // namespace

std::vector<test::FamilyConfig> all_families() {
    auto all = test::family_configs();
    std::ranges::move(test::encoder_configs(), std::back_inserter(all));
    return all;
}

Result<ModelConfig> model_of(const Case& one) {
    const std::pair<std::string, Json> own[] = {
        {"tiny", llama(512, 64, 176, 2, 4, 2, true)},
        {"small", llama(4096, 192, 512, 4, 6, 2, true)},
        {"deep", llama(1024, 192, 512, 12, 6, 2, false)},
        {"wide", llama(32768, 64, 176, 2, 4, 2, true)},
        {"wide-untied", llama(32768, 64, 176, 2, 4, 2, false)},
        {"square", llama(256, 512, 512, 2, 8, 8, false)},
        {"broad", llama(512, 128, 1024, 4, 4, 2, true)},
        {"many-heads", llama(512, 128, 128, 4, 16, 16, true)},
        {"experts", with_experts(llama(2048, 192, 256, 4, 6, 2, false), false)},
        {"balanced-experts", with_experts(llama(2048, 192, 256, 4, 6, 2, false), true)}};
    for (const auto& [name, json] : own)
        if (name == one.model)
            return model_config_from_json(json, name);
    for (const auto& family : all_families())
        if (family.name == one.model)
            return model_config_from_json(sized(family.json), family.name);
    return shape_config(one.model);
}

}  // namespace tunebench::grid
