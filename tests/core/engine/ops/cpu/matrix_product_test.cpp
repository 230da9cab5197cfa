// Products of oneDNN that fail, as where there is no memory for them: what was in the result counts once.
#include "core/engine/ops/cpu/matrix_product.h"

#include <atomic>
#include <cmath>
#include <omp.h>
#include <vector>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

constexpr float kGarbage = 7e7F;

std::atomic<int> calls = 0, failures = 0, spoilt = 0;
int fails_from = 0, fails_every = 1;  // of the calls; every 0 is none

bool fails(int call) {
    return fails_every > 0 && call >= fails_from && (call - fails_from) % fails_every == 0;
}

float element(const float* matrix, std::int64_t ld, char transposed, std::int64_t row, std::int64_t column) {
    return transposed == 'T' ? matrix[column * ld + row] : matrix[row * ld + column];
}

/// Row by row, as oneDNN's and the definition have it.
void multiply_plainly(const MatrixProduct& p) {
    for (std::int64_t i = 0; i < p.m; ++i)
        for (std::int64_t j = 0; j < p.n; ++j) {
            float sum = 0.0F;
            for (std::int64_t l = 0; l < p.k; ++l)
                sum += element(p.a, p.lda, p.transa, i, l) * element(p.b, p.ldb, p.transb, l, j);
            auto& out = p.c[i * p.ldc + j];
            out = p.alpha * sum + (p.beta == 0.0F ? 0.0F : p.beta * out);
        }
}

/// On one thread oneDNN scales, asks for memory and adds; several threads ask each for their own.
int failing_dnnl(char transa, char transb, std::int64_t m, std::int64_t n, std::int64_t k, float alpha,
                 const float* a, std::int64_t lda, const float* b, std::int64_t ldb, float beta, float* c,
                 std::int64_t ldc) {
    MatrixProduct product{transa, transb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc};
    if (!fails(calls++)) {
        multiply_plainly(product);
        return 0;
    }
    ++failures;
    const bool has_several_threads = !omp_in_parallel() && omp_get_max_threads() > 1;
    if (beta == 0.0F || has_several_threads) {
        product.m = (m + 1) / 2;
        multiply_plainly(product);
        if (beta == 0.0F)
            c[0] = kGarbage;
        else
            ++spoilt;
    } else if (beta != 1.0F) {
        for (std::int64_t i = 0; i < m; ++i)
            for (std::int64_t j = 0; j < n; ++j)
                c[i * ldc + j] *= beta;
        ++spoilt;
    }
    return 1;
}

/// Column by column: the transposed product.
void plain_blas(const char* transa, const char* transb, const int* m, const int* n, const int* k,
                const float* alpha, const float* a, const int* lda, const float* b, const int* ldb,
                const float* beta, float* c, const int* ldc) {
    multiply_plainly({*transb, *transa, *n, *m, *k, *alpha, b, *ldb, a, *lda, *beta, c, *ldc});
}

std::vector<float> numbers(std::int64_t count, int seed) {
    std::vector<float> made;
    for (std::int64_t i = 0; i < count; ++i)
        made.push_back(static_cast<float>((i * 37 + seed * 11) % 23 - 11) / 8.0F);
    return made;
}

struct Size {
    std::int64_t m, n, k;
};

class MatrixProductTest : public testing::Test {
protected:
    MatrixProductTest() { reset(0, 1); }
    ~MatrixProductTest() override { omp_set_num_threads(before_); }

    static void reset(int from, int every) {
        calls = failures = spoilt = 0;
        fails_from = from;
        fails_every = every;
    }

    /// Of every way in which matrices lie, each row of C longer than what is computed of it.
    static void expect_right(const Size& size, float beta, DnnlSgemm dnnl, BlasSgemm blas) {
        const auto [m, n, k] = size;
        for (const char transa : {'N', 'T'})
            for (const char transb : {'N', 'T'}) {
                const auto a = numbers(m * k, 1), b = numbers(k * n, 2);
                const auto ldc = n + 3;
                auto out = numbers(m * ldc, 3), expected = out;
                MatrixProduct product{transa,   transb,
                                      m,        n,
                                      k,        0.5F,
                                      a.data(), transa == 'T' ? m : k,
                                      b.data(), transb == 'T' ? k : n,
                                      beta,     expected.data(),
                                      ldc};
                multiply_plainly(product);
                product.c = out.data();
                multiply(product, dnnl, blas);
                for (std::size_t i = 0; i < out.size(); ++i)
                    ASSERT_NEAR(out[i], expected[i], 1e-4F * (1.0F + std::abs(expected[i])))
                        << m << " x " << n << " x " << k << ' ' << transa << transb << ", beta " << beta
                        << ", element " << i;
            }
    }

    static constexpr Size kSizes[] = {{1, 1, 1},   {1, 300, 5},    {300, 1, 5}, {5, 70, 3},
                                      {70, 40, 9}, {130, 70, 120}, {33, 97, 80}};

private:
    const int before_ = omp_get_max_threads();
};

TEST_F(MatrixProductTest, WhereAnyPartFailsTheResultIsStillAddedOnce) {
    for (const int threads : {1, 3, 8})
        for (const auto& [from, every] : {std::pair{0, 1}, {0, 2}, {1, 2}, {1, 1000}}) {
            omp_set_num_threads(threads);
            reset(from, every);
            for (const auto& size : kSizes)
                for (const float beta : {0.0F, 1.0F, -0.5F})
                    expect_right(size, beta, failing_dnnl, plain_blas);
            EXPECT_GT(failures, 0);
            EXPECT_EQ(spoilt, 0) << "after a failure nobody knows what was added already";
            EXPECT_EQ(omp_get_max_threads(), threads);
        }
}

TEST_F(MatrixProductTest, WhereNothingFailsTheBlasIsNotAsked) {
    reset(0, 0);
    for (const int threads : {1, 2, 8}) {
        omp_set_num_threads(threads);
        for (const auto& size : kSizes)
            for (const float beta : {0.0F, 1.0F, 0.5F})
                expect_right(size, beta, failing_dnnl, nullptr);
    }
    EXPECT_GT(calls, 0);
}

TEST_F(MatrixProductTest, WithoutOneDnnTheBlasComputesAll) {
    for (const float beta : {0.0F, 1.0F, 0.5F})
        expect_right({70, 40, 9}, beta, nullptr, plain_blas);
    EXPECT_EQ(calls, 0);
}

TEST_F(MatrixProductTest, WhatIsAddedIsDividedAmongManyThreads) {
    reset(0, 0);
    omp_set_num_threads(8);
    std::vector<float> a(256 * 64, 1.0F), b(64 * 256, 1.0F), c(256 * 256, 1.0F);
    multiply({'N', 'N', 256, 256, 64, 1.0F, a.data(), 64, b.data(), 256, 1.0F, c.data(), 256}, failing_dnnl,
             nullptr);
    EXPECT_EQ(calls, 8);
    for (const float each : c)
        ASSERT_EQ(each, 65.0F);
}

}  // namespace
}  // namespace tunebench
