// The phases of a run, one after the other: what is alive at the peak of each.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/memory/estimate.h"
#include "core/memory/libtorch_rules.h"
#include "core/memory/replay/ledger.h"
#include "core/methods/method.h"
#include "core/optimizers/optimizer.h"

namespace tunebench::replay {

struct PhaseHoldings {
    std::string name = {};
    Holdings holdings = {};  // at its peak
};

struct RunHoldings {
    std::vector<PhaseHoldings> phases = {};
    std::uint64_t kept_activations = 0;  // where the loss begins
    std::uint64_t gradients = 0;         // at most at once; of updates in backward beside what they use
    std::uint64_t weights = 0, states = 0, averages = 0;
    std::uint64_t trained = 0;  // of weights, what trains
};

/// For comparing with the meter, block by block: told of the blocks that a step takes and gives back.
using EventsOfAStep = std::function<void(const std::string& phase, const std::vector<std::int64_t>& events)>;

/// From loading to the second step and what follows it.
RunHoldings replay_run(const ModelConfig& model, const MethodPlan& plan, const RunConfig& run,
                       const QuantizationSettings& quantization, const Optimizer& optimizer,
                       const BatchShape& batch, const LibTorchRules& libtorch,
                       const EventsOfAStep& events = {});

}  // namespace tunebench::replay
