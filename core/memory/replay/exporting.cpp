#include "core/memory/replay/exporting.h"

#include <algorithm>
#include <thread>

#include "core/memory/replay/model.h"

namespace tunebench::replay {
namespace {

/// The rows that core/engine/exporting/comparison takes.
TokenCounts held_out(const ModelConfig& model, const RunConfig& run, const BatchShape& batch) {
    constexpr std::int64_t kMostSequences = 16, kMostTokens = 2048, kProbeTokens = 64;
    constexpr std::int64_t kMostLogits = std::int64_t{64} << 20;
    const auto most =
        std::clamp<std::int64_t>(kMostLogits / std::max<std::int64_t>(model.vocab_size, 1), 1, kMostTokens);
    if (run.data.validation.empty() && run.data.validation_share <= 0.0)
        return {.length = std::min({kProbeTokens, model.max_position_embeddings, most})};
    const auto length = std::min(std::max<std::int64_t>(batch.length, 1), most);
    return {.sequences = std::clamp<std::int64_t>(most / length, 1, kMostSequences), .length = length};
}

/// difference_of: of all logits at once, then of some rows at a time in double.
void compare(Replay& replay, const Sketch& expected) {
    constexpr std::int64_t kRowsAtOnce = 64;
    constexpr int kDouble = 8;
    { const auto differences = replay.like(expected), sizes = replay.like(expected); }
    const auto rows = [&] {
        return replay.make(std::min(kRowsAtOnce, expected.rows), expected.columns, kDouble);
    };
    const auto p = rows(), q = rows();
    const auto shares = rows(), differences = rows(), products = rows();
}

}  // namespace

PhaseHoldings replay_export(const ModelConfig& model, const MethodPlan& plan, RunConfig run,
                            const QuantizationSettings& quantization, const Optimizer& optimizer,
                            const BatchShape& batch, const LibTorchRules& libtorch) {
    run.precision.weights = run.precision.compute = NumberType::Fp32;
    Replay replay({.is_on_processor = true,
                   .threads = run.general.threads > 0 ? run.general.threads
                                                      : std::int64_t{std::thread::hardware_concurrency()},
                   .libtorch = libtorch});
    StateBytes state_bytes(optimizer, run.optimizer.params);
    const TrainingRules rules{.optimizer = optimizer, .state_bytes = state_bytes};
    Model trained(replay, model, plan, run, quantization, rules);
    const auto tokens = held_out(model, run, batch);
    const auto expected = trained.logits(tokens);
    trained.merge();
    // A head that was trained apart from the embedding is written beside it.
    auto as_written = model;
    as_written.tie_word_embeddings = model.tie_word_embeddings && trained.ties_head();
    const MethodPlan nothing;
    const QuantizationSettings dense;
    Model written(replay, as_written, nothing, run, dense, rules);
    const auto found = written.logits(tokens);
    compare(replay, expected);
    return {.name = "exporting", .holdings = replay.ledger().peak()};
}

}  // namespace tunebench::replay
