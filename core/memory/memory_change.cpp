#include "core/memory/memory_change.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "core/methods/size_field.h"

namespace tunebench {
namespace {

struct KnownCost {
    MemoryChange change;
    int slowness;  // beside the others
    ChangeCost cost;
};

constexpr KnownCost kCosts[] = {
    {MemoryChange::SmallerBatch, 3, {"about the same time", "the same result"}},
    {MemoryChange::Recompute, 6, {"a third to a half more time", "the same result"}},
    {MemoryChange::EightBitStates, 4, {"a few per cent more time", "next to no difference"}},
    {MemoryChange::SmallerSteps, 3, {"about the same time", "noisier steps"}},
    {MemoryChange::Packing, 1, {"less time where rows were padded", "other examples share a step"}},
    {MemoryChange::Int8Base, 5, {"somewhat more time", "next to no loss"}},
    {MemoryChange::Nf4Base, 5, {"somewhat more time", "a little loss, most of which training wins back"}},
    {MemoryChange::Targets, 2, {"a little less time", "learns less"}},
    {MemoryChange::Size, 3, {"about the same time", "learns less"}},
    {MemoryChange::Method, 0, {"less time", "learns less of what the model does not know"}},
    {MemoryChange::Length, 0, {"less time", "longer texts are cut"}},
};

const KnownCost& known_cost(MemoryChange change) {
    return *std::ranges::find(kCosts, change, &KnownCost::change);
}

/// A parameter that is a text; empty where it is none.
std::string_view text_of(const ParamMap& params, std::string_view key) {
    const auto* value = params.find(key);
    const auto* text = value ? value->get<std::string>() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

/// Half of it, half of that, and so on.
std::vector<std::string> halves(std::string_view setting, std::int64_t value, std::int64_t least) {
    std::vector<std::string> options;
    for (value /= 2; value >= least; value /= 2)
        options.push_back(fmt::format("{}={}", setting, value));
    return options;
}

std::vector<std::string> smaller_sizes(const RunConfig& run) {
    constexpr std::int64_t kLeast = 2;
    const auto* method = find_method(run.method.id);
    const auto key = method ? size_field(*method) : std::string_view();
    const auto* value = key.empty() ? nullptr : run.method.params.find(key);
    const auto* size = value ? value->get<std::int64_t>() : nullptr;
    return size ? halves(fmt::format("method.{}", key), *size, kLeast) : std::vector<std::string>();
}

bool trains_whole_weights(const RunConfig& run) {
    const auto* method = find_method(run.method.id);
    return method && method->adapter_formats.empty();
}

}  // namespace

ChangeCost cost_of(MemoryChange change) {
    return known_cost(change).cost;
}

ChangeCost cost_of(std::span<const MemoryChange> changes) {
    const auto slowest = std::ranges::max_element(
        changes, {}, [](MemoryChange change) { return known_cost(change).slowness; });
    return {.time = known_cost(*slowest).cost.time,
            .quality = known_cost(std::ranges::max(changes)).cost.quality};
}

std::vector<ChangeCost> all_change_costs() {
    std::vector<ChangeCost> all;
    std::ranges::transform(kCosts, std::back_inserter(all), &KnownCost::cost);
    return all;
}

std::vector<MemoryLever> memory_levers(const RunConfig& run) {
    constexpr std::int64_t kShortest = 32;
    const auto base = run.precision.quantization;
    std::vector<MemoryLever> levers;
    const auto add = [&](MemoryChange change, bool is_possible, std::vector<std::string> options) {
        if (is_possible && !options.empty())
            levers.push_back({.change = change, .options = std::move(options)});
    };
    add(MemoryChange::Recompute, run.budget.gradient_checkpointing == GradientCheckpointing::Off,
        {"budget.gradient_checkpointing=every-block"});
    add(MemoryChange::EightBitStates, text_of(run.optimizer.params, "states") == "fp32",
        {"optimizer.states=8bit"});
    add(MemoryChange::Int8Base, base == QuantizationType::None, {"precision.quantization.type=int8"});
    add(MemoryChange::Nf4Base, base == QuantizationType::None || base == QuantizationType::Int8,
        {"precision.quantization.type=nf4"});
    add(MemoryChange::Targets, text_of(run.method.params, "targets") == "all-linear",
        {"method.targets=attention"});
    add(MemoryChange::Size, true, smaller_sizes(run));
    add(MemoryChange::Method, trains_whole_weights(run),
        {"method.id=lora", "method.id=lora precision.quantization.type=nf4"});
    add(MemoryChange::Length, true, halves("data.max_length", run.data.max_length, kShortest));
    return levers;
}

}  // namespace tunebench
