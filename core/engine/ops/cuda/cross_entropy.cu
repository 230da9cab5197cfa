#include "core/engine/ops/cuda/cross_entropy.h"
#include "core/engine/ops/cuda/device_numbers.cuh"

namespace tunebench::cuda {
namespace {

/// Σ exp(x − largest), and the largest, of the numbers so far.
struct RunningSum {
    float largest = -INFINITY, sum = 0.0F;

    __device__ void add(float x) {
        if (x > largest) {
            sum = sum * expf(largest - x) + 1.0F;
            largest = x;
        } else {
            sum += expf(x - largest);  // NaN stays NaN
        }
    }
};

struct Factors {
    std::int64_t width;
    const std::int64_t* labels;
    double label_smoothing, z_loss;
    bool makes_gradients;
    double scale;
};

/// A block a row.
template <int kPack>
__global__ void row_losses_kernel(Factors f, Numbers logits, double* losses) {
    const auto begin = static_cast<std::int64_t>(blockIdx.x) * f.width;
    const auto step = static_cast<std::int64_t>(blockDim.x) * kPack;
    const ConstNumbers from{logits.data, logits.kind};
    RunningSum running;
    float sum = 0.0F;
    for (auto i = threadIdx.x * static_cast<std::int64_t>(kPack); i < f.width; i += step)
        for (const float x : loaded_pack<kPack>(from, begin + i).values) {
            running.add(x);
            sum += x;
        }
    const float largest = over_block(running.largest, Largest{});
    // A thread without numbers has the sum 0 of nothing.
    const float own = running.sum == 0.0F ? 0.0F : running.sum * expf(running.largest - largest);
    const double log_sum = static_cast<double>(largest) + log(static_cast<double>(over_block(own, Sum{})));
    sum = over_block(sum, Sum{});
    const auto label = f.labels[blockIdx.x];
    if (threadIdx.x == 0)
        losses[blockIdx.x] = log_sum -
                             (1.0 - f.label_smoothing) * static_cast<double>(loaded(from, begin + label)) +
                             f.z_loss * log_sum * log_sum -
                             f.label_smoothing * static_cast<double>(sum) / static_cast<double>(f.width);
    if (!f.makes_gradients)
        return;
    __syncthreads();  // the label's logit has been read
    const auto factor = static_cast<float>(f.scale * (1.0 + 2.0 * f.z_loss * log_sum));
    const auto everywhere = static_cast<float>(-f.scale * f.label_smoothing / static_cast<double>(f.width));
    const auto at_label = static_cast<float>(f.scale * (1.0 - f.label_smoothing));
    const auto shift = static_cast<float>(log_sum);
    for (auto i = threadIdx.x * static_cast<std::int64_t>(kPack); i < f.width; i += step) {
        auto pack = loaded_pack<kPack>(from, begin + i);
        for (int k = 0; k < kPack; ++k)
            pack.values[k] =
                factor * expf(pack.values[k] - shift) + everywhere - (i + k == label ? at_label : 0.0F);
        store_pack<kPack>(logits, begin + i, pack);
    }
}

}  // namespace

Status row_losses(const RowLosses& what, const Numbers& logits, double* losses, Stream stream) {
    if (what.rows == 0)
        return 0;
    constexpr unsigned kMostThreads = 1024;
    const Factors factors{what.width,
                          what.labels,
                          what.label_smoothing,
                          what.z_loss,
                          what.scale.has_value(),
                          what.scale.value_or(0.0)};
    const auto grid = static_cast<unsigned>(what.rows);
    if (what.width % 4 == 0)
        row_losses_kernel<4>
            <<<grid, threads_for(what.width / 4, kMostThreads), 0, stream>>>(factors, logits, losses);
    else
        row_losses_kernel<1>
            <<<grid, threads_for(what.width, kMostThreads), 0, stream>>>(factors, logits, losses);
    return launched();
}

}  // namespace tunebench::cuda
