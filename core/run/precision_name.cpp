#include "core/run/precision_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace tunebench {
namespace {

struct NamedPrecision {
    std::string_view name;
    NumberType weights;
    NumberType compute;
};

constexpr std::array<NamedPrecision, 5> kNamed = {{
    {"fp32", NumberType::Fp32, NumberType::Fp32},
    {"bf16", NumberType::Bf16, NumberType::Bf16},
    {"fp16", NumberType::Fp16, NumberType::Fp16},
    {"mixed-bf16", NumberType::Fp32, NumberType::Bf16},
    {"mixed-fp16", NumberType::Fp32, NumberType::Fp16},
}};

Error no_such_precision(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& known : kNamed)
        names.push_back(known.name);
    return {.code = ErrorCode::InvalidArgument,
            .message = fmt::format("There is no precision '{}'", name),
            .hint = fmt::format("Known: {}.", fmt::join(names, ", ")),
            .field = "precision"};
}

}  // namespace

std::string precision_name(const PrecisionSection& precision) {
    const auto weights = number_type_name(precision.weights), compute = number_type_name(precision.compute);
    if (weights == compute)
        return std::string(weights);
    if (precision.weights == NumberType::Fp32)
        return fmt::format("mixed {}", compute);
    return fmt::format("{} weights, {} arithmetic", weights, compute);
}

Result<void> set_named_precision(PrecisionSection& precision, std::string_view name) {
    const auto named = std::ranges::find(kNamed, name, &NamedPrecision::name);
    if (named == kNamed.end())
        return no_such_precision(name);
    precision.weights = named->weights;
    precision.compute = named->compute;
    return {};
}

}  // namespace tunebench
