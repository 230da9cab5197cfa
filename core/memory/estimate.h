// Memory estimate: what a run will need, item by item and phase by phase, without a tensor and in
// microseconds. The answer is the largest phase. Formulas: performance notes in docs; checked against the
// meter of core/engine/memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/memory/libtorch_rules.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"

namespace tunebench {

struct MemoryItem {
    std::string name = {};  // "weights", "quantized weights", "gradients", "optimizer states", "activations",
                            // "loss", "temporaries"
    std::uint64_t bytes = 0;
    std::string formula = {};  // "134.5 M × 2 B + 35.1 k × 4 B"
};

struct MemoryPhase {
    std::string name = {};  // "loading", "forward", "loss", "backward", "optimizer", "evaluation",
                            // "sampling", "saving"; "exporting" of estimate_export
    std::vector<MemoryItem> items = {};
    std::uint64_t bytes() const;
};

/// What people read of a phase: "loading and quantizing" where loading does both, else its name.
std::string_view phase_title(std::string_view name, bool quantizes);

/// The first step takes no more than those after it: the optimizer makes its states when it first updates.
struct MemoryEstimate {
    std::vector<MemoryPhase> phases = {};
    bool quantizes = false;  // the base, tensor by tensor as it is loaded
    std::uint64_t peak_bytes = 0;
    std::string peak_phase = {};
    std::int64_t total_parameters = 0;
    std::int64_t trainable_parameters = 0;
    std::uint64_t weight_bytes = 0;
    std::uint64_t gradient_bytes = 0;  // at most at once, where updates use them up within backward
    std::uint64_t optimizer_bytes = 0;
    std::uint64_t activation_bytes = 0;
    std::string textbook = {};  // "4NB with N = 1.2 M, B = 4: 18.8 MiB" beside the real bytes
    std::uint64_t checkpoint_bytes =
        0;                           // on disk, of each: what trains, its averages, the optimizer's states
    std::uint64_t result_bytes = 0;  // on disk, at the end: an adapter, or the whole model in fp32

    std::string_view title_of(std::string_view phase) const { return phase_title(phase, quantizes); }
};

/// What the data of a batch looks like: rows of `length` tokens, all supervised unless told otherwise. A
/// classifier supervises one a sequence.
struct BatchShape {
    std::int64_t batch_size = 1;
    std::int64_t length = 1;
    double supervised_share = 1.0;
};

/// `model` is the folder's, or the one that the run's task makes of it; before its labels are known they
/// count as two. The engine's own is told which LibTorch it is; others take the one it was built with.
Result<MemoryEstimate> estimate_memory(const ModelConfig& model, const RunConfig& config,
                                       const BatchShape& batch,
                                       const LibTorchRules& libtorch = built_libtorch_rules());

/// The phase "exporting": what writing the result as a model of its own takes, adapter merged and what was
/// written compared, when it is asked for after the run. On the processor whatever the run is on, so that it
/// is no part of a run's phases. None for methods that do not merge; errors as of estimate_memory.
Result<std::optional<MemoryPhase>> estimate_export(const ModelConfig& model, const RunConfig& config,
                                                   const BatchShape& batch,
                                                   const LibTorchRules& libtorch = built_libtorch_rules());

/// From a run file's settings: the longest batch it can make.
BatchShape batch_shape_of(const RunConfig& config);

/// Memory that a process can still take now: MemAvailable, or what the limits of its cgroups leave.
std::uint64_t available_memory_bytes();

/// Of what is available, with what it holds already, what a run may take: all but a reserve for the window,
/// other programs and what is not a tensor; or its general.memory_limit_gib, where that is above 0 and less.
std::uint64_t usable_memory_bytes(double limit_gib, std::uint64_t available);

}  // namespace tunebench
