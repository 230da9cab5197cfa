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
        if (has_head_dense())
            table.push_back(head_dense());
        if (config_.has_head())
            table.push_back(head());
        return table;
    }

    std::vector<ParameterInfo> parameters() const {
        std::vector<ParameterInfo> table;
        const auto hidden = config_.hidden_size;
        add(table, names_.embedding, "weight", ParameterRole::Embedding, -1, {config_.vocab_size, hidden});
        if (config_.positions == PositionKind::Learned)
            add(table, names_.position_embedding, "weight", ParameterRole::PositionEmbedding, -1,
                {config_.max_position_embeddings + config_.position_offset, hidden});
        if (config_.token_types > 0)
            add(table, names_.token_type_embedding, "weight", ParameterRole::TokenTypeEmbedding, -1,
                {config_.token_types, hidden});
        add_outer_norm(table, names_.embedding_norm, NormSite::Embedding);
        for (std::int64_t layer = 0; layer < config_.num_hidden_layers; ++layer)
            add_layer(table, layer);
        add_outer_norm(table, names_.final_norm, NormSite::Final);
        if (has_head_dense())
            add_projection(table, head_dense());
        add_outer_norm(table, names_.head_norm, NormSite::Head);
        if (config_.has_head())
            add_head(table);
        return table;
    }

private:
    std::string in_layer(std::int64_t layer, const std::string& module) const {
        return fmt::format("{}.{}.{}", names_.layers, layer, module);
    }

    std::int64_t query_width() const { return config_.num_attention_heads * config_.head_dim; }
    std::int64_t key_width() const { return config_.num_key_value_heads * config_.head_dim; }

    ProjectionInfo projection(std::int64_t layer, const std::string& module, ProjectionRole role,
                              std::int64_t in, std::int64_t out, bool bias) const {
        return {.path = in_layer(layer, module),
                .role = role,
                .layer = layer,
                .in_features = in,
                .out_features = out,
                .has_bias = bias,
                .transposed = config_.transposed_weights};
    }

    void add_attention_inputs(std::vector<ProjectionInfo>& table, std::int64_t layer) const {
        const auto put = [&](const std::string& module, ProjectionRole role, std::int64_t out) {
            table.push_back(
                projection(layer, module, role, config_.hidden_size, out, config_.attention_bias));
        };
        if (config_.fused_qkv != FusedQkv::None) {
            put(names_.query_key_value, ProjectionRole::QueryKeyValue, query_width() + 2 * key_width());
            return;
        }
        put(names_.query, ProjectionRole::Query, query_width());
        put(names_.key, ProjectionRole::Key, key_width());
        put(names_.value, ProjectionRole::Value, key_width());
    }

    void add_mlp(std::vector<ProjectionInfo>& table, std::int64_t layer) const {
        const auto hidden = config_.hidden_size, inner = config_.intermediate_size;
        const auto put = [&](const std::string& module, ProjectionRole role, std::int64_t in,
                             std::int64_t out) {
            table.push_back(projection(layer, module, role, in, out, config_.mlp_bias));
        };
        if (config_.fused_gate_up) {
            put(names_.gate_up, ProjectionRole::GateUp, hidden, 2 * inner);
        } else {
            if (config_.gated_mlp)
                put(names_.gate, ProjectionRole::Gate, hidden, inner);
            put(names_.up, ProjectionRole::Up, hidden, inner);
        }
        put(names_.down, ProjectionRole::Down, inner, hidden);
    }

    void add_experts(std::vector<ProjectionInfo>& table, std::int64_t layer,
                     const ExpertsConfig& experts) const {
        const auto hidden = config_.hidden_size, inner = experts.intermediate_size;
        table.push_back(
            projection(layer, names_.router, ProjectionRole::Router, hidden, experts.count, false));
        for (std::int64_t expert = 0; expert < experts.count; ++expert) {
            const auto put = [&](const std::string& module, ProjectionRole role, std::int64_t in,
                                 std::int64_t out) {
                table.push_back(projection(layer, fmt::format("{}.{}.{}", names_.experts, expert, module),
                                           role, in, out, false));
                table.back().expert = expert;
            };
            put(names_.expert_gate, ProjectionRole::Gate, hidden, inner);
            put(names_.expert_up, ProjectionRole::Up, hidden, inner);
            put(names_.expert_down, ProjectionRole::Down, inner, hidden);
        }
    }

    void add_feed_forward(std::vector<ProjectionInfo>& table, std::int64_t layer) const {
        if (const auto* experts = config_.experts_of(layer))
            add_experts(table, layer, *experts);
        else
            add_mlp(table, layer);
    }

    ProjectionInfo attention_output(std::int64_t layer) const {
        return projection(layer, names_.attention_output, ProjectionRole::AttentionOutput, query_width(),
                          config_.hidden_size, config_.attention_output_bias);
    }

    void add_layer_projections(std::vector<ProjectionInfo>& table, std::int64_t layer) const {
        add_attention_inputs(table, layer);
        table.push_back(attention_output(layer));
        add_feed_forward(table, layer);
    }

    void add_layer(std::vector<ParameterInfo>& table, std::int64_t layer) const {
        const auto norm = [&](const std::string& module, NormSite site, std::int64_t width) {
            if (config_.has_norm(site, layer))
                add_norm(table, in_layer(layer, module), site, layer, width);
        };
        const auto hidden = config_.hidden_size;
        const bool is_whole = config_.query_key_norm == QueryKeyNorm::Whole;
        std::vector<ProjectionInfo> inputs, feed_forward;
        add_attention_inputs(inputs, layer);
        add_feed_forward(feed_forward, layer);
        norm(names_.attention_norm, NormSite::Attention, hidden);
        add_projections(table, inputs);
        norm(names_.query_norm, NormSite::Query, is_whole ? query_width() : config_.head_dim);
        norm(names_.key_norm, NormSite::Key, is_whole ? key_width() : config_.head_dim);
        add_projections(table, {attention_output(layer)});
        norm(names_.attention_output_norm, NormSite::AttentionOutput, hidden);
        norm(names_.mlp_norm, NormSite::Mlp, hidden);
        add_projections(table, feed_forward);
        norm(names_.mlp_output_norm, NormSite::MlpOutput, hidden);
    }

    ProjectionInfo head() const {
        return {.path = head_path(config_),
                .role = ProjectionRole::Head,
                .in_features = config_.hidden_size,
                .out_features = config_.head_outputs(),
                .has_bias = has_head_bias(),
                .in_task_head = config_.is_classifier()};
    }

    bool has_head_dense() const { return config_.is_classifier() && config_.head_dense; }

    ProjectionInfo head_dense() const {
        return {.path = names_.head_dense,
                .role = ProjectionRole::HeadDense,
                .in_features = config_.hidden_size,
                .out_features = config_.hidden_size,
                .has_bias = config_.head_dense->has_bias,
                .in_task_head = config_.head_dense->in_task_head};
    }

    /// Of what it consists beside the embedding when it is tied to that.
    void add_head(std::vector<ParameterInfo>& table) const {
        const auto first = table.size();
        add_projection(table, head());
        if (config_.tie_word_embeddings)
            table.erase(table.begin() + static_cast<std::ptrdiff_t>(first));
    }

    /// Encoders' heads over classes have a bias, decoders' have none.
    bool has_head_bias() const { return config_.is_classifier() ? config_.is_encoder : config_.head_bias; }

    static void add_projections(std::vector<ParameterInfo>& table,
                                const std::vector<ProjectionInfo>& projections) {
        for (const auto& projection : projections)
            add_projection(table, projection);
    }

    static void add_projection(std::vector<ParameterInfo>& table, const ProjectionInfo& projection) {
        std::vector<std::int64_t> shape = {projection.out_features, projection.in_features};
        if (projection.transposed)
            std::swap(shape[0], shape[1]);
        const auto first = table.size();
        add(table, projection.path, "weight", ParameterRole::ProjectionWeight, projection.layer,
            std::move(shape));
        table.back().is_of_router = projection.role == ProjectionRole::Router;
        if (projection.has_bias)
            add(table, projection.path, "bias", ParameterRole::ProjectionBias, projection.layer,
                {projection.out_features});
        for (auto i = first; i < table.size(); ++i)
            table[i].in_task_head = projection.in_task_head;
    }

    /// Where the model has it.
    void add_outer_norm(std::vector<ParameterInfo>& table, const std::string& module, NormSite site) const {
        if (config_.has_norm(site))
            add_norm(table, module, site, -1, config_.hidden_size);
    }

    void add_norm(std::vector<ParameterInfo>& table, const std::string& module, NormSite site,
                  std::int64_t layer, std::int64_t width) const {
        add(table, module, "weight", ParameterRole::NormWeight, layer, {width});
        table.back().norm = site;
        if (config_.norm != NormKind::LayerNorm || !config_.norm_bias)
            return;
        add(table, module, "bias", ParameterRole::NormBias, layer, {width});
        table.back().norm = site;
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

double share_of_tokens(const ModelConfig& config, const ProjectionInfo& projection) {
    return projection.expert < 0
               ? 1.0
               : static_cast<double>(config.experts->per_token) / static_cast<double>(config.experts->count);
}

}  // namespace tunebench
