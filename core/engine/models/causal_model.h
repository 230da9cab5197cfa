// CausalModel: a decoder that predicts the next token or the class of a sequence, or an encoder that predicts
// the class, built from a ModelConfig of any family.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <ATen/ATen.h>

#include "core/data/batch.h"
#include "core/engine/models/block.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/precision/types.h"

namespace tunebench {

/// A parameter of the model, by its checkpoint name. `tensor` points into the model: methods may replace what
/// it holds. It is undefined for a quantized weight, whose codes its projection has.
struct NamedParameter {
    ParameterInfo info = {};
    at::Tensor* tensor = nullptr;
    Projection* projection = nullptr;  // whose weight or bias it is, if one's
};

class CausalModel {
public:
    /// The structure, with tensors undefined: weight_loader.h fills them.
    explicit CausalModel(ModelConfig config);
    CausalModel(const CausalModel&) = delete;
    CausalModel& operator=(const CausalModel&) = delete;

    const ModelConfig& config() const { return config_; }

    at::Device device() const { return embedding.device(); }
    /// Moves the weights, codes included, of a model without a method: a method's tensors are made where the
    /// model is.
    void move_to(const at::Device& device);

    /// tokens (n) int64 → hidden states after the final norm (n, hidden); with virtual tokens, theirs before
    /// those of each sequence.
    at::Tensor hidden_states(const at::Tensor& tokens, const ForwardContext& context) const;

    const ModelTypes& types() const { return types_; }
    /// What blocks compute in and pass on; the weights stay as they are.
    void set_types(const ModelTypes& types);

    /// The head's weight (V or classes, hidden), with a delta merged if it has one. There is no head in an
    /// encoder that is no classifier.
    at::Tensor head_weight() const { return head_.effective_weight(); }

    /// That, and what the head does besides.
    LinearHead head() const;

    /// (n, V), or (n, classes), fp32 where they are computed in a narrow type. For classes, generation and
    /// tests; training over the vocabulary goes through linear_cross_entropy. `context` is for what a method
    /// drops at random.
    at::Tensor logits(const at::Tensor& hidden, const ForwardContext& context = {}) const;

    /// In the order of parameters_of(config()). A tied head is not repeated.
    std::vector<NamedParameter> parameters();
    /// In the order of projections_of(config()).
    const std::vector<Projection*>& projections() const { return projections_; }
    Projection* projection(const std::string& path) const;  // nullptr when there is none
    Block& block(std::int64_t layer) { return *blocks_[static_cast<std::size_t>(layer)]; }

    /// Embedded tokens before each sequence that a method has added.
    std::int64_t virtual_token_count() const { return virtual_tokens ? virtual_tokens->count() : 0; }

    /// Tokens that a method puts before the first of each sequence, embedded or as keys and values that count
    /// as tokens: they take the first positions.
    std::int64_t tokens_before() const { return virtual_token_count() + prefix_length(); }

    /// Call after the embedding was filled in: gives a tied head the embedding's tensor.
    void tie_head();

    /// Merges what hangs on projections and on the embedding into their weights. A tied head keeps its own.
    void merge();

    /// Every tensor frozen: no gradients until a method asks for them.
    void freeze();

    std::filesystem::path folder = {};              // of config.json and the tokenizer; empty: there is none
    at::Tensor embedding = {};                      // (V, hidden)
    at::Tensor position_embedding = {};             // learned positions only
    at::Tensor token_type_embedding = {};           // where the family has one
    std::unique_ptr<VirtualTokens> virtual_tokens;  // null where no method adds any
    std::unique_ptr<EmbeddingSite> embedding_site;  // null where no method adapts the lookup

private:
    /// With gradient checkpointing groups of blocks keep their input only.
    at::Tensor through_blocks(at::Tensor x, const Rotations& rotations, const ForwardContext& context) const;
    /// Embedded tokens, virtual ones included, before anything is added to them.
    at::Tensor embedded(const at::Tensor& tokens, ForwardContext& context) const;
    /// With what tables of types and positions add, normed where the family does: what the first block reads.
    at::Tensor placed(at::Tensor x, const ForwardContext& context) const;
    /// What the head's rows are multiplied with (n, hidden).
    at::Tensor head_input(const at::Tensor& hidden, const ForwardContext& context) const;
    Norm& outer_norm(NormSite site);
    std::unique_ptr<Projection>& place_of(const ProjectionInfo& info);  // of any but the head
    Rotations rotations_at(const at::Tensor& positions) const;
    /// Keys and values before the first token of each sequence that count as tokens, in every layer.
    std::int64_t prefix_length() const;
    at::Tensor* tensor_of(const ParameterInfo& info, Projection* owner);

    const ModelConfig config_;
    ModelTypes types_;
    std::vector<std::unique_ptr<Block>> blocks_;
    Norm embedding_norm_, final_norm_, head_norm_;  // filled in where the family has them
    std::unique_ptr<Projection> head_dense_;        // null where it has none
    Projection head_;
    std::vector<Projection*> projections_;                  // of the blocks, head_dense_ and head_
    std::unordered_map<std::string, Projection*> by_path_;  // the same
    std::optional<RopeFrequencies> frequencies_, sliding_frequencies_;
};

/// Tensors and context of a batch.
struct BatchTensors {
    at::Tensor tokens = {};                // (n) int64
    at::Tensor rows = {};                  // (m) int64: rows of the hidden states that the loss counts
    at::Tensor labels = {};                // (m) int64: tokens, or classes
    std::vector<std::int32_t> means = {};  // where rows begin sequences whose mean counts: the ends of these
    ForwardContext context = {};

    /// Of hidden states (n, hidden) what the loss counts (m, hidden): the rows, or the means.
    at::Tensor counted(const at::Tensor& hidden) const;
};
/// `virtual_tokens` stand before each sequence in the hidden states, but not in `tokens`; `pooling` is of
/// sequences with a class.
BatchTensors to_tensors(const Batch& batch, std::int64_t virtual_tokens = 0,
                        const at::Device& device = at::kCPU, Pooling pooling = Pooling::LastToken);
/// For that model, where it is.
BatchTensors to_tensors(const Batch& batch, const CausalModel& model);

}  // namespace tunebench
