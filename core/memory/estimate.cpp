#include "core/memory/estimate.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/memory/activations.h"
#include "core/memory/gradient_start.h"
#include "core/methods/task_head.h"
#include "core/optimizers/optimizer.h"
#include "core/run/quantized_base.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kElement = 4;             // bytes: fp32
constexpr std::int64_t kCrossEntropyChunk = 256;  // rows, of ops/cross_entropy
constexpr double kChunkCopies = 2.0;              // logits, and the exponentials of logsumexp

std::uint64_t bytes_of(double elements) {
    return static_cast<std::uint64_t>(std::max(elements, 0.0)) * kElement;
}

/// The terms that the phases are made of.
struct Terms {
    std::uint64_t weights = 0, codes = 0, gradients = 0, states = 0;  // codes: of quantized weights
    std::uint64_t dense_weight = 0;  // the largest quantized weight while it is multiplied with
    std::uint64_t largest_parameter = 0, head_gradient = 0;
    std::uint64_t in_a_step = 0;        // what an optimizer makes of the tensor that it updates
    std::uint64_t average = 0;          // a moving average of what trains
    std::uint64_t adapted_head = 0;     // a head with an adapter is made whole, and so is its gradient
    std::uint64_t shared_gradient = 0;  // of parameters that every layer uses
    double tokens = 0.0, supervised = 0.0;
    double kept = 0.0;   // elements that all blocks keep for backward
    double block = 0.0;  // what one block keeps while it is computed again (checkpointing)
    double forward_transient = 0.0, backward_transient = 0.0;
    double stream = 0.0;  // one residual stream, elements
    double logits = 0.0;  // the chunk's
};

/// Moves the weights of the blocks from dense ones to codes.
void quantize(Terms& terms, const ModelConfig& model, const QuantizationSettings& quantization) {
    if (!quantization.is_enabled())
        return;
    for (const auto& projection : projections_of(model)) {
        if (projection.role == ProjectionRole::Head)
            continue;
        const auto count = projection.in_features * projection.out_features;
        const auto dense = static_cast<std::uint64_t>(count) * kElement;
        terms.weights -= dense;
        terms.codes += quantized_bytes(quantization, count);
        terms.dense_weight = std::max(terms.dense_weight, dense);
    }
}

Terms terms_of(const ModelConfig& model, const MethodPlan& plan, const RunConfig& config,
               const QuantizationSettings& quantization, const Optimizer& optimizer,
               const BatchShape& batch) {
    Terms terms;
    const auto length = batch.length + plan.virtual_tokens;
    terms.tokens = static_cast<double>(batch.batch_size * length);
    terms.supervised = static_cast<double>(batch.batch_size * batch.length) * batch.supervised_share;
    std::int64_t added = 0;
    bool head_trains = plan.trains_embedding && model.tie_word_embeddings;
    for (const auto& tensor : plan.tensors) {
        added += tensor.is_base_parameter ? 0 : tensor.count();
        terms.states +=
            static_cast<std::uint64_t>(optimizer.state_bytes(config.optimizer.params, tensor.shape));
        terms.largest_parameter =
            std::max(terms.largest_parameter, static_cast<std::uint64_t>(tensor.count()) * kElement);
    }
    const auto head_bytes = static_cast<std::uint64_t>(model.head_outputs() * model.hidden_size) * kElement;
    for (const auto& use : plan.projections)
        if (use.path == head_path(model)) {
            head_trains |= use.weight_trains;
            terms.adapted_head = use.weight_trains ? 0 : 2 * head_bytes;
        }
    terms.in_a_step = static_cast<std::uint64_t>(optimizer.copies_in_a_step) * terms.largest_parameter;
    terms.weights = static_cast<std::uint64_t>(parameter_count(model) + added) * kElement;
    quantize(terms, model, quantization);
    terms.gradients = static_cast<std::uint64_t>(plan.trainable_count()) * kElement;
    terms.average = config.regularization.ema_decay > 0.0 ? terms.gradients : 0;
    terms.shared_gradient = plan.prefix_length > 0 ? terms.gradients : 0;
    if (head_trains)
        terms.head_gradient = head_bytes;
    terms.stream = terms.tokens * static_cast<double>(model.hidden_size);
    terms.logits = kChunkCopies * std::min(static_cast<double>(kCrossEntropyChunk), terms.supervised) *
                   static_cast<double>(model.head_outputs());
    const auto start = gradient_start(model, plan);
    const bool recomputes = config.budget.gradient_checkpointing == GradientCheckpointing::EveryBlock;
    for (std::int64_t layer = 0; layer < model.num_hidden_layers; ++layer) {
        const auto block = block_activations(model, plan, layer, length);
        terms.forward_transient = std::max(terms.forward_transient, block.forward_transient * terms.tokens);
        if (!start.reaches(layer, BlockPlace::Output))
            continue;
        terms.kept += recomputes ? terms.stream : block.kept * terms.tokens;
        terms.block = recomputes ? block.kept * terms.tokens : 0.0;
        terms.backward_transient =
            std::max(terms.backward_transient, block.backward_transient * terms.tokens);
    }
    terms.kept += terms.stream;  // the input of the final norm
    return terms;
}

std::vector<MemoryItem> resident(const Terms& terms, bool with_states) {
    std::vector<MemoryItem> items = {
        {"weights", terms.weights, fmt::format("{} × 4 B", format_count(terms.weights / kElement))}};
    if (terms.codes > 0)
        items.push_back({"quantized weights", terms.codes, "codes and scales of the blocks' weights"});
    if (terms.average > 0)
        items.push_back({"averaged weights", terms.average, "of every trained tensor"});
    if (with_states)
        items.push_back(
            {"optimizer states", terms.states, "of every trained tensor, from the second step on"});
    return items;
}

MemoryPhase phase(std::string name, std::vector<MemoryItem> items, std::vector<MemoryItem> more) {
    items.insert(items.end(), more.begin(), more.end());
    return {.name = std::move(name), .items = std::move(items)};
}

std::vector<MemoryPhase> phases_of(const Terms& terms) {
    const auto base = resident(terms, true);
    const auto kept = bytes_of(terms.kept);
    const auto rows = terms.supervised / std::max(terms.tokens, 1.0) * terms.stream;
    const MemoryItem activations{"activations", kept, "what the blocks keep for backward"};
    // A tied or trained head's gradient exists from the loss on; the others come as backward reaches their
    // block.
    const auto other_gradients = terms.gradients - std::min(terms.gradients, terms.head_gradient);
    return {
        phase("loading", resident(terms, false),
              {{"temporaries", std::max(terms.largest_parameter, terms.dense_weight),
                "the largest tensor while it is read"}}),
        phase("forward", base,
              {activations,
               {"gradients", terms.head_gradient, "of the head, computed with the loss"},
               {"loss", bytes_of(terms.logits + 2.0 * rows) + terms.adapted_head,
                "logits of 256 rows at a time, hidden rows and their gradient"}}),
        phase("backward", base,
              {activations,
               {"gradients", terms.head_gradient + terms.shared_gradient,
                "of the head and of what all layers share"},
               {"temporaries",
                bytes_of(terms.backward_transient + terms.block + 2.0 * terms.stream + rows) +
                    terms.adapted_head + terms.dense_weight,
                "gradients of activations in one block, a quantized weight made dense"}}),
        phase("end of backward", base,
              {{"activations", bytes_of(terms.stream), "of the first block"},
               {"gradients", other_gradients + 2 * terms.head_gradient,
                "of everything that trains; twice for a tied matrix"},
               {"temporaries", bytes_of(terms.backward_transient + terms.block) + terms.dense_weight,
                "in the first block"}}),
        phase("optimizer", base,
              {{"gradients", terms.gradients, "of everything that trains"},
               {"temporaries", terms.in_a_step, "of the largest tensor while it is updated"}}),
        phase("evaluation", base,
              {{"gradients", terms.gradients, "of the last step"},
               {"temporaries",
                bytes_of(terms.forward_transient + 3.0 * terms.stream + terms.logits) + terms.dense_weight,
                "one block and the logits of 256 rows"}}),
    };
}

std::uint64_t item_bytes(const MemoryPhase& phase, std::string_view name) {
    for (const auto& item : phase.items)
        if (item.name == name)
            return item.bytes;
    return 0;
}

/// The formulas of textbooks, generalised to what each state really takes: N · (weight + gradient + states).
std::string textbook_text(const RunConfig& config, std::int64_t trainable, std::uint64_t states) {
    const auto n = static_cast<std::uint64_t>(std::max<std::int64_t>(trainable, 1));
    const auto copies = 2 + states / (n * kElement);
    return fmt::format("{}: {}NB with N = {} trained parameters and B = {} bytes: {}", config.optimizer.id,
                       copies, format_count(static_cast<std::uint64_t>(trainable)), kElement,
                       format_bytes(copies * n * kElement));
}

}  // namespace

std::uint64_t MemoryPhase::bytes() const {
    return std::accumulate(items.begin(), items.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const MemoryItem& item) { return sum + item.bytes; });
}

Result<MemoryEstimate> estimate_memory(const ModelConfig& stored, const RunConfig& config,
                                       const BatchShape& batch) {
    const auto* method = find_method(config.method.id);
    const auto* optimizer = find_optimizer(config.optimizer.id);
    if (!method || !optimizer)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("There is no {} '{}'", method ? "optimizer" : "method",
                                            method ? config.optimizer.id : config.method.id),
                     .field = method ? "optimizer.id" : "method.id"};
    TRY(const auto model, model_for_task(stored, config.model.task));
    TRY(const auto plan, plan_of(*method, model, config.method.params));
    TRY(const auto quantization, base_quantization(model, config.precision.quantization_settings()));
    const auto terms = terms_of(model, plan, config, quantization, *optimizer, batch);
    MemoryEstimate estimate{.phases = phases_of(terms)};
    const auto peak = std::ranges::max_element(estimate.phases, {}, &MemoryPhase::bytes);
    estimate.peak_bytes = peak->bytes();
    estimate.peak_phase = peak->name;
    estimate.total_parameters = parameter_count(model);
    estimate.trainable_parameters = plan.trainable_count();
    estimate.weight_bytes = terms.weights + terms.codes;
    estimate.gradient_bytes = terms.gradients;
    estimate.optimizer_bytes = terms.states;
    estimate.activation_bytes = item_bytes(estimate.phases[1], "activations");
    estimate.textbook = textbook_text(config, estimate.trainable_parameters, terms.states);
    estimate.checkpoint_bytes = terms.gradients + terms.states + terms.average;
    return estimate;
}

BatchShape batch_shape_of(const RunConfig& config) {
    const auto length = config.data.max_length;
    const bool by_sequence = config.model.task == Task::Classification;
    return {.batch_size = config.budget.batch_size,
            .length = length,
            .supervised_share = by_sequence ? 1.0 / static_cast<double>(length) : 1.0};
}

}  // namespace tunebench
