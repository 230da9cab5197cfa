// core/engine/models/causal_model, with what a method makes of it.
#pragma once

#include <memory>
#include <vector>

#include "core/memory/replay/block.h"
#include "core/memory/replay/cross_entropy.h"
#include "core/memory/replay/parameter.h"
#include "core/memory/replay/recompute.h"

namespace tunebench::replay {

/// How many tokens, and how many of them the loss counts.
struct TokenCounts {
    std::int64_t sequences = 1, length = 1;
    std::int64_t supervised = 1;
    std::int64_t virtual_tokens = 0;  // before each sequence
    std::int64_t rows() const { return sequences * length; }
};

class Model {
public:
    Model(Replay& replay, const ModelConfig& config, const MethodPlan& plan, const RunConfig& run,
          const QuantizationSettings& quantization, const TrainingRules& rules);
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    /// Everything that trains.
    const std::vector<std::unique_ptr<Parameter>>& parameters() const { return parameters_; }

    /// The loss of a batch; `recompute_blocks` at once in backward.
    Sketch loss(const TokenCounts& tokens, std::int64_t recompute_blocks);
    /// Without gradients: predictions of a batch.
    void evaluate(const TokenCounts& tokens);
    /// The logits of all rows.
    Sketch logits(const TokenCounts& tokens);
    /// What hangs on maps and on the embedding becomes part of their weights. A tied head keeps its own.
    void merge();
    /// Whether the head is the embedding.
    bool ties_head() const { return head_.weight.dense.memory == embedding_.memory; }
    /// Numbers of the largest tensor that is still in 16 bits when the model itself is written, as fp32.
    std::int64_t largest_narrow() const { return largest_narrow_; }
    /// Tokens after a prompt, at least one.
    void generate(std::int64_t prompt, std::int64_t tokens, std::int64_t virtual_tokens);

    /// What is alive of activations where the loss begins.
    std::uint64_t kept_activations() const { return kept_activations_; }
    /// Called where the blocks end and the loss begins.
    void when_loss_begins(std::function<void()> action) { at_loss_ = std::move(action); }

private:
    friend class ModelBuilder;

    Sketch hidden_states(const TokenCounts& tokens, std::int64_t recompute_blocks,
                         CacheSketch* cache = nullptr, Sketches* router_logits = nullptr);
    /// The logits after the last of the tokens, which continue the cache.
    void next_logits(const TokenCounts& tokens, CacheSketch& cache);
    Sketch embedded(const TokenCounts& tokens);
    /// With what depends on the place of a token, and normed.
    Sketch placed(Sketch x, std::int64_t rows);
    Sketch through_blocks(Sketch x, const BatchSketch& batch, std::int64_t recompute_blocks);
    /// `places` are kept where the table trains.
    Sketch looked_up(const Sketch& table, std::int64_t rows, const Sketch& places = {});
    /// Supervised rows, or one for each sequence.
    Sketch counted(const Sketch& hidden, const TokenCounts& tokens);
    Sketch classification_loss(const Sketch& pooled);
    Sketch class_logits(const Sketch& pooled);
    bool balances_experts() const;
    BatchSketch rotations_of(const TokenCounts& tokens);
    HeadSketch head();
    Sketch logits_of(const Sketch& hidden);
    void set_training(bool is_training);

    Replay& replay_;
    const ModelConfig& config_;
    int stream_width_, compute_width_;
    std::vector<std::unique_ptr<Parameter>> parameters_;
    std::vector<BlockSketch> blocks_;
    Sketch embedding_, position_embedding_, token_type_embedding_;
    Sketch embedding_a_, embedding_b_;
    Sketch virtual_tokens_;
    NormSketch embedding_norm_, final_norm_, head_norm_;
    ProjectionSketch head_dense_, head_;
    std::unique_ptr<PrefixSketch> prefix_;
    std::vector<Sketch> others_;  // that nothing computes with directly
    std::uint64_t kept_activations_ = 0;
    std::int64_t largest_narrow_ = 0;
    bool has_noise_ = false, is_training_ = true;
    std::function<void()> at_loss_ = {};
};

}  // namespace tunebench::replay
