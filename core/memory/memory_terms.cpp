#include "core/memory/memory_terms.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "core/memory/activations.h"
#include "core/memory/gradient_start.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kFp32 = bytes_of(NumberType::Fp32);
constexpr std::uint64_t kWorkspace = std::uint64_t{32} << 20;  // of cuBLAS, measured on an H200
constexpr std::int64_t kCrossEntropyChunk = 256;               // rows, of ops/cross_entropy

double bytes_in(NumberType type) {
    return static_cast<double>(bytes_of(type));
}

std::uint64_t adapted_head(const ModelConfig& model, const MethodPlan& plan, NumberType compute) {
    const auto count = static_cast<std::uint64_t>(model.head_outputs() * model.hidden_size);
    // Made and differentiated in fp32, multiplied in the type of arithmetic.
    const auto each = 2 * kFp32 + (compute == NumberType::Fp32 ? 0 : bytes_of(compute));
    std::uint64_t bytes = 0;
    for (const auto& use : plan.projections)
        if (use.path == head_path(model))
            bytes = use.weight_trains ? 0 : count * each;
    return bytes;
}

/// Of one logit: itself, which becomes its gradient in place on a processor. An accelerator needs it in fp32
/// too if it is narrow, and in fp32 the exponential of logsumexp.
double bytes_of_logit(const RunConfig& config) {
    const auto own = bytes_in(config.precision.compute);
    if (widens_products(config))
        return own + bytes_in(NumberType::Fp32);
    if (is_on_processor(config))
        return own;
    return (config.precision.compute == NumberType::Fp32 ? 0.0 : own) + 2.0 * bytes_in(NumberType::Fp32);
}

/// What all rows of a batch pass through, and what the head takes of them.
void add_stream(MemoryTerms& terms, const ModelConfig& model, const RunConfig& config, double tokens,
                double supervised) {
    const auto& precision = config.precision;
    const auto numbers = tokens * static_cast<double>(model.hidden_size);
    terms.stream = numbers * bytes_in(precision.stream());
    terms.rows = supervised / std::max(tokens, 1.0) * numbers * bytes_in(precision.compute);
    terms.logits = bytes_of_logit(config) * std::min(static_cast<double>(kCrossEntropyChunk), supervised) *
                   static_cast<double>(model.head_outputs());
}

/// Of all blocks together; with checkpointing one input for each group, and the activations of the group that
/// backward is in.
void add_kept(MemoryTerms& terms, const std::vector<double>& kept, std::int64_t group) {
    if (group == 0) {
        terms.kept += std::accumulate(kept.begin(), kept.end(), 0.0);
        return;
    }
    double inputs = 0.0, most = 0.0;
    for (std::size_t first = 0; first < kept.size(); first += static_cast<std::size_t>(group)) {
        const auto end = std::min(first + static_cast<std::size_t>(group), kept.size());
        const auto of_group = std::accumulate(kept.begin() + static_cast<std::ptrdiff_t>(first),
                                              kept.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
        if (first == 0)
            terms.first_group = of_group;
        inputs += terms.stream;
        most = std::max(most, inputs + of_group);
    }
    terms.kept += inputs;
    terms.group = most - inputs;
}

void add_blocks(MemoryTerms& terms, const ModelConfig& model, const MethodPlan& plan, const RunConfig& config,
                std::int64_t length, double tokens) {
    const auto start = gradient_start(model, plan);
    std::vector<double> kept;  // by the blocks that gradients pass through
    const auto blocks = block_activations(model, plan, config, length);
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer) {
        const auto& block = blocks[static_cast<std::size_t>(layer)];
        terms.forward_transient = std::max(terms.forward_transient, block.forward_transient * tokens);
        if (!start.reaches(layer, BlockPlace::Output))
            continue;
        kept.push_back(block.kept * tokens);
        terms.backward_transient = std::max(terms.backward_transient, block.backward_transient * tokens);
    }
    add_kept(terms, kept, config.budget.recompute_blocks());
    // The inputs of the norms outside the blocks.
    const auto norm_input =
        tokens * static_cast<double>(model.hidden_size) * bytes_of_norm_input(model, config.precision);
    if (model.has_norm(NormSite::Final))
        terms.kept += norm_input;
    const bool reaches_embedding = plan.trains_embedding || plan.trains_norms || plan.virtual_tokens > 0;
    if (model.has_norm(NormSite::Embedding) && reaches_embedding)
        terms.kept += norm_input;
}

}  // namespace

MemoryTerms memory_terms(const ModelConfig& model, const MethodPlan& plan, const RunConfig& config,
                         const QuantizationSettings& quantization, const Optimizer& optimizer,
                         const BatchShape& batch) {
    const auto length = batch.length + plan.virtual_tokens;
    const auto tokens = static_cast<double>(batch.batch_size * length);
    const auto supervised = static_cast<double>(batch.batch_size * batch.length) * batch.supervised_share;
    MemoryTerms terms{.workspace = is_on_processor(config) ? 0 : kWorkspace,
                      .parameters = parameter_memory(model, plan, config, quantization, optimizer),
                      .gradients = gradient_memory(model, plan, config),
                      .adapted_head = adapted_head(model, plan, config.precision.compute),
                      .updates_in_backward = config.budget.update_in_backward};
    // In fp32 whatever the weights are: what one step adds would be lost.
    if (config.regularization.ema_decay > 0.0)
        terms.average = static_cast<std::uint64_t>(plan.trainable_count()) * kFp32;
    add_stream(terms, model, config, tokens, supervised);
    add_blocks(terms, model, plan, config, length, tokens);
    return terms;
}

}  // namespace tunebench
