// What a run's parameters take, each in the type that it is kept in, and what is made of them for a while.
#pragma once

#include <cstdint>
#include <string>

#include "core/methods/method.h"
#include "core/models/model_config.h"
#include "core/optimizers/optimizer.h"
#include "core/run/run_config.h"

namespace tunebench {

/// Numbers by the bytes that each takes.
struct TypedCount {
    std::uint64_t wide = 0;    // of 4 bytes
    std::uint64_t narrow = 0;  // of 2

    void add(std::int64_t count, NumberType type);
    std::uint64_t bytes() const { return 4 * wide + 2 * narrow; }
    std::string text() const;  // "134.5 M × 2 B + 35.1 k × 4 B"
};

struct ParameterMemory {
    std::int64_t parameters = 0;  // of the model, without what the method adds
    TypedCount weights = {};      // of the model and of what the method adds, but for quantized ones
    std::uint64_t codes = 0;      // of those
    TypedCount trained = {};      // of weights, what trains
    std::uint64_t states = 0;     // of the optimizer
    std::uint64_t in_a_step = 0;  // what the optimizer makes of the tensor that it updates
    std::uint64_t read = 0;       // the largest tensor that changes its form when it is read
    std::uint64_t cast = 0;       // the largest weight of a block while it is multiplied, if in another type
    std::uint64_t cast_head = 0;  // the head's weight likewise
    std::uint64_t cast_head_gradient =
        0;  // its gradient as it is multiplied, before it has the weight's type
};

ParameterMemory parameter_memory(const ModelConfig& model, const MethodPlan& plan, const RunConfig& config,
                                 const QuantizationSettings& quantization, const Optimizer& optimizer);

/// Whether a processor computes, where softmax and loss take the place of what they are of. Which device
/// "auto" will be is not known here; it counts as a processor.
bool is_on_processor(const RunConfig& config);

/// Whether the optimizer's states lie in the host's memory beside an accelerator.
bool keeps_states_on_host(const RunConfig& config);

/// Whether processors widen the operands of products to fp32, for which they have none in fp16.
bool widens_products(const RunConfig& config);

NumberType type_of(const TrainableTensor& tensor, const PrecisionSection& precision);

/// What a gradient is kept in, of a tensor of that type.
NumberType gradient_type(NumberType of_tensor, const PrecisionSection& precision);

/// Whether the head's weight trains, be it as the embedding that it is tied to.
bool head_trains(const ModelConfig& model, const MethodPlan& plan);

}  // namespace tunebench
