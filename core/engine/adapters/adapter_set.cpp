#include "core/engine/adapters/adapter_set.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/engine/layers/additive_delta.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

/// How often each tensor was written to, undefined ones included as -1.
std::vector<std::int64_t> versions_of(const std::vector<at::Tensor>& tensors) {
    std::vector<std::int64_t> versions;
    for (const auto& tensor : tensors)
        versions.push_back(tensor.defined() ? static_cast<std::int64_t>(tensor._version()) : -1);
    return versions;
}

void freeze(const std::vector<at::Tensor>& tensors) {
    for (const auto& tensor : tensors)
        if (tensor.defined() && tensor.requires_grad())
            tensor.set_requires_grad(false);
}

bool has_sites(const MethodSlots& slots) {
    const auto is_used = [](const MethodSlots::Layer& layer) {
        return layer.prefix || layer.after_attention || layer.after_mlp || layer.output;
    };
    return slots.virtual_tokens || std::ranges::any_of(slots.layers, is_used);
}

bool adds_only(const MethodSlots& slots) {
    return std::ranges::all_of(slots.deltas, [](const std::unique_ptr<ProjectionDelta>& delta) {
        return !delta || dynamic_cast<const AdditiveDelta*>(delta.get()) != nullptr;
    });
}

bool are_same(const std::vector<at::Tensor>& first, const std::vector<at::Tensor>& second) {
    return std::ranges::equal(first, second,
                              [](const at::Tensor& a, const at::Tensor& b) { return a.is_same(b); });
}

/// Takes out of the model what is attached to it, whether attaching ended with a value, an error or an
/// exception.
class TakesOut {
public:
    TakesOut(CausalModel& model, MethodSlots& slots) : model_(model), slots_(slots) {}
    TakesOut(const TakesOut&) = delete;
    TakesOut& operator=(const TakesOut&) = delete;
    ~TakesOut() { exchange(model_, slots_); }

private:
    CausalModel& model_;
    MethodSlots& slots_;
};

Error not_summable(const std::string& name, std::string_view reason) {
    return {
        .code = ErrorCode::Unsupported,
        .message = fmt::format("{} cannot be part of a weighted sum: {}", name, reason),
        .hint = "Use it alone and with weight 1; only LoRA adapters without replaced modules are summed."};
}

}  // namespace

Result<void> AdapterSet::add(const std::string& name, const Attach& attach) {
    use_base();
    auto slots = empty_slots(*model_);
    const auto base = slots.tensors;
    const auto versions = versions_of(base);
    const auto attached = [&] {
        const TakesOut taking_out(*model_, slots);
        return attach(*model_);
    }();
    freeze(base);
    if (versions_of(base) != versions)
        return Error{.code = ErrorCode::Internal,
                     .message = fmt::format("Loading {} has changed the base model itself", name),
                     .hint = "Please report this with the adapter's configuration."};
    TRY_VOID(attached);
    adapters_.insert_or_assign(name, std::move(slots));
    return {};
}

void AdapterSet::remove(const std::string& name) {
    use_base();
    adapters_.erase(name);
}

Result<void> AdapterSet::use(std::span<const Share> shares) {
    use_base();
    std::vector<Share> counting;
    for (const auto& share : shares) {
        if (!has(share.name))
            return Error{.code = ErrorCode::NotFound,
                         .message = fmt::format("The adapter {} is not loaded", share.name),
                         .hint = "Load it first."};
        if (!std::isfinite(share.weight))
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = fmt::format("The weight of {} is not a finite number", share.name),
                         .hint = "Give a number such as 0.5."};
        if (share.weight != 0.0)
            counting.push_back(share);
    }
    if (counting.empty())
        return {};
    if (counting.size() == 1 && counting.front().weight == 1.0) {
        put_on(adapters_.at(counting.front().name));
        return {};
    }
    TRY(sum_, sum_of(counting));
    put_on(sum_);
    return {};
}

void AdapterSet::use_base() {
    if (in_effect_)
        exchange(*model_, *in_effect_);
    in_effect_ = nullptr;
}

void AdapterSet::put_on(MethodSlots& slots) {
    exchange(*model_, slots);
    in_effect_ = &slots;
}

Result<MethodSlots> AdapterSet::sum_of(std::span<const Share> shares) {
    auto sum = empty_slots(*model_);
    std::vector<std::vector<SummedDelta::Part>> parts(sum.deltas.size());
    for (const auto& share : shares) {
        const auto& adapter = adapters_.at(share.name);
        TRY_VOID(check_summable(share.name, adapter));
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (auto* delta = dynamic_cast<AdditiveDelta*>(adapter.deltas[i].get()))
                parts[i].push_back({.delta = delta, .share = share.weight});
    }
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].empty())
            sum.deltas[i] = std::make_unique<SummedDelta>(std::move(parts[i]));
    return sum;
}

Result<void> AdapterSet::check_summable(const std::string& name, const MethodSlots& slots) {
    if (has_sites(slots))
        return not_summable(name, "it works between the layers, not on their weights");
    if (!adds_only(slots))
        return not_summable(name, "what it does to a weight depends on that weight");
    if (!are_same(slots.tensors, empty_slots(*model_).tensors))
        return not_summable(name, "it replaces tensors of the base model");
    return {};
}

}  // namespace tunebench
