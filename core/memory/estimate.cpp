#include "core/memory/estimate.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/memory/memory_terms.h"
#include "core/methods/task_head.h"
#include "core/run/quantized_base.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

/// Down to whole fp32 numbers.
std::uint64_t whole(double bytes) {
    constexpr std::uint64_t kFp32 = bytes_of(NumberType::Fp32);
    return static_cast<std::uint64_t>(std::max(bytes, 0.0)) / kFp32 * kFp32;
}

std::vector<MemoryItem> resident(const MemoryTerms& terms, bool with_states) {
    const auto& parameters = terms.parameters;
    std::vector<MemoryItem> items = {{"weights", parameters.weights.bytes(), parameters.weights.text()}};
    if (parameters.codes > 0)
        items.push_back({"quantized weights", parameters.codes, "codes and scales of the blocks' weights"});
    if (terms.average > 0)
        items.push_back({"averaged weights", terms.average, "of every trained tensor"});
    if (terms.workspace > 0)
        items.push_back({"workspace", terms.workspace, "of the accelerator's matrix products"});
    if (with_states)
        items.push_back(
            {"optimizer states", parameters.states, "of every trained tensor, from the second step on"});
    return items;
}

MemoryPhase phase(std::string name, std::vector<MemoryItem> items, std::vector<MemoryItem> more) {
    items.insert(items.end(), more.begin(), more.end());
    return {.name = std::move(name), .items = std::move(items)};
}

MemoryPhase loading(const MemoryTerms& terms) {
    return phase("loading", resident(terms, false),
                 {{"temporaries", terms.parameters.read, "the largest tensor while it is read"}});
}

MemoryPhase forward(const MemoryTerms& terms) {
    const auto& parameters = terms.parameters;
    return phase(
        "forward", resident(terms, true),
        {{"activations", whole(terms.kept), "what the blocks keep for backward"},
         {"gradients", terms.gradients.at_loss, "of the head, computed with the loss"},
         {"loss",
          whole(terms.logits + 2.0 * terms.rows) + terms.adapted_head + parameters.cast_head +
              parameters.cast_head_gradient,
          parameters.cast_head > 0
              ? "logits of 256 rows at a time, hidden rows and their gradient, the head as multiplied"
              : "logits of 256 rows at a time, hidden rows and their gradient"}});
}

MemoryPhase backward(const MemoryTerms& terms) {
    const auto update = terms.updates_in_backward ? terms.parameters.in_a_step : 0;
    return phase("backward", resident(terms, true),
                 {{"activations", whole(terms.kept), "what the blocks keep for backward"},
                  {"gradients", terms.gradients.in_backward,
                   terms.updates_in_backward ? "of the tensor at hand, the head and what all layers share"
                                             : "of the head and of what all layers share"},
                  {"temporaries",
                   whole(terms.backward_transient + terms.group + 2.0 * terms.stream + terms.rows) +
                       terms.adapted_head + terms.parameters.cast + update,
                   "gradients of activations in one block, a weight made dense or cast"}});
}

MemoryPhase end_of_backward(const MemoryTerms& terms) {
    const auto update = terms.updates_in_backward ? terms.parameters.in_a_step : 0;
    return phase(
        "end of backward", resident(terms, true),
        {{"activations", whole(terms.stream), "of the first block"},
         {"gradients", terms.gradients.after_backward,
          terms.updates_in_backward
              ? "of one tensor of the model, twice for a tied matrix, and of what the method adds"
              : "of everything that trains; twice for a tied matrix"},
         {"temporaries", whole(terms.backward_transient + terms.first_group) + terms.parameters.cast + update,
          "in the first block"}});
}

MemoryPhase optimizer_phase(const MemoryTerms& terms) {
    return phase("optimizer", resident(terms, true),
                 {{"gradients", terms.gradients.in_step,
                   terms.updates_in_backward ? "of the tensor at hand and of what the method adds"
                                             : "of everything that trains"},
                  {"temporaries", terms.parameters.in_a_step, "of the largest tensor while it is updated"}});
}

MemoryPhase evaluation(const MemoryTerms& terms) {
    return phase("evaluation", resident(terms, true),
                 {{"gradients", terms.gradients.between_steps, "of the last step"},
                  {"temporaries",
                   whole(terms.forward_transient + 3.0 * terms.stream + terms.logits) +
                       std::max(terms.parameters.cast, terms.parameters.cast_head),
                   "one block and the logits of 256 rows"}});
}

std::vector<MemoryPhase> phases_of(const MemoryTerms& terms) {
    return {loading(terms),         forward(terms),         backward(terms),
            end_of_backward(terms), optimizer_phase(terms), evaluation(terms)};
}

std::uint64_t item_bytes(const MemoryPhase& phase, std::string_view name) {
    for (const auto& item : phase.items)
        if (item.name == name)
            return item.bytes;
    return 0;
}

/// The formulas of textbooks, generalised to what each state really takes: N · (weight + gradient + states).
/// What is not all in fp32 is said in bytes of a parameter, on average.
std::string textbook_text(const RunConfig& config, std::int64_t trainable, const MemoryTerms& terms) {
    constexpr std::uint64_t kFp32 = bytes_of(NumberType::Fp32);
    const auto n = static_cast<std::uint64_t>(std::max<std::int64_t>(trainable, 1));
    const auto count = format_count(static_cast<std::uint64_t>(trainable));
    const auto weights = terms.parameters.trained.bytes(), gradients = terms.gradients.most,
               states = terms.parameters.states;
    if (weights == n * kFp32 && gradients == n * kFp32 && states % (n * kFp32) == 0) {
        const auto copies = 2 + states / (n * kFp32);
        return fmt::format("{}: {}NB with N = {} trained parameters and B = {} bytes: {}",
                           config.optimizer.id, copies, count, kFp32, format_bytes(copies * n * kFp32));
    }
    const auto each = [n](std::uint64_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(n);
    };
    return fmt::format("{}: N · ({:.3g} + {:.3g} + {:.3g}) bytes with N = {} trained parameters: {}",
                       config.optimizer.id, each(weights), each(gradients), each(states), count,
                       format_bytes(weights + gradients + states));
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
    const auto terms = memory_terms(model, plan, config, quantization, *optimizer, batch);
    MemoryEstimate estimate{.phases = phases_of(terms)};
    const auto peak = std::ranges::max_element(estimate.phases, {}, &MemoryPhase::bytes);
    estimate.peak_bytes = peak->bytes();
    estimate.peak_phase = peak->name;
    estimate.total_parameters = parameter_count(model);
    estimate.trainable_parameters = plan.trainable_count();
    estimate.weight_bytes = terms.parameters.weights.bytes() + terms.parameters.codes;
    estimate.gradient_bytes = terms.gradients.most;
    estimate.optimizer_bytes = terms.parameters.states;
    estimate.activation_bytes = item_bytes(estimate.phases[1], "activations");
    estimate.textbook = textbook_text(config, estimate.trainable_parameters, terms);
    estimate.checkpoint_bytes = terms.parameters.trained.bytes() + terms.parameters.states + terms.average;
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
