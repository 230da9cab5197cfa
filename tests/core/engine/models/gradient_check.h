// A model's gradients against the loss itself.
#pragma once

#include <functional>

#include <gtest/gtest.h>

#include "core/engine/models/causal_model.h"
#include "core/engine/tensor.h"

namespace tunebench::test {

/// Along the gradient of each parameter the loss must change by the gradient's square.
inline void expect_gradients_of(CausalModel& model, const std::function<at::Tensor()>& loss) {
    for (auto& parameter : model.parameters())
        parameter.tensor->set_requires_grad(true);
    loss().backward();
    for (auto& parameter : model.parameters()) {
        const auto& gradient = parameter.tensor->grad();
        ASSERT_TRUE(gradient.defined()) << parameter.info.name;
        const at::NoGradGuard no_gradients;
        const auto size = gradient.norm().item<double>();
        if (size < 0.02)
            continue;  // fp32 would round the difference away
        const double step = 2e-3 / size;
        parameter.tensor->add_(gradient, step);
        const auto above = loss().item<double>();
        parameter.tensor->sub_(gradient, 2.0 * step);
        const auto below = loss().item<double>();
        parameter.tensor->add_(gradient, step);
        EXPECT_NEAR((above - below) / (2.0 * step) / (size * size), 1.0, 0.05) << parameter.info.name;
    }
}

}  // namespace tunebench::test
