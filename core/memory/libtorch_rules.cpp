#include "core/memory/libtorch_rules.h"

#include <charconv>

namespace tunebench {

LibTorchRules libtorch_rules(std::string_view version) {
    int major = 0;
    const auto read = std::from_chars(version.data(), version.data() + version.size(), major);
    return {.sums_gradients_in_place = read.ec != std::errc() || major >= 2};
}

LibTorchRules built_libtorch_rules() {
    return libtorch_rules(TUNEBENCH_TORCH_VERSION);
}

bool built_libtorch_has_cuda() {
    return TUNEBENCH_TORCH_HAS_CUDA != 0;
}

}  // namespace tunebench
