#include "core/engine/ops/cuda/device_numbers.cuh"
#include "core/engine/ops/cuda/gradient_counts.h"

namespace tunebench::cuda {
namespace {

/// A block a row. Whole numbers: in whichever order they are added, the sum is the same.
__global__ void count_kernel(GradientSample sample, float smallest, unsigned long long* counts) {
    const auto begin = static_cast<std::int64_t>(blockIdx.x) * sample.stride * sample.width;
    int below = 0, wrong = 0;
    bool is_anything = false;
    for (std::int64_t i = threadIdx.x; i < sample.width; i += blockDim.x) {
        const float magnitude = fabsf(loaded(sample.gradient, begin + i));
        is_anything |= magnitude != 0.0F;
        below += magnitude < smallest;
        wrong += !isfinite(magnitude);
    }
    is_anything = __syncthreads_or(is_anything) != 0;
    if (is_anything && below > 0)
        atomicAdd(counts + 1, static_cast<unsigned long long>(below));
    if (wrong > 0)
        atomicAdd(counts + 2, static_cast<unsigned long long>(wrong));
    if (is_anything && threadIdx.x == 0)
        atomicAdd(counts, static_cast<unsigned long long>(sample.width));
}

}  // namespace

Status count_narrow(const GradientSample& sample, float smallest, unsigned long long* counts, Stream stream) {
    const auto rows = (sample.rows + sample.stride - 1) / sample.stride;
    if (rows == 0 || sample.width == 0)
        return 0;
    count_kernel<<<static_cast<unsigned>(rows), threads_for(sample.width), 0, stream>>>(sample, smallest,
                                                                                        counts);
    return launched();
}

}  // namespace tunebench::cuda
