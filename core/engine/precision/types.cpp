#include "core/engine/precision/types.h"

namespace tunebench {

at::ScalarType scalar_type(NumberType type) {
    switch (type) {
        case NumberType::Bf16:
            return at::kBFloat16;
        case NumberType::Fp16:
            return at::kHalf;
        case NumberType::Fp32:
            break;
    }
    return at::kFloat;
}

ModelTypes model_types(const PrecisionSection& precision) {
    return {.trained = scalar_type(precision.weights),
            .frozen = scalar_type(precision.frozen()),
            .stream = scalar_type(precision.stream()),
            .compute = scalar_type(precision.compute)};
}

}  // namespace tunebench
