// What a processor's library needs beside a product of 16-bit numbers.
#pragma once

#include <compare>
#include <cstdint>
#include <map>

namespace tunebench::replay {

/// (rows, depth) · (depth, columns), as many times as `batch` says; 0 is a product of two matrices alone.
struct ProductShape {
    std::int64_t rows = 0, columns = 0, depth = 0;
    std::int64_t batch = 0;
    bool is_left_transposed = false;

    auto operator<=>(const ProductShape&) const = default;
};

/// Bytes of oneDNN's scratchpad for bf16 on AVX-512 (`brg:avx512_core_bf16`): for each thread a block of the
/// right side, of the left where its rows do not lie as they are read, and of fp32 sums where the depth is
/// cut. Held against oneDNN 2.6.3's own answers for 1 to 16 threads. Shapes are remembered: a step has few.
class ProductScratch {
public:
    explicit ProductScratch(std::int64_t threads) : threads_(threads) {}

    std::int64_t bytes(const ProductShape& shape);

private:
    std::int64_t threads_;
    std::map<ProductShape, std::int64_t> known_ = {};
};

}  // namespace tunebench::replay
