#include "core/engine/models/causal_model.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <span>

#include "core/engine/ops/gated_activation.h"
#include "core/engine/ops/linear.h"
#include "core/engine/ops/recompute.h"
#include "core/engine/ops/with_prefix.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

std::unique_ptr<Projection>& slot(Expert& expert, ProjectionRole role) {
    return role == ProjectionRole::Gate ? expert.gate : role == ProjectionRole::Up ? expert.up : expert.down;
}

std::unique_ptr<Projection>& slot(Block& block, const ProjectionInfo& info) {
    if (info.expert >= 0)
        return slot(block.experts->experts[static_cast<std::size_t>(info.expert)], info.role);
    switch (info.role) {
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
        case ProjectionRole::Router:
            return block.experts->router;
        case ProjectionRole::GateUp:
            return block.gate_up;
        case ProjectionRole::Gate:
            return block.gate;
        case ProjectionRole::Up:
            return block.up;
        case ProjectionRole::Down:
        case ProjectionRole::HeadDense:
        case ProjectionRole::Head:
            break;
    }
    return block.down;
}

/// Where the sequences of a context begin; generation reads one, whose context names none.
std::vector<std::int32_t> starts_of(const ForwardContext& context, std::int64_t tokens) {
    return context.starts.empty() ? std::vector<std::int32_t>{0, static_cast<std::int32_t>(tokens)}
                                  : context.starts;
}

/// Rows of a table. LibTorch has no gradient of at::embedding in fp16 on the CPU.
at::Tensor looked_up(const at::Tensor& table, const at::Tensor& rows) {
    return is_emulated(table.scalar_type(), table.device()) ? table.index_select(0, rows)
                                                            : at::embedding(table, rows);
}

/// Positions, types, starts and prompts of sequences that `count` virtual tokens begin.
void shift_positions(ForwardContext& context, std::int64_t count) {
    const auto starts = starts_of(context, context.positions.size(0));
    const auto virtual_positions = at::arange(count, context.positions.options());
    context.positions = with_prefix(virtual_positions, context.positions + count, starts);
    if (context.token_types.defined())
        context.token_types = with_prefix(at::zeros_like(virtual_positions), context.token_types, starts);
    const auto added = static_cast<std::int32_t>(count);
    for (std::size_t i = 0; i < context.starts.size(); ++i)
        context.starts[i] += added * static_cast<std::int32_t>(i);
    for (auto& length : context.prompt_lengths)
        length += added;
}

/// The labels of a batch whose sequences `count` virtual tokens begin. The last of them predicts the first
/// token.
std::vector<std::int32_t> labels_after(std::int64_t count, const Batch& batch) {
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i + 1 < batch.starts.size(); ++i) {
        labels.insert(labels.end(), static_cast<std::size_t>(count), kIgnored);
        labels.back() = batch.first_labels[i];
        labels.insert(labels.end(), batch.labels.begin() + batch.starts[i],
                      batch.labels.begin() + batch.starts[i + 1]);
    }
    return labels;
}

/// Where the sequences begin in the hidden states, virtual tokens included, and where the last ends.
std::vector<std::int32_t> hidden_starts(std::int64_t virtual_tokens, const Batch& batch) {
    auto starts = batch.starts;
    for (std::size_t i = 0; i < starts.size(); ++i)
        starts[i] += static_cast<std::int32_t>(virtual_tokens * static_cast<std::int64_t>(i));
    return starts;
}

/// The last token of each sequence, which has seen the whole of it, or the first.
std::vector<std::int32_t> pooled_rows(const std::vector<std::int32_t>& starts, Pooling pooling) {
    std::vector<std::int32_t> rows;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i)
        rows.push_back(pooling == Pooling::LastToken ? starts[i + 1] - 1 : starts[i]);
    return rows;
}

ProjectionInfo head_of(const ModelConfig& config) {
    return config.has_head() ? projections_of(config).back() : ProjectionInfo{.role = ProjectionRole::Head};
}

}  // namespace

CausalModel::CausalModel(ModelConfig config)
    : config_(std::move(config)),
      embedding_norm_(Norm::like(config_)),
      final_norm_(Norm::like(config_)),
      head_norm_(Norm::like(config_)),
      head_(head_of(config_)) {
    for (std::int64_t layer = 0; layer < config_.num_hidden_layers; ++layer)
        blocks_.push_back(std::make_unique<Block>(config_, layer));
    for (const auto& info : projections_of(config_)) {
        if (info.role != ProjectionRole::Head)
            place_of(info) = std::make_unique<Projection>(info);
        projections_.push_back(info.role == ProjectionRole::Head ? &head_ : place_of(info).get());
        by_path_.emplace(info.path, projections_.back());
    }
    if (config_.positions == PositionKind::Rotary)
        frequencies_ = rope_frequencies(config_.rope, config_.head_dim);
    if (config_.sliding_rope)
        sliding_frequencies_ = rope_frequencies(*config_.sliding_rope, config_.head_dim);
}

Rotations CausalModel::rotations_at(const at::Tensor& positions) const {
    Rotations rotations;
    if (frequencies_)
        rotations.usual = rope_table(*frequencies_, positions);
    if (sliding_frequencies_)
        rotations.sliding = rope_table(*sliding_frequencies_, positions);
    return rotations;
}

at::Tensor CausalModel::embedded(const at::Tensor& tokens, ForwardContext& context) const {
    const auto scaled = [&](const at::Tensor& x) {
        // Rounded to the type of x, as in the reference.
        return config_.embedding_scale == 1.0 ? x
                                              : x * at::scalar_tensor(config_.embedding_scale, x.options());
    };
    auto x = in_type(looked_up(embedding, tokens), types_.stream);
    if (embedding_site)
        x = x + in_type(embedding_site->added(tokens), types_.stream);
    if (config_.scales_lookup)
        x = scaled(x);
    x = with_embedding_noise(x, context);
    if (virtual_tokens && !(context.cache && context.cache->length() > 0)) {
        x = with_prefix(in_type(virtual_tokens->embedded(context), types_.stream), x,
                        starts_of(context, x.size(0)));
        shift_positions(context, virtual_tokens->count());
    }
    return config_.scales_lookup ? x : scaled(x);
}

at::Tensor CausalModel::placed(at::Tensor x, const ForwardContext& context) const {
    const auto from = [&](const at::Tensor& table, const at::Tensor& rows) {
        return in_type(looked_up(table, rows), types_.stream);
    };
    if (config_.token_types > 0) {
        const bool marks = config_.marks_pairs && context.token_types.defined();
        x = x + from(token_type_embedding, marks ? context.token_types : at::zeros_like(context.positions));
    }
    if (config_.positions == PositionKind::Learned)
        x = x + from(position_embedding, context.positions + config_.position_offset);
    return config_.has_norm(NormSite::Embedding) ? embedding_norm_.forward(x) : x;
}

at::Tensor CausalModel::hidden_states(const at::Tensor& tokens, const ForwardContext& given) const {
    auto context = given;
    auto x = embedded(tokens, context);
    if (const auto length = prefix_length(); length > 0)
        context.positions = context.positions + length;
    // A statement of its own: its argument would live through all blocks.
    x = placed(std::move(x), context);
    x = through_blocks(std::move(x), rotations_at(context.positions), context);
    if (context.cache)
        context.cache->advance(x.size(0));
    x = config_.has_norm(NormSite::Final) ? final_norm_.forward(x) : in_type(x, types_.compute);
    return config_.logit_scale == 1.0 ? x : x * config_.logit_scale;
}

at::Tensor CausalModel::through_blocks(at::Tensor x, const Rotations& rotations,
                                       const ForwardContext& context) const {
    const auto all = std::span(blocks_);
    for (std::size_t first = 0, count = 1; first < all.size(); first += count) {
        const bool needs_gradient = x.requires_grad() || all[first]->trains();
        const bool is_recomputed = context.recompute_blocks > 0 && needs_gradient;
        count = is_recomputed
                    ? std::min(static_cast<std::size_t>(context.recompute_blocks), all.size() - first)
                    : 1;
        // By value: with gradient checkpointing it runs again in backward, when this function has returned.
        const auto run = [blocks = all.subspan(first, count), rotations, context](at::Tensor in) {
            auto own = context;
            std::vector<at::Tensor> router_logits;
            own.router_logits = context.router_logits ? &router_logits : nullptr;
            for (const auto& block : blocks)
                in = block->forward(in, rotations, own);
            router_logits.push_back(in);
            return router_logits;
        };
        auto results = is_recomputed ? recomputed(run, x) : run(x);
        x = std::move(results.back());
        results.pop_back();
        if (context.router_logits)
            std::ranges::move(results, std::back_inserter(*context.router_logits));
    }
    return x;
}

LinearHead CausalModel::head() const {
    return {.weight = head_weight(),
            .bias = head_.bias,
            .softcap = config_.is_classifier() ? 0.0 : config_.logit_softcap};
}

at::Tensor CausalModel::head_input(const at::Tensor& hidden, const ForwardContext& context) const {
    if (!head_dense_)
        return hidden;
    const auto x = activate(head_dense_->forward(hidden, context), config_.head_dense->activation);
    return config_.has_norm(NormSite::Head) ? head_norm_.forward(x) : x;
}

at::Tensor CausalModel::logits(const at::Tensor& hidden, const ForwardContext& context) const {
    const auto of = head();
    const auto out = apply_linear(head_input(hidden, context), of.weight, of.bias);
    return capped(is_narrow(out.scalar_type()) ? out.to(at::kFloat) : out, of.softcap);
}

std::vector<NamedParameter> CausalModel::parameters() {
    std::vector<NamedParameter> all;
    for (auto& info : parameters_of(config_)) {
        const bool is_of_projection =
            info.role == ParameterRole::ProjectionWeight || info.role == ParameterRole::ProjectionBias;
        auto* owner = is_of_projection ? projection(info.module) : nullptr;
        auto* tensor = tensor_of(info, owner);
        all.push_back({std::move(info), tensor, owner});
    }
    return all;
}

at::Tensor* CausalModel::tensor_of(const ParameterInfo& info, Projection* owner) {
    switch (info.role) {
        case ParameterRole::Embedding:
            return &embedding;
        case ParameterRole::PositionEmbedding:
            return &position_embedding;
        case ParameterRole::TokenTypeEmbedding:
            return &token_type_embedding;
        case ParameterRole::NormWeight:
        case ParameterRole::NormBias: {
            auto& norm = info.layer < 0 ? outer_norm(info.norm) : block(info.layer).norms.at(info.norm);
            return info.role == ParameterRole::NormWeight ? &norm.weight : &norm.bias;
        }
        case ParameterRole::ProjectionWeight:
        case ParameterRole::ProjectionBias:
            break;
    }
    assert(owner && "parameters_of and projections_of name the same modules");
    return info.role == ParameterRole::ProjectionWeight ? &owner->weight : &owner->bias;
}

Norm& CausalModel::outer_norm(NormSite site) {
    if (site == NormSite::Embedding)
        return embedding_norm_;
    return site == NormSite::Head ? head_norm_ : final_norm_;
}

std::unique_ptr<Projection>& CausalModel::place_of(const ProjectionInfo& info) {
    return info.role == ProjectionRole::HeadDense ? head_dense_ : slot(block(info.layer), info);
}

Projection* CausalModel::projection(const std::string& path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : found->second;
}

void CausalModel::move_to(const at::Device& device) {
    for (auto& parameter : parameters())
        if (parameter.tensor->defined())
            *parameter.tensor = parameter.tensor->to(device);
    for (auto* projection : projections())
        if (projection->quantized)
            projection->quantized->move_to(device);
    for (auto* frequencies : {&frequencies_, &sliding_frequencies_})
        if (*frequencies)
            (*frequencies)->move_to(device);
    tie_head();
}

void CausalModel::set_types(const ModelTypes& types) {
    types_ = types;
    for (auto& block : blocks_)
        block->set_types(types.compute, types.stream);
    embedding_norm_.out = types.stream;
    for (auto* norm : {&final_norm_, &head_norm_})
        norm->out = types.compute;
}

void CausalModel::tie_head() {
    if (config_.tie_word_embeddings)
        head_.weight = embedding;
}

void CausalModel::merge() {
    for (auto* projection : projections())
        projection->merge();
    if (!embedding_site)
        return;
    const at::NoGradGuard no_gradients;
    embedding = embedding_site->merged(embedding);
    embedding_site.reset();
}

void CausalModel::freeze() {
    for (auto& parameter : parameters())
        if (parameter.tensor->defined())
            parameter.tensor->set_requires_grad(false);
}

std::int64_t CausalModel::prefix_length() const {
    const auto& prefix = blocks_.front()->prefix;
    return prefix && prefix->counts_as_tokens() ? prefix->length() : 0;
}

at::Tensor BatchTensors::counted(const at::Tensor& hidden) const {
    if (means.empty())
        return hidden.index_select(0, rows);
    std::vector<at::Tensor> pooled;
    std::int32_t begin = 0;
    for (const auto end : means) {
        pooled.push_back(hidden.narrow(0, begin, end - begin).mean(0));
        begin = end;
    }
    return at::stack(pooled);
}

BatchTensors to_tensors(const Batch& batch, std::int64_t virtual_tokens, const at::Device& device,
                        Pooling pooling) {
    const auto longs = [&device](const std::vector<std::int32_t>& values) {
        return at::tensor(values, at::kInt).to(at::kLong).to(device);
    };
    BatchTensors tensors;
    tensors.tokens = longs(batch.tokens);
    if (batch.class_labels.empty()) {
        const auto labels = longs(virtual_tokens > 0 ? labels_after(virtual_tokens, batch) : batch.labels);
        tensors.rows = at::nonzero(labels != kIgnored).squeeze(1);
        tensors.labels = labels.index_select(0, tensors.rows);
    } else {
        const auto starts = hidden_starts(virtual_tokens, batch);
        tensors.rows = longs(pooled_rows(starts, pooling));
        tensors.labels = longs(batch.class_labels);
        if (pooling == Pooling::Mean)
            tensors.means.assign(starts.begin() + 1, starts.end());
    }
    if (!batch.token_types.empty())
        tensors.context.token_types = longs(batch.token_types);
    tensors.context.positions = longs(batch.positions);
    tensors.context.starts = batch.starts;
    tensors.context.prompt_lengths = batch.prompt_lengths;
    return tensors;
}

BatchTensors to_tensors(const Batch& batch, const CausalModel& model) {
    return to_tensors(batch, model.virtual_token_count(), model.device(), model.config().pooling);
}

}  // namespace tunebench
