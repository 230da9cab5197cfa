// Qwen 3 with experts in the place of the MLP, in all layers or in some.
#include <set>

#include "core/models/families/config_keys.h"

namespace tunebench {
namespace {

constexpr std::string_view kCount = "num_experts";
constexpr std::string_view kNewCount = "num_local_experts";  // as newer versions of transformers write it

/// Those that decoder_sparse_step comes by, but for the ones that mlp_only_layers names.
Result<std::vector<bool>> expert_layers(const Json& json, std::int64_t layers) {
    TRY(const auto step, positive_or(json, "decoder_sparse_step", 1));
    std::set<std::int64_t> without;
    if (const auto* listed = find_member(json, "mlp_only_layers"); listed && !listed->is_null()) {
        TRY(const auto numbers, json_integers(json, "mlp_only_layers"));
        without.insert(numbers.begin(), numbers.end());
    }
    std::vector<bool> with;
    for (std::int64_t layer = 0; layer < layers; ++layer)
        with.push_back((layer + 1) % step == 0 && !without.contains(layer));
    return with;
}

Result<void> read(const Json& json, ModelConfig& config) {
    TRY_VOID(read_llama_like(json, config));
    TRY(config.attention_bias, boolean_or(json, "attention_bias", false));
    config.attention_output_bias = config.attention_bias;
    config.query_key_norm = QueryKeyNorm::Head;
    TRY(const auto has_window, boolean_or(json, "use_sliding_window", false));
    if (has_window) {
        TRY(config.sliding_window, window_or(json, kUsualWindow));
    }
    const auto count = find_member(json, kNewCount) ? kNewCount : kCount;
    TRY(auto experts, experts_from(json, count, 8));
    TRY(experts.intermediate_size, positive_or(json, "moe_intermediate_size", 768));
    TRY(experts.renormalizes, boolean_or(json, "norm_topk_prob", false));
    TRY_VOID(check_experts(experts, config.num_hidden_layers, count));
    TRY(experts.layers, expert_layers(json, config.num_hidden_layers));
    config.experts = std::move(experts);
    return {};
}

void write(const ModelConfig& config, OrderedJson& json) {
    const auto& experts = *config.experts;
    write_llama_like(config, json);
    json["attention_bias"] = config.attention_bias;
    json["use_sliding_window"] = config.sliding_window.has_value();
    json["sliding_window"] =
        config.sliding_window ? OrderedJson(*config.sliding_window) : OrderedJson(nullptr);
    write_experts(experts, kCount, json);
    json["moe_intermediate_size"] = experts.intermediate_size;
    json["norm_topk_prob"] = experts.renormalizes;
    json["decoder_sparse_step"] = 1;
    auto& without = json["mlp_only_layers"] = OrderedJson::array();
    for (std::int64_t layer = 0; layer < config.num_hidden_layers; ++layer)
        if (!config.experts_of(layer))
            without.push_back(layer);
}

ModuleNames names() {
    auto names = llama_names();
    names.query_norm = "self_attn.q_norm";
    names.key_norm = "self_attn.k_norm";
    names.router = "mlp.gate";
    names.experts = "mlp.experts";
    names.expert_gate = "gate_proj";
    names.expert_up = "up_proj";
    names.expert_down = "down_proj";
    return names;
}

}  // namespace

const Family& qwen3_moe_family() {
    static const Family family{"qwen3_moe", "Qwen3MoeForCausalLM", read, write, names()};
    return family;
}

}  // namespace tunebench
