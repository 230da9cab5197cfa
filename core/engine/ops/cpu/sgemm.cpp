// The fp32 matrix product of Debian's LibTorch. LibTorch asks whatever BLAS is installed for `sgemm_`; the
// reference BLAS is 40 times slower than the machine, and OpenBLAS takes AVX2 on processors that are newer
// than it. oneDNN, which LibTorch brings along, compiles its loops for the processor at hand and is fast on
// narrow matrices too. This library comes before BLAS in the search for symbols, so that its `sgemm_` is
// found first. LibTorch builds with a BLAS of their own inside never ask.
#include <algorithm>
#include <cstdint>
#include <dlfcn.h>
#include <omp.h>

namespace {

using Sgemm = void (*)(const char*, const char*, const int*, const int*, const int*, const float*,
                       const float*, const int*, const float*, const int*, const float*, float*, const int*);
using DnnlSgemm = int (*)(char, char, std::int64_t, std::int64_t, std::int64_t, float, const float*,
                          std::int64_t, const float*, std::int64_t, float, float*, std::int64_t);

constexpr std::int64_t kLeastWidth = 32;  // of a part of the columns
constexpr int kFewThreads = 4;

/// C ← alpha · op(A) · op(B) + beta · C, row by row.
struct Product {
    char transa, transb;
    std::int64_t m, n, k;
    float alpha;
    const float* a;
    std::int64_t lda;
    const float* b;
    std::int64_t ldb;
    float beta;
    float* c;
    std::int64_t ldc;

    int columns(DnnlSgemm dnnl, std::int64_t from, std::int64_t count) const {
        const bool is_transposed = transb == 'T' || transb == 't';
        return dnnl(transa, transb, m, count, k, alpha, a, lda, b + (is_transposed ? from * ldb : from), ldb,
                    beta, c + from, ldc);
    }
};

/// How many threads take a part of the columns each. oneDNN's own parts are up to a fifth slower for few
/// threads (512 x 576 of 1536); for many the rows must be divided too, which it does.
int parts_of(const Product& product) {
    const int threads = omp_in_parallel() ? 1 : omp_get_max_threads();
    return threads <= kFewThreads && product.n >= threads * kLeastWidth ? threads : 1;
}

bool multiply(DnnlSgemm dnnl, const Product& product) {
    constexpr int kSuccess = 0;
    constexpr std::int64_t kRegister = 16;  // numbers in a register of AVX-512
    const int parts = parts_of(product);
    if (parts == 1)
        return product.columns(dnnl, 0, product.n) == kSuccess;
    const auto width = (product.n / parts + kRegister - 1) / kRegister * kRegister;
    int failures = 0;
#pragma omp parallel for num_threads(parts) schedule(static, 1) reduction(+ : failures)
    for (int part = 0; part < parts; ++part) {
        const auto from = std::min(part * width, product.n);
        const auto to = part + 1 == parts ? product.n : std::min(from + width, product.n);
        if (from < to)
            failures += product.columns(dnnl, from, to - from) == kSuccess ? 0 : 1;
    }
    return failures == 0;
}

template <class Function>
Function symbol(void* where, const char* name) {
    return reinterpret_cast<Function>(dlsym(where, name));
}

}  // namespace

/// BLAS: C ← alpha · op(A) · op(B) + beta · C, column by column. That is oneDNN's, row by row, with A and B
/// exchanged.
extern "C" void sgemm_(const char* transa, const char* transb, const int* m, const int* n, const int* k,
                       const float* alpha, const float* a, const int* lda, const float* b, const int* ldb,
                       const float* beta, float* c, const int* ldc);

extern "C" void sgemm_(const char* transa, const char* transb, const int* m, const int* n, const int* k,
                       const float* alpha, const float* a, const int* lda, const float* b, const int* ldb,
                       const float* beta, float* c, const int* ldc) {
    static const auto dnnl = symbol<DnnlSgemm>(RTLD_DEFAULT, "dnnl_sgemm");
    static const auto blas = symbol<Sgemm>(RTLD_NEXT, "sgemm_");
    if (dnnl && multiply(dnnl, {*transb, *transa, *n, *m, *k, *alpha, b, *ldb, a, *lda, *beta, c, *ldc}))
        return;
    if (blas)
        blas(transa, transb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}
