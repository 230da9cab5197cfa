// AdapterSet: one base model with several adapters beside it, of any method. One of them, none, or a weighted
// sum of LoRAs is in effect; changing that exchanges pointers and copies nothing.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "core/base/result.h"
#include "core/engine/models/method_slots.h"

namespace tunebench {

class AdapterSet {
public:
    /// A frozen model without a method.
    explicit AdapterSet(std::unique_ptr<CausalModel> base) : model_(std::move(base)) {}
    AdapterSet(const AdapterSet&) = delete;
    AdapterSet& operator=(const AdapterSet&) = delete;

    using Attach = std::function<Result<void>(CausalModel&)>;

    /// Keeps under `name` what `attach` puts on the base; the base is in effect afterwards. An error leaves
    /// the set as it was, but for Internal: the method has written into the base's own tensors, and the set
    /// must not be used any more.
    Result<void> add(const std::string& name, const Attach& attach);
    void remove(const std::string& name);
    bool has(const std::string& name) const { return adapters_.contains(name); }

    struct Share {
        std::string name = {};  // of an adapter that was added
        double weight = 1.0;
    };

    /// None: the base alone. One of weight 1: an adapter of any method. Otherwise the sum of LoRAs; adapters
    /// that do more than add to projections are refused (Unsupported), and the base stays in effect.
    Result<void> use(std::span<const Share> shares);

    CausalModel& model() { return *model_; }

private:
    void use_base();
    void put_on(MethodSlots& slots);
    Result<MethodSlots> sum_of(std::span<const Share> shares);
    Result<void> check_summable(const std::string& name, const MethodSlots& slots);

    std::unique_ptr<CausalModel> model_;
    std::map<std::string, MethodSlots> adapters_;
    MethodSlots sum_;
    MethodSlots* in_effect_ = nullptr;  // what it points to holds the base's own meanwhile; null: the base is
};

}  // namespace tunebench
