#include "tests/benchmarks/other_estimators.h"

#include <algorithm>

namespace tunebench::grid {
namespace {

double frozen_bytes(const RunSize& size) {
    return (size.total - (size.is_full ? size.trained : 0.0)) * size.base_width;
}

/// The largest of weights, gradients, optimizer and step: four times the weights in fp32, and in 16 bits
/// twice the optimizer's of fp32.
double accelerate(const RunSize& size) {
    return size.width == 4.0 ? 16.0 * size.total : 8.0 * size.total;
}

/// ZeRO 2 on one device, without offloading.
double deepspeed(const RunSize& size) {
    return 20.0 * size.total;
}

/// A table of bytes a parameter.
double llama_factory(const RunSize& size) {
    if (size.is_full)
        return (size.width == 4.0 ? 18.0 : 8.0) * size.total;
    return (size.base_width >= 2.0 ? 2.0 : size.base_width >= 1.0 ? 1.0 : 0.5) * size.total;
}

/// Transformer Math 101; checkpointing leaves the attention's part away.
double eleuther(const RunSize& size) {
    const double attention = size.is_checkpointed ? 0.0 : 5.0 * size.heads * size.length / size.hidden;
    const double activations = size.rows() * size.hidden * size.layers * (34.0 + attention);
    return size.width * size.total + 16.0 * size.trained + activations;
}

/// RahulSChand/gpu_poor: a layer's activations, of which checkpointing leaves 15 %.
double gpu_poor(const RunSize& size) {
    const double s = size.length, h = size.hidden, e = size.width;
    const double layer =
        size.batch * (5.0 * s * h * e + s * s * size.heads * (2.0 * e + 4.0) + 3.0 * s * h * e +
                      2.0 * s * h * e + 6.0 * s * size.inner * e + 6.0 * s * h * e + 8.0 * s);
    const double activations = layer * size.layers * (size.is_checkpointed ? 0.15 : 1.0);
    return frozen_bytes(size) + size.trained * (size.is_full ? 16.0 : 12.0) + activations;
}

/// Red Hat's training_hub.
double training_hub(const RunSize& size) {
    const double logits = 4.0 * size.rows() * size.vocabulary * (size.is_full ? 8.0 / 3.0 : 2.0);
    return 4.0 * size.total + 12.0 * size.trained + 4.0 * size.rows() * size.layers * size.hidden + logits;
}

/// Unsloth Studio's, as its notes describe it.
double unsloth(const RunSize& size) {
    const double layer =
        1.25 * 2.0 * size.rows() * (size.hidden + 2.0 * size.key_value + 2.0 * size.inner + 2.0);
    const double kept = size.is_checkpointed ? (size.is_full ? 2.0 : 1.0) : size.layers;
    const double weights = size.total * size.base_width;
    const double gradients = std::max(2.0 * size.trained, 0.15 * weights);
    return weights + (size.is_full ? 0.0 : 2.0 * size.trained) + 6.0 * size.trained + gradients +
           layer * kept;
}

constexpr OtherEstimator kOthers[] = {{"accelerate estimate-memory", accelerate},
                                      {"DeepSpeed ZeRO 2", deepspeed},
                                      {"LLaMA-Factory's table", llama_factory},
                                      {"EleutherAI's cookbook", eleuther},
                                      {"gpu_poor", gpu_poor},
                                      {"training_hub", training_hub},
                                      {"Unsloth Studio", unsloth}};

double base_width(const RunConfig& run) {
    switch (run.precision.quantization) {
        case QuantizationType::None:
            return static_cast<double>(bytes_of(run.precision.frozen()));
        case QuantizationType::Int8:
            return 1.0;
        default:
            return 0.5625;  // with an fp32 scale for 64
    }
}

}  // namespace

RunSize size_of(const ModelConfig& model, const RunConfig& run, const BatchShape& shape,
                const MemoryEstimate& estimate) {
    return {.total = static_cast<double>(estimate.total_parameters),
            .trained = static_cast<double>(estimate.trainable_parameters),
            .width = static_cast<double>(bytes_of(run.precision.weights)),
            .base_width = base_width(run),
            .batch = static_cast<double>(shape.batch_size),
            .length = static_cast<double>(shape.length),
            .layers = static_cast<double>(model.num_hidden_layers),
            .hidden = static_cast<double>(model.hidden_size),
            .heads = static_cast<double>(model.num_attention_heads),
            .key_value = static_cast<double>(model.num_key_value_heads * model.head_dim),
            .inner = static_cast<double>(model.intermediate_size),
            .vocabulary = static_cast<double>(model.vocab_size),
            .is_full = run.method.id == "full",
            .is_checkpointed = run.budget.recompute_blocks() > 0};
}

std::span<const OtherEstimator> other_estimators() {
    return kOthers;
}

}  // namespace tunebench::grid
