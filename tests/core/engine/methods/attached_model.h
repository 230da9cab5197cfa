// A small random model with a method attached, and what tests ask of it.
#pragma once

#include <memory>
#include <vector>

#include "core/engine/models/weight_loader.h"
#include "core/engine/ops/cross_entropy.h"
#include "core/engine/tensor.h"
#include "core/engine/training/attachment.h"
#include "core/engine/training/stepper.h"
#include "core/methods/method.h"
#include "core/models/shapes.h"

namespace tunebench::test {

inline ParamMap defaults_of(const Method& method) {
    ParamMap params;
    for (const auto& spec : method.specs)
        params.set(spec.key, spec.default_value);
    return params;
}

inline std::unique_ptr<CausalModel> random_model_on(const at::Device& device, const ModelConfig& config,
                                                    std::uint64_t seed) {
    auto model = random_model(config, seed);
    model->move_to(device);
    return model;
}

struct AttachedModel {
    std::unique_ptr<CausalModel> model = {};
    std::vector<TrainableParameter> parameters = {};

    AttachedModel(const Method& method, const ParamMap& params, const std::string& shape = "tiny",
                  std::uint64_t seed = 7, const at::Device& device = at::kCPU)
        : model(random_model_on(device, *shape_config(shape), seed)),
          parameters(*find_attachment(method.id)->attach(*model, params, seed + 1)) {}

    /// Away from the start, where many methods do nothing.
    void shake(std::uint64_t seed = 3, double size = 0.05) {
        const at::NoGradGuard no_gradients;
        auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
        for (auto& parameter : parameters)
            parameter.tensor.add_(at::empty(parameter.tensor.sizes())
                                      .normal_(0.0, size, generator)
                                      .to(parameter.tensor.device()));
    }

    at::Tensor logits(const Batch& batch) const {
        const at::NoGradGuard no_gradients;
        const auto tensors = to_tensors(batch, *model);
        return model->logits(model->hidden_states(tensors.tokens, tensors.context));
    }

    at::Tensor loss(const Batch& batch, std::int64_t recompute_blocks = 0) const {
        auto tensors = to_tensors(batch, *model);
        tensors.context.recompute_blocks = recompute_blocks;
        const auto hidden = model->hidden_states(tensors.tokens, tensors.context);
        return linear_cross_entropy(hidden.index_select(0, tensors.rows), model->head(), tensors.labels,
                                    1.0 / static_cast<double>(tensors.labels.size(0)));
    }
};

/// Sequences of the given lengths, end to end; the first `prompt` tokens of each are not supervised.
inline Batch batch_of(const std::vector<int>& lengths, std::int64_t vocabulary, int prompt = 4) {
    Batch batch;
    batch.starts.push_back(0);
    for (const auto length : lengths) {
        const auto begin = static_cast<int>(batch.tokens.size());
        const auto token = [&](int i) { return static_cast<std::int32_t>((begin + i) * 7919 % vocabulary); };
        for (int i = 0; i < length; ++i) {
            batch.tokens.push_back(token(i));
            batch.positions.push_back(i);
            const bool counts = i + 1 >= prompt && i + 1 < length;
            batch.labels.push_back(counts ? token(i + 1) : kIgnored);
            batch.supervised_tokens += counts;
        }
        batch.starts.push_back(begin + length);
        batch.prompt_lengths.push_back(prompt);
        batch.first_labels.push_back(kIgnored);
    }
    return batch;
}

/// The largest difference relative to the largest magnitude.
inline double relative_difference(const at::Tensor& found, const at::Tensor& expected) {
    return (found - expected.to(found.device())).abs().max().item<double>() /
           expected.abs().max().item<double>();
}

}  // namespace tunebench::test
