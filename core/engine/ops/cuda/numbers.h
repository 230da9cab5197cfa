// What kernels take: numbers in the memory of a device, and the stream that they run on. No LibTorch here.
#pragma once

#include <cstdint>

struct CUstream_st;

namespace tunebench::cuda {

/// CUDA's cudaStream_t and cudaError_t, so that who calls a kernel needs not CUDA's headers.
using Stream = CUstream_st*;
using Status = int;  // 0: the kernel was started

enum class NumberKind : std::uint8_t { Fp32, Bf16, Fp16 };

/// Computed with in fp32, whatever they are kept in.
struct Numbers {
    void* data = nullptr;
    NumberKind kind = NumberKind::Fp32;
};

struct ConstNumbers {
    const void* data = nullptr;
    NumberKind kind = NumberKind::Fp32;
};

}  // namespace tunebench::cuda
