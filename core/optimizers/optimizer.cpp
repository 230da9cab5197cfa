// The registry of descriptions, from optimizers.def.
#include "core/optimizers/optimizer.h"

#include <array>

#define add(name) \
    namespace tunebench::name { \
    const Optimizer& optimizer(); \
    }
#include "core/optimizers/optimizers.def"
#undef add

namespace tunebench {

std::span<const Optimizer* const> all_optimizers() {
#define add(name) &name::optimizer(),
    static const std::array kOptimizers = {
#include "core/optimizers/optimizers.def"
    };
#undef add
    return kOptimizers;
}

const Optimizer* find_optimizer(std::string_view id) {
    for (const auto* optimizer : all_optimizers())
        if (optimizer->id == id)
            return optimizer;
    return nullptr;
}

}  // namespace tunebench
