#include "core/engine/models/causal_model.h"

#include <cassert>

#include <torch/torch.h>

#include "core/engine/ops/recompute.h"

namespace tunebench {
namespace {

std::unique_ptr<Projection>& slot(Block& block, ProjectionRole role) {
    switch (role) {
        case ProjectionRole::QueryKeyValue:
            return block.query_key_value;
        case ProjectionRole::Query:
            return block.query;
        case ProjectionRole::Key:
            return block.key;
        case ProjectionRole::Value:
            return block.value;
        case ProjectionRole::AttentionOutput:
            return block.attention_output;
        case ProjectionRole::Gate:
            return block.gate;
        case ProjectionRole::Up:
            return block.up;
        case ProjectionRole::Down:
        case ProjectionRole::Head:
            break;
    }
    return block.down;
}

}  // namespace

CausalModel::CausalModel(ModelConfig config)
    : config_(std::move(config)),
      final_norm_{.kind = config_.norm, .eps = config_.norm_eps},
      head_(projections_of(config_).back()) {
    for (std::int64_t layer = 0; layer < config_.num_hidden_layers; ++layer)
        blocks_.push_back(std::make_unique<Block>(config_, layer));
    for (const auto& info : projections_of(config_))
        if (info.role != ProjectionRole::Head)
            slot(*blocks_[static_cast<std::size_t>(info.layer)], info.role) =
                std::make_unique<Projection>(info);
    if (config_.positions == PositionKind::Rotary)
        inverse_frequencies_ = inverse_frequencies(config_.rope, config_.head_dim);
}

at::Tensor CausalModel::hidden_states(const at::Tensor& tokens, const ForwardContext& context) const {
    auto x = at::embedding(embedding, tokens);
    RopeTable rope;
    if (config_.positions == PositionKind::Rotary)
        rope = rope_table(inverse_frequencies_.to(x.device()), context.positions);
    else
        x = x + at::embedding(position_embedding, context.positions);
    for (const auto& block : blocks_) {
        // By value: with gradient checkpointing it runs again in backward, when this function has returned.
        const auto run = [block = block.get(), rope, context](const at::Tensor& in) {
            return block->forward(in, rope, context);
        };
        x = context.recompute_blocks ? recomputed(run, x) : run(x);
    }
    if (context.cache)
        context.cache->advance(tokens.size(0));
    return final_norm_.forward(x);
}

at::Tensor CausalModel::logits(const at::Tensor& hidden) const {
    return at::mm(hidden, head_weight().t());
}

std::vector<NamedParameter> CausalModel::parameters() {
    std::vector<NamedParameter> all;
    for (auto& info : parameters_of(config_)) {
        auto* tensor = tensor_of(info);
        all.push_back({std::move(info), tensor});
    }
    return all;
}

at::Tensor* CausalModel::tensor_of(const ParameterInfo& info) {
    const auto& names = module_names(config_);
    switch (info.role) {
        case ParameterRole::Embedding:
            return &embedding;
        case ParameterRole::PositionEmbedding:
            return &position_embedding;
        case ParameterRole::NormWeight:
        case ParameterRole::NormBias: {
            auto* norm = &final_norm_;
            if (info.layer >= 0) {
                auto& block = *blocks_[static_cast<std::size_t>(info.layer)];
                norm = info.module.ends_with(names.attention_norm) ? &block.attention_norm : &block.mlp_norm;
            }
            return info.role == ParameterRole::NormWeight ? &norm->weight : &norm->bias;
        }
        case ParameterRole::ProjectionWeight:
        case ParameterRole::ProjectionBias:
            break;
    }
    auto* owner = projection(info.module);
    assert(owner && "parameters_of and projections_of name the same modules");
    return info.role == ParameterRole::ProjectionWeight ? &owner->weight : &owner->bias;
}

std::vector<Projection*> CausalModel::projections() {
    std::vector<Projection*> all;
    for (const auto& info : projections_of(config_))
        all.push_back(info.role == ProjectionRole::Head
                          ? &head_
                          : slot(*blocks_[static_cast<std::size_t>(info.layer)], info.role).get());
    return all;
}

Projection* CausalModel::projection(const std::string& path) {
    for (auto* candidate : projections())
        if (candidate->info().path == path)
            return candidate;
    return nullptr;
}

void CausalModel::tie_head() {
    if (config_.tie_word_embeddings)
        head_.weight = embedding;
}

void CausalModel::freeze() {
    for (auto& parameter : parameters())
        parameter.tensor->set_requires_grad(false);
}

BatchTensors to_tensors(const Batch& batch) {
    const auto longs = [](const std::vector<std::int32_t>& values) {
        return at::tensor(values, at::kInt).to(at::kLong);
    };
    BatchTensors tensors;
    tensors.tokens = longs(batch.tokens);
    const auto labels = longs(batch.labels);
    tensors.rows = at::nonzero(labels != kIgnored).squeeze(1);
    tensors.labels = labels.index_select(0, tensors.rows);
    tensors.context.positions = longs(batch.positions);
    tensors.context.starts = batch.starts;
    return tensors;
}

}  // namespace tunebench
