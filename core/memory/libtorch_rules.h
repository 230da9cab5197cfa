// What LibTorch itself does with memory, as far as its versions differ.
#pragma once

#include <string_view>

namespace tunebench {

struct LibTorchRules {
    /// Two gradients of one tensor, as of an embedding that is the head too, are summed in the first. Before
    /// version 2 their sum is a third.
    bool sums_gradients_in_place = true;

    bool operator==(const LibTorchRules&) const = default;
};

/// `version` as the engine tells it: "1.13.1", "2.6.0+cpu". Of none they are those of the newest.
LibTorchRules libtorch_rules(std::string_view version);

/// Of the LibTorch that this program's engine was built with.
LibTorchRules built_libtorch_rules();

/// Whether that one can compute on NVIDIA's GPUs.
bool built_libtorch_has_cuda();

}  // namespace tunebench
