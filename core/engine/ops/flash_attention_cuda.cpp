#include <algorithm>
#include <optional>

#include <ATen/cuda/CUDAContext.h>

#include "core/engine/ops/flash_attention.h"
#include "core/engine/precision/types.h"
#include "core/engine/tensor.h"

namespace tunebench::flash {
namespace {

/// The widest heads that backward knows on every device that forward runs on.
constexpr std::int64_t kMostWide = 192;

bool is_device_of_kernels() {
    constexpr int kAmpere = 8;
    return at::cuda::getCurrentDeviceProperties()->major >= kAmpere;
}

/// Where sequences begin, of which each is `more` longer than in the layout, on the device.
struct Starts {
    at::Tensor of_sequences;  // int32 (sequences + 1)
    std::int64_t longest = 0;

    Starts(const AttentionLayout& layout, std::int64_t more, const at::Device& device) {
        std::vector<std::int32_t> moved;
        for (std::size_t i = 0; i < layout.starts.size(); ++i) {
            moved.push_back(layout.starts[i] +
                            static_cast<std::int32_t>(static_cast<std::int64_t>(i) * more));
            if (i > 0)
                longest = std::max<std::int64_t>(longest, moved[i] - moved[i - 1]);
        }
        // Not waited for: from pageable memory the copy has its own before it returns.
        of_sequences = at::tensor(moved, at::kInt).to(device, /*non_blocking=*/true);
    }
};

struct Window {
    std::optional<std::int64_t> left = {}, right = {};

    explicit Window(const AttentionLayout& layout) {
        if (!layout.window)
            return;
        left = *layout.window - 1;
        right = layout.is_bidirectional ? *layout.window - 1 : 0;
    }
};

/// Kernels that sum in a fixed order are chosen only where LibTorch may refuse others.
class FixedOrder {
public:
    FixedOrder()
        : is_wanted_(at::globalContext().deterministicAlgorithms()),
          only_warned_(at::globalContext().deterministicAlgorithmsWarnOnly()) {
        if (is_wanted_)
            at::globalContext().setDeterministicAlgorithms(true, /*warn_only=*/false);
    }
    ~FixedOrder() {
        if (is_wanted_)
            at::globalContext().setDeterministicAlgorithms(true, only_warned_);
    }
    FixedOrder(const FixedOrder&) = delete;
    FixedOrder& operator=(const FixedOrder&) = delete;

private:
    bool is_wanted_, only_warned_;
};

}  // namespace

bool takes(const at::Tensor& query, const AttentionLayout& layout) {
    constexpr std::int64_t kWord = 8;
    const auto width = query.size(2);
    const bool is_plain = layout.softcap == 0.0 && !(layout.window && layout.always_seen > 0);
    return query.is_cuda() && is_narrow(query.scalar_type()) && width % kWord == 0 && width <= kMostWide &&
           query.size(0) > 0 && is_plain && is_device_of_kernels();
}

Result attention(const at::Tensor& query, const at::Tensor& key, const at::Tensor& value,
                 const AttentionLayout& layout) {
    const Starts queries(layout, 0, query.device()), keys(layout, layout.prefix, query.device());
    const Window window(layout);
    const auto found = at::_flash_attention_forward(
        query, key, value, queries.of_sequences, keys.of_sequences, queries.longest, keys.longest,
        /*dropout_p=*/0.0, !layout.is_bidirectional, /*return_debug_mask=*/false, layout.scale, window.left,
        window.right);
    return {std::get<0>(found), std::get<1>(found), std::get<2>(found), std::get<3>(found)};
}

Gradients attention_backward(const at::Tensor& gradient, const at::Tensor& query, const at::Tensor& key,
                             const at::Tensor& value, const Result& result, const AttentionLayout& layout) {
    const Starts queries(layout, 0, query.device()), keys(layout, layout.prefix, query.device());
    const Window window(layout);
    const FixedOrder fixed_order;
    const auto found = at::_flash_attention_backward(
        gradient, query, key, value, result.out, result.log_sums, queries.of_sequences, keys.of_sequences,
        queries.longest, keys.longest, /*dropout_p=*/0.0, !layout.is_bidirectional, result.random_state,
        result.unused, layout.scale, window.left, window.right);
    return {std::get<0>(found), std::get<1>(found), std::get<2>(found)};
}

}  // namespace tunebench::flash
