// core/engine/exporting: the result of a run as a model of its own.
#pragma once

#include "core/memory/replay/step.h"

namespace tunebench::replay {

/// On the processor and in fp32, whatever the run is in: the trained model, whose adapter is merged into it
/// map by map, what it predicts of held-out tokens, and beside it what was written, read back and compared.
/// Of methods that merge, or train the model itself.
PhaseHoldings replay_export(const ModelConfig& model, const MethodPlan& plan, RunConfig run,
                            const QuantizationSettings& quantization, const Optimizer& optimizer,
                            const BatchShape& batch, const LibTorchRules& libtorch);

}  // namespace tunebench::replay
