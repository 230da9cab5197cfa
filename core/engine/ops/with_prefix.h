// The same rows before each of the sequences that lie end to end.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

namespace tunebench {

/// prefix (p, …), x (n, …) with sequences from starts[i] to starts[i + 1] → (n + sequences · p, …).
inline at::Tensor with_prefix(const at::Tensor& prefix, const at::Tensor& x,
                              const std::vector<std::int32_t>& starts) {
    std::vector<at::Tensor> parts;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        parts.push_back(prefix);
        parts.push_back(x.narrow(0, starts[i], starts[i + 1] - starts[i]));
    }
    return at::cat(parts);
}

}  // namespace tunebench
