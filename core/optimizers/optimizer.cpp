// The registry of descriptions, from optimizers.def.
#include "core/optimizers/optimizer.h"

#include <array>
#include <functional>
#include <numeric>
#include <string>

#include <fmt/format.h>

#define add(name) \
    namespace tunebench::name { \
    const Optimizer& optimizer(); \
    }
#include "core/optimizers/optimizers.def"
#undef add

namespace tunebench {
namespace {

/// 0.001 for 0.0010000000000000002, as a person would write it.
double short_decimal(double value) {
    return std::stod(fmt::format("{:.9g}", value));
}

}  // namespace

std::span<const Optimizer* const> all_optimizers() {
#define add(name) &name::optimizer(),
    static const std::array kOptimizers = {
#include "core/optimizers/optimizers.def"
    };
#undef add
    return kOptimizers;
}

std::int64_t element_count(std::span<const std::int64_t> shape) {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

std::vector<ParamSpec> specs_with_rate(const Optimizer& optimizer, double rate_factor) {
    auto specs = optimizer.specs;
    for (auto& spec : specs)
        if (spec.key == "learning_rate")
            spec.default_value = short_decimal(*spec.default_value.get<double>() * rate_factor);
    return specs;
}

const Optimizer* find_optimizer(std::string_view id) {
    for (const auto* optimizer : all_optimizers())
        if (optimizer->id == id)
            return optimizer;
    return nullptr;
}

}  // namespace tunebench
