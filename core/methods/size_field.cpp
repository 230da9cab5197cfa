#include "core/methods/size_field.h"

#include <algorithm>
#include <array>

namespace tunebench {
namespace {

/// The first of these that a method has.
constexpr std::array<std::string_view, 3> kSizeFields = {"rank", "bottleneck_size", "num_virtual_tokens"};

}  // namespace

std::string_view size_field(const Method& method) {
    for (const auto key : kSizeFields)
        if (std::ranges::find(method.specs, key, &ParamSpec::key) != method.specs.end())
            return key;
    return {};
}

}  // namespace tunebench
