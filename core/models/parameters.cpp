#include "core/models/parameters.h"

#include <cassert>
#include <functional>
#include <numeric>

#include <fmt/format.h>

#include "core/models/family.h"

namespace tunebench {
namespace {

class TableWriter {
public:
    explicit TableWriter(const ModelConfig& config) : config_(config), names_(module_names(config)) {}

    std::vector<ProjectionInfo> projections() const {
        std::vector<ProjectionInfo> table;
        for (std::int64_t layer = 0; layer < config_.num_hidden_layers; ++layer)
            add_layer_projections(table, layer);
        table.push_back({.path = head_path(config_),
                         .role = ProjectionRole::Head,
                         .in_features = config_.hidden_size,
                         .out_features = config_.head_outputs()});
        return table;
    }

    std::vector<ParameterInfo> parameters() const {
        std::vector<ParameterInfo> table;
        const auto hidden = config_.hidden_size;
        add(table, names_.embedding, "weight", ParameterRole::Embedding, -1, {config_.vocab_size, hidden});
        if (config_.positions == PositionKind::Learned)
            add(table, names_.position_embedding, "weight", ParameterRole::PositionEmbedding, -1,
                {config_.max_position_embeddings, hidden});
        for (std::int64_t layer = 0; layer < config_.num_hidden_layers; ++layer)
            add_layer(table, layer);
        add_norm(table, names_.final_norm, -1);
        if (!config_.tie_word_embeddings)
            add(table, head_path(config_), "weight", ParameterRole::ProjectionWeight, -1,
                {config_.head_outputs(), hidden});
        table.back().in_task_head = config_.is_classifier();
        return table;
    }

private:
    std::string in_layer(std::int64_t layer, const std::string& module) const {
        return fmt::format("{}.{}.{}", names_.layers, layer, module);
    }

    void add_layer_projections(std::vector<ProjectionInfo>& table, std::int64_t layer) const {
        const auto hidden = config_.hidden_size;
        const auto query = config_.num_attention_heads * config_.head_dim;
        const auto key_value = config_.num_key_value_heads * config_.head_dim;
        const auto put = [&](const std::string& module, ProjectionRole role, std::int64_t in,
                             std::int64_t out, bool bias) {
            table.push_back({.path = in_layer(layer, module),
                             .role = role,
                             .layer = layer,
                             .in_features = in,
                             .out_features = out,
                             .has_bias = bias,
                             .transposed = config_.transposed_weights});
        };
        if (config_.fused_qkv) {
            put(names_.query_key_value, ProjectionRole::QueryKeyValue, hidden, query + 2 * key_value,
                config_.attention_bias);
        } else {
            put(names_.query, ProjectionRole::Query, hidden, query, config_.attention_bias);
            put(names_.key, ProjectionRole::Key, hidden, key_value, config_.attention_bias);
            put(names_.value, ProjectionRole::Value, hidden, key_value, config_.attention_bias);
        }
        put(names_.attention_output, ProjectionRole::AttentionOutput, query, hidden,
            config_.attention_output_bias);
        if (config_.gated_mlp)
            put(names_.gate, ProjectionRole::Gate, hidden, config_.intermediate_size, config_.mlp_bias);
        put(names_.up, ProjectionRole::Up, hidden, config_.intermediate_size, config_.mlp_bias);
        put(names_.down, ProjectionRole::Down, config_.intermediate_size, hidden, config_.mlp_bias);
    }

    void add_layer(std::vector<ParameterInfo>& table, std::int64_t layer) const {
        std::vector<ProjectionInfo> projections;
        add_layer_projections(projections, layer);
        add_norm(table, in_layer(layer, names_.attention_norm), layer);
        for (const auto& projection : projections) {
            if (projection.role == (config_.gated_mlp ? ProjectionRole::Gate : ProjectionRole::Up))
                add_norm(table, in_layer(layer, names_.mlp_norm), layer);
            add_projection(table, projection);
        }
    }

    void add_projection(std::vector<ParameterInfo>& table, const ProjectionInfo& projection) const {
        std::vector<std::int64_t> shape = {projection.out_features, projection.in_features};
        if (projection.transposed)
            std::swap(shape[0], shape[1]);
        add(table, projection.path, "weight", ParameterRole::ProjectionWeight, projection.layer,
            std::move(shape));
        if (projection.has_bias)
            add(table, projection.path, "bias", ParameterRole::ProjectionBias, projection.layer,
                {projection.out_features});
    }

    void add_norm(std::vector<ParameterInfo>& table, const std::string& module, std::int64_t layer) const {
        add(table, module, "weight", ParameterRole::NormWeight, layer, {config_.hidden_size});
        if (config_.norm == NormKind::LayerNorm)
            add(table, module, "bias", ParameterRole::NormBias, layer, {config_.hidden_size});
    }

    static void add(std::vector<ParameterInfo>& table, const std::string& module, std::string_view suffix,
                    ParameterRole role, std::int64_t layer, std::vector<std::int64_t> shape) {
        table.push_back({.name = fmt::format("{}.{}", module, suffix),
                         .module = module,
                         .role = role,
                         .layer = layer,
                         .shape = std::move(shape)});
    }

    const ModelConfig& config_;
    const ModuleNames& names_;
};

}  // namespace

std::int64_t ParameterInfo::count() const {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

const ModuleNames& module_names(const ModelConfig& config) {
    const auto* family = find_family(config.model_type);
    assert(family && "a ModelConfig is only made by a registered family");
    return family->names;
}

const std::string& head_path(const ModelConfig& config) {
    const auto& names = module_names(config);
    return config.is_classifier() ? names.classes_head : names.head;
}

std::vector<ProjectionInfo> projections_of(const ModelConfig& config) {
    return TableWriter(config).projections();
}

std::vector<ParameterInfo> parameters_of(const ModelConfig& config) {
    return TableWriter(config).parameters();
}

std::int64_t parameter_count(const ModelConfig& config) {
    std::int64_t count = 0;
    for (const auto& parameter : parameters_of(config))
        count += parameter.count();
    return count;
}

}  // namespace tunebench
