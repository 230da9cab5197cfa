// C ← alpha · op(A) · op(B) + beta · C in fp32, by oneDNN's sgemm; what oneDNN has no memory for, by the
// BLAS.
#pragma once

#include <cstdint>

namespace tunebench {

/// `sgemm_`, column by column.
using BlasSgemm = void (*)(const char* transa, const char* transb, const int* m, const int* n, const int* k,
                           const float* alpha, const float* a, const int* lda, const float* b, const int* ldb,
                           const float* beta, float* c, const int* ldc);

/// `dnnl_sgemm`, row by row. Other than 0 when it failed.
using DnnlSgemm = int (*)(char transa, char transb, std::int64_t m, std::int64_t n, std::int64_t k,
                          float alpha, const float* a, std::int64_t lda, const float* b, std::int64_t ldb,
                          float beta, float* c, std::int64_t ldc);

/// Row by row: op(A) is (m, k), op(B) (k, n), each as it lies in memory or, with 'T', transposed.
struct MatrixProduct {
    char transa = 'N', transb = 'N';
    std::int64_t m = 0, n = 0, k = 0;
    float alpha = 1.0F;
    const float* a = nullptr;
    std::int64_t lda = 0;
    const float* b = nullptr;
    std::int64_t ldb = 0;
    float beta = 0.0F;
    float* c = nullptr;
    std::int64_t ldc = 0;
};

/// Each part that oneDNN fails in is computed by `blas`, once. Either may be null, then the other does all.
void multiply(const MatrixProduct& product, DnnlSgemm dnnl, BlasSgemm blas);

}  // namespace tunebench
