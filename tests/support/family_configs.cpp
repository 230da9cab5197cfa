#include "tests/support/family_configs.h"

namespace tunebench::test {
namespace {

Json sizes() {
    return {{"vocab_size", 256},
            {"hidden_size", 32},
            {"intermediate_size", 48},
            {"num_hidden_layers", 4},
            {"num_attention_heads", 4},
            {"num_key_value_heads", 2},
            {"max_position_embeddings", 64},
            {"initializer_range", 0.2},
            {"bos_token_id", 1},
            {"eos_token_id", 2}};
}

Json family(const std::string& type, const Json& changes = Json::object()) {
    auto json = sizes();
    json["model_type"] = type;
    json.update(changes);
    return json;
}

Json of_head_dim_8(Json changes = Json::object()) {
    changes["head_dim"] = 8;
    return changes;
}

Json with_experts(Json changes) {
    changes["num_experts_per_tok"] = 2;
    return changes;
}

Json longrope() {
    return {
        {"type", "longrope"}, {"short_factor", {1.0, 1.1, 1.2, 1.3}}, {"long_factor", {1.0, 2.0, 3.0, 4.0}}};
}

Json encoder(const std::string& type, const std::string& architecture, const Json& changes = Json::object()) {
    auto json = family(type, {{"architectures", {architecture}}, {"num_labels", 3}, {"pad_token_id", 0}});
    json["num_hidden_layers"] = 3;
    json.update(changes);
    return json;
}

Json distilbert() {
    return encoder("distilbert", "DistilBertForSequenceClassification",
                   {{"dim", 32}, {"hidden_dim", 48}, {"n_layers", 3}, {"n_heads", 4}});
}

Json modernbert(const Json& changes = Json::object()) {
    auto json = encoder("modernbert", "ModernBertForSequenceClassification",
                        {{"local_attention", 6}, {"local_rope_theta", 100.0}});
    json.update(changes);
    return json;
}

}  // namespace

std::vector<FamilyConfig> encoder_configs() {
    return {
        {"bert", encoder("bert", "BertForSequenceClassification")},
        {"roberta", encoder("roberta", "RobertaForSequenceClassification",
                            {{"pad_token_id", 1}, {"type_vocab_size", 1}})},
        {"xlm_roberta", encoder("xlm-roberta", "XLMRobertaForSequenceClassification",
                                {{"pad_token_id", 1}, {"type_vocab_size", 1}})},
        {"camembert", encoder("camembert", "CamembertForSequenceClassification",
                              {{"pad_token_id", 1}, {"type_vocab_size", 1}})},
        {"electra", encoder("electra", "ElectraForSequenceClassification", {{"embedding_size", 32}})},
        {"distilbert", distilbert()},
        {"modernbert", modernbert()},
        {"modernbert_mean", modernbert({{"classifier_pooling", "mean"},
                                        {"classifier_bias", true},
                                        {"norm_bias", true},
                                        {"attention_bias", true},
                                        {"mlp_bias", true}})},
    };
}

std::vector<FamilyConfig> family_configs() {
    return {
        {"llama", family("llama")},
        {"llama_yarn", family("llama", {{"rope_scaling", {{"rope_type", "yarn"}, {"factor", 4.0}}}})},
        {"llama_dynamic", family("llama", {{"rope_scaling", {{"type", "dynamic"}, {"factor", 2.0}}}})},
        {"llama_biases", family("llama", {{"attention_bias", true}, {"mlp_bias", true}})},
        {"mistral", family("mistral", {{"sliding_window", 5}})},
        {"qwen2",
         family("qwen2", {{"use_sliding_window", true}, {"sliding_window", 5}, {"max_window_layers", 2}})},
        {"gpt2",
         {{"model_type", "gpt2"},
          {"vocab_size", 256},
          {"n_embd", 32},
          {"n_layer", 2},
          {"n_head", 4},
          {"n_positions", 64},
          {"bos_token_id", 1},
          {"initializer_range", 0.2},
          {"eos_token_id", 2}}},
        {"qwen3", family("qwen3", of_head_dim_8())},
        {"gemma", family("gemma", of_head_dim_8())},
        {"gemma2", family("gemma2", of_head_dim_8({{"sliding_window", 5},
                                                   {"query_pre_attn_scalar", 12},
                                                   {"attn_logit_softcapping", 2.0},
                                                   {"final_logit_softcapping", 3.0}}))},
        {"gemma3_text", family("gemma3_text", of_head_dim_8({{"sliding_window", 5},
                                                             {"sliding_window_pattern", 3},
                                                             {"query_pre_attn_scalar", 8},
                                                             {"rope_local_base_freq", 100.0}}))},
        {"phi", family("phi")},
        {"phi3", family("phi3")},
        {"phi3_longrope",
         family("phi3", {{"rope_scaling", longrope()}, {"original_max_position_embeddings", 12}})},
        {"gpt_neox", family("gpt_neox")},
        {"gpt_neox_serial", family("gpt_neox", {{"use_parallel_residual", false}, {"rotary_pct", 1.0}})},
        {"opt", family("opt", {{"ffn_dim", 48}, {"init_std", 0.2}})},
        {"olmo2", family("olmo2")},
        {"smollm3", family("smollm3")},
        {"granite", family("granite", {{"embedding_multiplier", 3.0},
                                       {"residual_multiplier", 0.5},
                                       {"attention_multiplier", 0.2},
                                       {"logits_scaling", 4.0}})},
        {"stablelm", family("stablelm", {{"use_qkv_bias", true}})},
        {"starcoder2", family("starcoder2", {{"sliding_window", 5}})},
        {"mixtral", family("mixtral", with_experts({{"num_local_experts", 4}, {"sliding_window", 5}}))},
        {"qwen3_moe", family("qwen3_moe", with_experts({{"num_experts", 5},
                                                        {"moe_intermediate_size", 24},
                                                        {"mlp_only_layers", {0}},
                                                        {"decoder_sparse_step", 2}}))},
        {"qwen3_moe_renormalized",
         family("qwen3_moe",
                with_experts({{"num_experts", 4}, {"moe_intermediate_size", 24}, {"norm_topk_prob", true}}))},
        {"stablelm_parallel", family("stablelm", {{"use_parallel_residual", true}})},
    };
}

}  // namespace tunebench::test
