// Rows of fp32, bf16 or fp16 tensors as the fp32 numbers that row_kernels.h works on.
#pragma once

#include <algorithm>
#include <vector>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include "core/engine/ops/cpu/row_kernels.h"

namespace tunebench::rows {

/// `n` numbers of a tensor's data, from number `first` on.
inline void widen(const std::byte* data, at::ScalarType type, std::int64_t first, float* to, std::int64_t n) {
    if (type == at::kBFloat16)
        widen(reinterpret_cast<const c10::BFloat16*>(data) + first, to, n);
    else if (type == at::kHalf)
        widen(reinterpret_cast<const c10::Half*>(data) + first, to, n);
    else
        std::copy_n(reinterpret_cast<const float*>(data) + first, n, to);
}

/// Reads rows: fp32 ones where they are, others through a buffer of one row.
class Reader {
public:
    /// x is contiguous, of rows of `width` numbers.
    Reader(const at::Tensor& x, std::int64_t width)
        : data_(static_cast<const std::byte*>(x.data_ptr())),
          type_(x.scalar_type()),
          width_(width),
          row_bytes_(static_cast<std::int64_t>(x.element_size()) * width) {
        if (type_ != at::kFloat)
            buffer_.resize(static_cast<std::size_t>(width));
    }

    /// Numbers [begin, begin + count) of a row; valid until the next call.
    const float* read(std::int64_t row, std::int64_t begin, std::int64_t count) {
        const auto* at = data_ + row * row_bytes_ + begin * (row_bytes_ / width_);
        if (type_ == at::kFloat)
            return reinterpret_cast<const float*>(at);
        if (type_ == at::kBFloat16)
            widen(reinterpret_cast<const c10::BFloat16*>(at), buffer_.data(), count);
        else
            widen(reinterpret_cast<const c10::Half*>(at), buffer_.data(), count);
        return buffer_.data();
    }
    const float* read(std::int64_t row) { return read(row, 0, width_); }

private:
    const std::byte* data_;
    at::ScalarType type_;
    std::int64_t width_, row_bytes_;
    std::vector<float> buffer_;
};

/// Writes rows. `place` says where the fp32 numbers go; `done` rounds them into the tensor.
class Writer {
public:
    Writer(const at::Tensor& x, std::int64_t width)
        : data_(static_cast<std::byte*>(x.data_ptr())),
          type_(x.scalar_type()),
          width_(width),
          row_bytes_(static_cast<std::int64_t>(x.element_size()) * width) {
        if (type_ != at::kFloat)
            buffer_.resize(static_cast<std::size_t>(width));
    }

    float* place(std::int64_t row, std::int64_t begin = 0) {
        at_ = data_ + row * row_bytes_ + begin * (row_bytes_ / width_);
        return type_ == at::kFloat ? reinterpret_cast<float*>(at_) : buffer_.data();
    }
    void done(std::int64_t count) {
        if (type_ == at::kBFloat16)
            narrow(buffer_.data(), reinterpret_cast<c10::BFloat16*>(at_), count);
        else if (type_ == at::kHalf)
            narrow(buffer_.data(), reinterpret_cast<c10::Half*>(at_), count);
    }
    void done() { done(width_); }

private:
    std::byte* data_;
    std::byte* at_ = nullptr;
    at::ScalarType type_;
    std::int64_t width_, row_bytes_;
    std::vector<float> buffer_;
};

/// Whether the kernels take tensors like this: of a type that they know, on the CPU.
inline bool takes(const at::Tensor& x) {
    const auto type = x.scalar_type();
    return x.device().is_cpu() && (type == at::kFloat || type == at::kBFloat16 || type == at::kHalf);
}

/// body(first, last) on parts of `rows` rows, each large enough to be worth a thread.
template <class Body>
void in_parallel(std::int64_t rows, std::int64_t width, const Body& body) {
    constexpr std::int64_t kWorthAThread = 16384;
    at::parallel_for(0, rows, std::max<std::int64_t>(1, kWorthAThread / std::max<std::int64_t>(width, 1)),
                     body);
}

}  // namespace tunebench::rows
