// The fp32 matrix product of Debian's LibTorch. LibTorch asks whatever BLAS is installed for `sgemm_`; the
// reference BLAS is 40 times slower than the machine, and OpenBLAS takes AVX2 on processors that are newer
// than it. oneDNN, which LibTorch brings along, compiles its loops for the processor at hand and is fast on
// narrow matrices too. This library comes before BLAS in the search for symbols, so that its `sgemm_` is
// found first. LibTorch builds with a BLAS of their own inside never ask.
#include <dlfcn.h>

#include "core/engine/ops/cpu/matrix_product.h"

namespace {

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
    static const auto dnnl = symbol<tunebench::DnnlSgemm>(RTLD_DEFAULT, "dnnl_sgemm");
    static const auto blas = symbol<tunebench::BlasSgemm>(RTLD_NEXT, "sgemm_");
    tunebench::multiply({*transb, *transa, *n, *m, *k, *alpha, b, *ldb, a, *lda, *beta, c, *ldc}, dnnl, blas);
}
