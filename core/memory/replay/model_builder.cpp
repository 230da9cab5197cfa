#include "core/memory/replay/model_builder.h"

#include <algorithm>

#include "core/methods/tensor_group.h"

namespace tunebench::replay {
namespace {

NormSketch norm_of(const ModelConfig& config, int width) {
    return {.kind = config.norm, .adds_one = config.norm_adds_one, .width = width};
}

std::pair<std::int64_t, std::int64_t> matrix_of(const std::vector<std::int64_t>& shape) {
    return shape.size() == 2 ? std::pair{shape[0], shape[1]} : std::pair{std::int64_t{1}, shape[0]};
}

}  // namespace

ModelBuilder::ModelBuilder(Model& model, const MethodPlan& plan, const RunConfig& run,
                           const QuantizationSettings& quantization, const TrainingRules& rules)
    : model_(model),
      replay_(model.replay_),
      config_(model.config_),
      plan_(plan),
      precision_(run.precision),
      quantization_(quantization),
      rules_(rules),
      averages_trained_(run.regularization.ema_decay > 0.0),
      infos_(parameters_of(config_)) {
    std::set<std::string_view> known;
    if (std::ranges::any_of(plan.tensors, &TrainableTensor::is_base_parameter))
        for (const auto& info : infos_)
            known.insert(info.name);
    for (const auto& tensor : plan.tensors)
        if (tensor.is_base_parameter)
            trained_[own_name(tensor.name, known)] = &tensor;
        else
            added_.push_back(&tensor);
    model_.has_noise_ = run.regularization.neftune_alpha > 0.0;
}

void ModelBuilder::build() {
    const Replay::For weights(replay_, Item::Weights);
    make_structure();
    for (const auto& info : infos_)
        if (info.role == ParameterRole::ProjectionWeight && info.layer >= 0 && !info.is_of_router &&
            quantization_.is_enabled())
            load_codes(info);
        else
            load(info);
    if (config_.tie_word_embeddings)
        model_.head_.weight.dense = model_.embedding_;
    attach_projections();
    attach_branches();
    attach_streams();
    attach_prefix();
    attach_saved_head();
}

void ModelBuilder::make_structure() {
    const auto width = model_.compute_width_;
    const bool norms_sums = config_.norm_placement == NormPlacement::AfterSum;
    model_.embedding_norm_ = norm_of(config_, model_.stream_width_);
    model_.final_norm_ = model_.head_norm_ = norm_of(config_, width);
    model_.blocks_.resize(static_cast<std::size_t>(config_.num_hidden_layers));
    for (std::size_t layer = 0; layer < model_.blocks_.size(); ++layer) {
        auto& block = model_.blocks_[layer];
        block.config = &config_;
        block.layer = static_cast<std::int64_t>(layer);
        block.compute_width = width;
        if (const auto* experts = config_.experts_of(block.layer)) {
            block.experts = MixtureSketch{.config = experts, .activation = config_.activation};
            block.experts->experts.resize(static_cast<std::size_t>(experts->count));
        }
        for (const auto site : {NormSite::Attention, NormSite::AttentionOutput, NormSite::Mlp,
                                NormSite::MlpOutput, NormSite::Query, NormSite::Key})
            if (config_.has_norm(site, block.layer))
                block.norms[site] = norm_of(config_, norms_sums ? model_.stream_width_ : width);
    }
    for (const auto& info : projections_of(config_)) {
        auto& projection = place_of(info);
        projection.weight.out_features = info.out_features;
        projection.weight.in_features = info.in_features;
        projections_[info.path] = &projection;
    }
}

ProjectionSketch& ModelBuilder::place_of(const ProjectionInfo& info) {
    if (info.layer < 0)
        return info.role == ProjectionRole::HeadDense ? model_.head_dense_ : model_.head_;
    auto& block = model_.blocks_[static_cast<std::size_t>(info.layer)];
    if (info.role == ProjectionRole::Router)
        return block.experts->router;
    if (info.expert < 0)
        return block.projections[info.role];
    auto& expert = block.experts->experts[static_cast<std::size_t>(info.expert)];
    return info.role == ProjectionRole::Gate ? expert.gate
           : info.role == ProjectionRole::Up ? expert.up
                                             : expert.down;
}

NormSketch& ModelBuilder::norm_at(const ParameterInfo& info) {
    if (info.layer >= 0)
        return model_.blocks_[static_cast<std::size_t>(info.layer)].norms[info.norm];
    if (info.norm == NormSite::Embedding)
        return model_.embedding_norm_;
    return info.norm == NormSite::Head ? model_.head_norm_ : model_.final_norm_;
}

Sketch* ModelBuilder::slot(const ParameterInfo& info) {
    switch (info.role) {
        case ParameterRole::Embedding:
            return &model_.embedding_;
        case ParameterRole::PositionEmbedding:
            return &model_.position_embedding_;
        case ParameterRole::TokenTypeEmbedding:
            return &model_.token_type_embedding_;
        case ParameterRole::NormWeight:
            return &norm_at(info).weight;
        case ParameterRole::NormBias:
            return &norm_at(info).bias;
        case ParameterRole::ProjectionWeight:
            return &projections_.at(info.module)->weight.dense;
        case ParameterRole::ProjectionBias:
            break;
    }
    return &projections_.at(info.module)->bias;
}

Sketch ModelBuilder::weight(std::int64_t rows, std::int64_t columns, int width) {
    return replay_.make_as(Item::Weights, rows, columns, width);
}

/// Read in fp32, put into its type.
void ModelBuilder::load(const ParameterInfo& info) {
    const auto trained = trained_.find(info.name);
    const bool trains = trained != trained_.end();
    const auto [rows, columns] = matrix_of(info.shape);
    const bool is_vector = info.shape.size() < 2;
    const int width =
        is_vector ? kWide : static_cast<int>(bytes_of(trains ? precision_.weights : precision_.frozen()));
    const auto read = replay_.make_as(Item::Temporaries, rows, columns, kWide);
    auto tensor = read;
    if (width != kWide)
        tensor = weight(rows, columns, width);
    else
        tensor.memory->become(Item::Weights);
    if (width != kWide && !(trains && averages_trained_))
        model_.largest_narrow_ = std::max(model_.largest_narrow_, info.count());
    if (trains) {
        model_.parameters_.push_back(
            std::make_unique<Parameter>(replay_, rules_, *trained->second, std::move(tensor)));
        tensor = model_.parameters_.back()->value();
    }
    // A projection's is (out, in), however it is stored.
    if (info.role == ParameterRole::ProjectionWeight) {
        const auto& of = projections_.at(info.module)->weight;
        tensor = tensor.viewed(of.out_features, of.in_features);
    }
    *slot(info) = std::move(tensor);
}

void ModelBuilder::load_codes(const ParameterInfo& info) {
    const auto count = info.count();
    const auto read = replay_.make_as(Item::Temporaries, 1, count, kWide);
    const auto blocks = (count + quantization_.block_size - 1) / quantization_.block_size;
    const auto keep = [&](std::int64_t numbers, int width) {
        model_.others_.push_back(replay_.make_as(Item::QuantizedWeights, 1, numbers, width));
    };
    const bool is_packed = quantization_bits(quantization_.type) == 4;
    keep(is_packed ? (count + 1) / 2 : count, 1);
    keep(is_packed ? 16 : 255, kWide);
    if (quantization_.double_quantization) {
        keep(blocks, 1);
        keep((blocks + kScaleBlockSize - 1) / kScaleBlockSize, kWide);
        keep(256, kWide);
    } else {
        keep(blocks, kWide);
    }
    projections_.at(info.module)->weight.quantization = quantization_;
}

Sketch ModelBuilder::next_added() {
    const auto& tensor = *added_.at(next_++);
    const auto [rows, columns] = matrix_of(tensor.shape);
    model_.parameters_.push_back(
        std::make_unique<Parameter>(replay_, rules_, tensor, weight(rows, columns, kWide)));
    return model_.parameters_.back()->value();
}

/// A map from the vocabulary to the hidden size, which comes before all others.
bool ModelBuilder::next_is_of_embedding() const {
    return plan_.embedding_rank > 0 && !model_.embedding_a_.is_defined() &&
           added_.at(next_)->shape == std::vector{plan_.embedding_rank, config_.vocab_size};
}

void ModelBuilder::attach_embedding() {
    model_.embedding_a_ = next_added();
    model_.embedding_b_ = next_added();
}

void ModelBuilder::attach_projections() {
    if (next_ < added_.size() && next_is_of_embedding())
        attach_embedding();
    for (const auto& use : plan_.projections) {
        auto& projection = *projections_.at(use.path);
        projection.dropout = use.dropout;
        if (use.rank > 0) {
            projection.a = next_added();
            projection.b = next_added();
            if (use.scales_output) {
                projection.measure_norms(replay_);
                projection.magnitude = next_added();
            }
        } else if (use.scales_input || use.scales_output) {
            projection.scaling = next_added();
            projection.scales_input = use.scales_input;
        }
    }
}

void ModelBuilder::attach_branches() {
    for (const auto& use : plan_.branches) {
        auto& block = model_.blocks_[static_cast<std::size_t>(use.layer)];
        BottleneckSketch adapter{.down = next_added(), .down_bias = next_added()};
        adapter.up = next_added();
        adapter.up_bias = next_added();
        adapter.reads_residual = use.reads_residual;
        // One behind the MLP alone that reads the branch is Pfeiffer's, which reads the sum.
        adapter.reads_sum = !use.reads_residual && !use.after_attention &&
                            std::ranges::none_of(plan_.branches, &BranchUse::after_attention);
        adapter.activation = use.activation;
        adapter.has_scale = use.scales_output;
        adapter.dropout = use.dropout;
        (use.after_attention ? block.after_attention : block.after_mlp) = std::move(adapter);
    }
}

void ModelBuilder::attach_streams() {
    for (const auto& use : plan_.streams) {
        InterventionSketch change{.rotates = added_.at(next_)->shape.front() == config_.hidden_size};
        change.axes = next_added();
        change.source = next_added();
        change.source_bias = next_added();
        change.dropout = use.dropout;
        change.positions = use.positions;
        model_.blocks_[static_cast<std::size_t>(use.layer)].output.push_back(std::move(change));
    }
}

void ModelBuilder::attach_prefix() {
    if (plan_.virtual_tokens > 0)
        model_.virtual_tokens_ = next_added();
    if (plan_.prefix_length == 0)
        return;
    model_.prefix_ = std::make_unique<PrefixSketch>(
        PrefixSketch{.length = plan_.prefix_length,
                     .heads = plan_.prefix_heads > 0 ? plan_.prefix_heads : config_.num_key_value_heads,
                     .counts_as_tokens = plan_.prefix_counts_as_tokens});
    auto& prefix = *model_.prefix_;
    prefix.embedding = next_added();
    if (next_ < added_.size())
        for (auto* tensor :
             {&prefix.inner_weight, &prefix.inner_bias, &prefix.outer_weight, &prefix.outer_bias})
            *tensor = next_added();
    for (auto& block : model_.blocks_)
        block.prefix = &prefix;
}

/// A tied head that trains whole has a weight of its own.
void ModelBuilder::attach_saved_head() {
    const auto name = head_path(config_) + ".weight";
    if (!config_.tie_word_embeddings || config_.is_classifier())
        return;
    for (const auto& tensor : plan_.tensors) {
        if (!tensor.is_base_parameter || !tensor.name.ends_with(name))
            continue;
        const auto [rows, columns] = matrix_of(tensor.shape);
        model_.parameters_.push_back(std::make_unique<Parameter>(
            replay_, rules_, tensor, weight(rows, columns, static_cast<int>(bytes_of(precision_.weights)))));
        model_.head_.weight.dense = model_.parameters_.back()->value();
    }
}

}  // namespace tunebench::replay
