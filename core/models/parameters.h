// The parameter tables of a model: names as in the Hugging Face checkpoint, shapes, roles. The one source for
// counts, memory, loading and export names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/models/model_config.h"

namespace tunebench {

/// The linear maps of a block, the one before a classifier's head, and the output head.
enum class ProjectionRole {
    QueryKeyValue,
    Query,
    Key,
    Value,
    AttentionOutput,
    Router,  // of experts
    GateUp,
    Gate,
    Up,
    Down,
    HeadDense,
    Head
};

struct ProjectionInfo {
    std::string path = {};  // module path in the Hugging Face model: "model.layers.0.self_attn.q_proj"
    ProjectionRole role = ProjectionRole::Query;
    std::int64_t layer = -1;   // -1: outside the blocks
    std::int64_t expert = -1;  // -1: no expert's
    std::int64_t in_features = 0;
    std::int64_t out_features = 0;
    bool has_bias = false;
    bool transposed = false;    // weight stored (in, out)
    bool in_task_head = false;  // of the classes' head, which trains with every method
};

enum class ParameterRole {
    Embedding,
    PositionEmbedding,
    TokenTypeEmbedding,
    ProjectionWeight,
    ProjectionBias,
    NormWeight,
    NormBias
};

struct ParameterInfo {
    std::string name = {};    // "model.layers.0.self_attn.q_proj.weight"
    std::string module = {};  // "model.layers.0.self_attn.q_proj"
    ParameterRole role = ParameterRole::ProjectionWeight;
    NormSite norm = NormSite::Final;  // of a norm's weight or bias
    std::int64_t layer = -1;
    std::vector<std::int64_t> shape = {};  // as stored
    bool in_task_head = false;             // of the classes' head, which trains with every method
    bool is_of_router = false;             // of experts: small, and never made codes
    std::int64_t count() const;
};

/// Names of the modules that are not projections, by family.
struct ModuleNames {
    std::string prefix = {};              // "model." or "transformer."
    std::string embedding = {};           // "model.embed_tokens"
    std::string position_embedding = {};  // "transformer.wpe"; empty with rotary positions
    std::string token_type_embedding = {};
    std::string embedding_norm = {};
    std::string layers = {};          // "model.layers"
    std::string attention_norm = {};  // inside a layer: "input_layernorm"
    std::string mlp_norm = {};        // "post_attention_layernorm"
    std::string attention_output_norm = {};
    std::string mlp_output_norm = {};
    std::string query_norm = {};
    std::string key_norm = {};
    std::string final_norm = {};  // "model.norm"
    std::string head = "lm_head";
    std::string classes_head = "score";
    std::string head_dense = {};  // before it: "pre_classifier"
    std::string head_norm = {};
    std::string query_key_value = {};  // inside a layer: "attn.c_attn"
    std::string query = {};            // "self_attn.q_proj"
    std::string key = {};
    std::string value = {};
    std::string attention_output = {};
    std::string gate_up = {};
    std::string gate = {};
    std::string up = {};
    std::string down = {};
    std::string router = {};       // "block_sparse_moe.gate"
    std::string experts = {};      // "block_sparse_moe.experts"
    std::string expert_gate = {};  // inside an expert: "w1"
    std::string expert_up = {};
    std::string expert_down = {};
    std::string adapter_after_attention = "attention_adapters";  // where AdapterHub puts its modules
    std::string adapter_after_mlp = "output_adapters";
};

const ModuleNames& module_names(const ModelConfig& config);

/// The module path of the output head: over the vocabulary, or over a classifier's classes.
const std::string& head_path(const ModelConfig& config);

/// Every projection in the order of the forward pass; the head, where there is one, last, also when its
/// weight is tied.
std::vector<ProjectionInfo> projections_of(const ModelConfig& config);

/// Every parameter once (a tied head is not repeated), in the order of the forward pass.
std::vector<ParameterInfo> parameters_of(const ModelConfig& config);

std::int64_t parameter_count(const ModelConfig& config);

/// The share of tokens that pass through a projection, where experts share them evenly.
double share_of_tokens(const ModelConfig& config, const ProjectionInfo& projection);

}  // namespace tunebench
