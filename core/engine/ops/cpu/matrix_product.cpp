#include "core/engine/ops/cpu/matrix_product.h"

#include <algorithm>
#include <omp.h>
#include <optional>

namespace tunebench {
namespace {

constexpr std::int64_t kLeastWidth = 32;                    // of a part
constexpr std::int64_t kLeastWork = std::int64_t{1} << 18;  // of a part that is added: multiplications
constexpr std::int64_t kRegister = 16;                      // numbers in a register of AVX-512
constexpr int kFewThreads = 4;

/// How many parts the rows and the columns of C are in; each is a thread's.
struct Grid {
    std::int64_t rows = 1, columns = 1;
    std::int64_t parts() const { return rows * columns; }
};

struct Range {
    std::int64_t from = 0, count = 0;
};

/// While it lives, this thread's calls run on it alone.
class OnOneThread {
public:
    OnOneThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
    ~OnOneThread() { omp_set_num_threads(before_); }
    OnOneThread(const OnOneThread&) = delete;
    OnOneThread& operator=(const OnOneThread&) = delete;

private:
    const int before_;
};

bool is_transposed(char letter) {
    return letter == 'T' || letter == 't';
}

bool adds(const MatrixProduct& product) {
    return product.beta != 0.0F;
}

/// As many parts as there are threads for, in the shape that reads least of A and B.
Grid squarest(const MatrixProduct& product, std::int64_t threads) {
    const auto most = [](std::int64_t size) { return std::max<std::int64_t>(size / kLeastWidth, 1); };
    const auto edges = [&](const Grid& grid) { return product.m / grid.rows + product.n / grid.columns; };
    Grid best;
    for (std::int64_t columns = 1; columns <= std::min(threads, most(product.n)); ++columns) {
        const Grid grid{.rows = std::min(threads / columns, most(product.m)), .columns = columns};
        if (grid.parts() > best.parts() || (grid.parts() == best.parts() && edges(grid) < edges(best)))
            best = grid;
    }
    return best;
}

/// oneDNN's own parts are up to a fifth slower for few threads (512 x 576 of 1536); for many the rows must be
/// divided too, which it does. What is added is never left to it, for one of its threads may fail alone.
Grid grid_of(const MatrixProduct& product) {
    const std::int64_t threads = omp_in_parallel() ? 1 : omp_get_max_threads();
    if (threads <= kFewThreads && product.n >= threads * kLeastWidth)
        return {.columns = threads};
    if (!adds(product))
        return {};
    return squarest(product, std::min(threads, product.m * product.n * product.k / kLeastWork));
}

Range range_of(std::int64_t size, std::int64_t parts, std::int64_t part) {
    if (parts == 1)
        return {.count = size};
    const auto width = (size / parts + kRegister - 1) / kRegister * kRegister;
    const auto from = std::min(part * width, size);
    const auto to = part + 1 == parts ? size : std::min(from + width, size);
    return {.from = from, .count = to - from};
}

MatrixProduct part_of(const MatrixProduct& whole, const Grid& grid, std::int64_t index) {
    const auto rows = range_of(whole.m, grid.rows, index / grid.columns);
    const auto columns = range_of(whole.n, grid.columns, index % grid.columns);
    auto part = whole;
    part.m = rows.count;
    part.n = columns.count;
    part.a += rows.from * (is_transposed(whole.transa) ? 1 : whole.lda);
    part.b += columns.from * (is_transposed(whole.transb) ? whole.ldb : 1);
    part.c += rows.from * whole.ldc + columns.from;
    return part;
}

bool multiply_by_dnnl(const MatrixProduct& p, DnnlSgemm dnnl) {
    constexpr int kSuccess = 0;
    return dnnl(p.transa, p.transb, p.m, p.n, p.k, p.alpha, p.a, p.lda, p.b, p.ldb, p.beta, p.c, p.ldc) ==
           kSuccess;
}

/// Column by column that is the product of the transposed, in the other order.
void multiply_by_blas(const MatrixProduct& p, BlasSgemm blas) {
    const auto m = static_cast<int>(p.m), n = static_cast<int>(p.n), k = static_cast<int>(p.k);
    const auto lda = static_cast<int>(p.lda), ldb = static_cast<int>(p.ldb), ldc = static_cast<int>(p.ldc);
    blas(&p.transb, &p.transa, &n, &m, &k, &p.alpha, p.b, &ldb, p.a, &lda, &p.beta, p.c, &ldc);
}

void scale_result(MatrixProduct& product) {
    for (std::int64_t i = 0; i < product.m; ++i)
        for (std::int64_t j = 0; j < product.n; ++j)
            product.c[i * product.ldc + j] *= product.beta;
    product.beta = 1.0F;
}

/// On one thread oneDNN takes its memory before it adds, so that nothing was added when it fails. It scales
/// before that.
void multiply_part(MatrixProduct product, DnnlSgemm dnnl, BlasSgemm blas) {
    std::optional<OnOneThread> alone;
    if (adds(product))
        alone.emplace();
    if (adds(product) && product.beta != 1.0F)
        scale_result(product);
    if (!multiply_by_dnnl(product, dnnl) && blas)
        multiply_by_blas(product, blas);
}

}  // namespace

void multiply(const MatrixProduct& product, DnnlSgemm dnnl, BlasSgemm blas) {
    if (!dnnl)
        return blas ? multiply_by_blas(product, blas) : void();
    const auto grid = grid_of(product);
    if (grid.parts() == 1)
        return multiply_part(product, dnnl, blas);
#pragma omp parallel for num_threads(static_cast <int>(grid.parts())) schedule(static, 1)
    for (std::int64_t i = 0; i < grid.parts(); ++i)
        if (const auto part = part_of(product, grid, i); part.m > 0 && part.n > 0)
            multiply_part(part, dnnl, blas);
}

}  // namespace tunebench
