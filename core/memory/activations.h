// What one block of our engine keeps for backward, and what it needs besides while it runs, in bytes per
// token. Counted from core/engine: attention keeps query, key and value and computes its scores again;
// RMSNorm keeps its input; the gated MLP keeps gate and up; a linear map keeps its input only where it trains
// or carries an adapter; what comes before the first thing that trains keeps nothing. Norms keep the residual
// stream, and a number a row in fp32; ReFT's rows are fp32; the rest is of the type of arithmetic. A layer
// with experts keeps what those that a token is sent to do: which these are is taken to be even.
#pragma once

#include <cstdint>
#include <vector>

#include "core/methods/method.h"
#include "core/models/model_config.h"
#include "core/run/run_config.h"

namespace tunebench {

struct BlockActivations {
    double kept = 0.0;                // for backward
    double kept_mlp = 0.0;            // the MLP's part of it
    double forward_transient = 0.0;   // the largest sum of temporaries while the block runs forward
    double backward_transient = 0.0;  // the same for backward, beyond what is kept
};

/// Of one number of what a norm keeps: RMSNorm the stream as it is, LayerNorm a copy in fp32.
double bytes_of_norm_input(const ModelConfig& model, const PrecisionSection& precision);

/// Of every layer, in a sequence of `length` tokens, in the types of the run.
std::vector<BlockActivations> block_activations(const ModelConfig& model, const MethodPlan& plan,
                                                const RunConfig& config, std::int64_t length);

}  // namespace tunebench
