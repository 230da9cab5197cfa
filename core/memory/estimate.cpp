#include "core/memory/estimate.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/memory/parameter_memory.h"
#include "core/memory/replay/exporting.h"
#include "core/memory/replay/step.h"
#include "core/methods/task_head.h"
#include "core/run/quantized_base.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

using replay::Item;

/// An item as people see it, and what it is made of.
struct ItemText {
    Item item;
    const char* name;
    const char* formula;
};

constexpr ItemText kItems[] = {
    {Item::Weights, "weights", ""},
    {Item::QuantizedWeights, "quantized weights", "codes and scales of the blocks' weights"},
    {Item::AveragedWeights, "averaged weights", "of every trained tensor"},
    {Item::Workspace, "workspace", "of the accelerator's matrix products"},
    {Item::States, "optimizer states", "of every trained tensor, from the second step on"},
    {Item::Batch, "batch", "tokens, positions, labels, rotations"},
    {Item::Gradients, "gradients", "of what trains, as far as backward has come"},
    {Item::Activations, "activations", "what blocks keep for backward, and the block that is computed"},
    {Item::Loss, "loss", "logits of 256 rows at a time, hidden rows and their gradient"},
    {Item::Temporaries, "temporaries",
     "what is only passing: gradients of activations, copies in other types"},
    {Item::Rounding, "rounding", "that the allocator adds to each block"}};

constexpr const char* kWeightsOfExport =
    "the trained model in fp32, adapter included, and beside it what was written";

MemoryPhase phase_of(const replay::PhaseHoldings& found, const std::string& weights) {
    MemoryPhase phase{.name = found.name};
    for (const auto& [item, name, formula] : kItems)
        if (const auto bytes = found.holdings.of(item); bytes > 0 || item == Item::Weights)
            phase.items.push_back(
                {.name = name, .bytes = bytes, .formula = item == Item::Weights ? weights : formula});
    return phase;
}

/// The formulas of textbooks, generalised to what each state really takes: N · (weight + gradient + states).
/// What is not all in fp32 is said in bytes of a parameter, on average.
std::string textbook_text(std::string_view optimizer, std::int64_t trainable, std::uint64_t weights,
                          std::uint64_t gradients, std::uint64_t states) {
    constexpr std::uint64_t kFp32 = bytes_of(NumberType::Fp32);
    const auto n = static_cast<std::uint64_t>(std::max<std::int64_t>(trainable, 1));
    const auto count = format_count(static_cast<std::uint64_t>(trainable));
    if (weights == n * kFp32 && gradients == n * kFp32 && states % (n * kFp32) == 0) {
        const auto copies = 2 + states / (n * kFp32);
        return fmt::format("{}: {}NB with N = {} trained parameters and B = {} bytes: {}", optimizer, copies,
                           count, kFp32, format_bytes(copies * n * kFp32));
    }
    const auto each = [n](std::uint64_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(n);
    };
    return fmt::format("{}: N · ({:.3g} + {:.3g} + {:.3g}) bytes with N = {} trained parameters: {}",
                       optimizer, each(weights), each(gradients), each(states), count,
                       format_bytes(weights + gradients + states));
}

/// An adapter is what trains; a model that is its own result is written whole, in whatever type it trained.
std::uint64_t result_bytes(const Method& method, const MemoryEstimate& estimate) {
    const auto count =
        method.adapter_formats.empty() ? estimate.total_parameters : estimate.trainable_parameters;
    return static_cast<std::uint64_t>(count) * bytes_of(NumberType::Fp32);
}

/// What a run's settings stand for.
struct EstimatedRun {
    const Method& method;
    const Optimizer& optimizer;
    ModelConfig model = {};
    MethodPlan plan = {};
    QuantizationSettings quantization = {};
};

Result<EstimatedRun> estimated_run(const ModelConfig& stored, const RunConfig& config) {
    const auto* method = find_method(config.method.id);
    const auto* optimizer = find_optimizer(config.optimizer.id);
    if (!method || !optimizer)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("There is no {} '{}'", method ? "optimizer" : "method",
                                            method ? config.optimizer.id : config.method.id),
                     .hint = "Choose another one, or a newer version of Tunebench.",
                     .field = method ? "optimizer.id" : "method.id"};
    TRY(auto model, model_for_task(stored, config.model.task));
    TRY(auto plan, plan_of(*method, model, config.method.params));
    TRY(const auto quantization, base_quantization(model, config.precision.quantization_settings()));
    return EstimatedRun{*method, *optimizer, std::move(model), std::move(plan), quantization};
}

}  // namespace

std::uint64_t MemoryPhase::bytes() const {
    return std::accumulate(items.begin(), items.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const MemoryItem& item) { return sum + item.bytes; });
}

std::string_view phase_title(std::string_view name, bool quantizes) {
    return name == "loading" && quantizes ? "loading and quantizing" : name;
}

Result<MemoryEstimate> estimate_memory(const ModelConfig& stored, const RunConfig& config,
                                       const BatchShape& batch, const LibTorchRules& libtorch) {
    TRY(const auto known, estimated_run(stored, config));
    const auto& [method, optimizer, model, plan, quantization] = known;
    const auto counts = parameter_memory(model, plan, config, quantization, optimizer);
    const auto found = replay::replay_run(model, plan, config, quantization, optimizer, batch, libtorch);
    MemoryEstimate estimate{.quantizes = quantization.is_enabled() && !model.stored_quantization,
                            .total_parameters = counts.parameters,
                            .trainable_parameters = plan.trainable_count(),
                            .weight_bytes = found.weights,
                            .gradient_bytes = found.gradients,
                            .optimizer_bytes = found.states,
                            .activation_bytes = found.kept_activations};
    for (const auto& phase : found.phases)
        estimate.phases.push_back(phase_of(phase, counts.weights.text()));
    const auto peak = std::ranges::max_element(estimate.phases, {}, &MemoryPhase::bytes);
    estimate.peak_bytes = peak->bytes();
    estimate.peak_phase = peak->name;
    const auto trained = counts.trained.bytes();
    estimate.textbook = textbook_text(optimizer.title, estimate.trainable_parameters, trained,
                                      estimate.gradient_bytes, estimate.optimizer_bytes);
    // States that lie in the host's memory are saved too.
    estimate.checkpoint_bytes = trained + counts.states + found.averages;
    estimate.result_bytes = result_bytes(method, estimate);
    return estimate;
}

Result<std::optional<MemoryPhase>> estimate_export(const ModelConfig& stored, const RunConfig& config,
                                                   const BatchShape& batch, const LibTorchRules& libtorch) {
    TRY(const auto known, estimated_run(stored, config));
    const auto& [method, optimizer, model, plan, quantization] = known;
    if (!method.is_mergeable && !method.adapter_formats.empty())
        return std::optional<MemoryPhase>();
    const auto found = replay::replay_export(model, plan, config, quantization, optimizer, batch, libtorch);
    return std::optional(phase_of(found, kWeightsOfExport));
}

BatchShape batch_shape_of(const RunConfig& config) {
    const auto length = config.data.max_length;
    const bool by_sequence = config.model.task == Task::Classification;
    return {.batch_size = config.budget.batch_size,
            .length = length,
            .supervised_share = by_sequence ? 1.0 / static_cast<double>(length) : 1.0};
}

}  // namespace tunebench
