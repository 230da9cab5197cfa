// The loops over rows, against the same in double, on lengths that do not fill their lanes too.
#include "core/engine/ops/cpu/row_kernels.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench::rows {
namespace {

std::vector<float> drawn(std::size_t n, std::uint64_t seed, double spread = 2.0) {
    Random random(seed);
    std::vector<float> values(n);
    for (auto& value : values)
        value =
            static_cast<float>(spread * (2.0 * static_cast<double>(random.below(1 << 20)) / (1 << 20) - 1.0));
    return values;
}

TEST(RowKernelsTest, SumsAreThoseInDouble) {
    for (const std::size_t n : {0, 1, 31, 32, 33, 577, 49152}) {
        const auto a = drawn(n, 1), b = drawn(n, 2), c = drawn(n, 3);
        double squares = 0.0, ab = 0.0, abc = 0.0, all = 0.0, exponentials = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            squares += static_cast<double>(a[i]) * a[i];
            ab += static_cast<double>(a[i]) * b[i];
            abc += static_cast<double>(a[i]) * b[i] * c[i];
            all += a[i];
            exponentials += std::exp(0.5 * a[i] - 1.0);
        }
        const auto count = static_cast<std::int64_t>(n);
        const double tolerance = 1e-6 * (1.0 + squares);
        EXPECT_NEAR(sum_of_squares(a.data(), count), squares, tolerance);
        EXPECT_NEAR(dot(a.data(), b.data(), count), ab, tolerance);
        EXPECT_NEAR(dot3(a.data(), b.data(), c.data(), count), abc, 2.0 * tolerance);
        EXPECT_NEAR(sum(a.data(), count), all, tolerance);
        EXPECT_NEAR(sum_of_exponentials(a.data(), 0.5F, 1.0F, count), exponentials,
                    1e-6 * (1.0 + exponentials));
    }
}

TEST(RowKernelsTest, TheExponentialIsExactToTheLastBits) {
    std::vector<float> x;
    for (float value = -86.9F; value < 87.0F; value += 0.0137F)
        x.push_back(value);
    std::vector<float> out(x.size());
    exponentials(x.data(), 1.0F, 0.0F, 1.0F, out.data(), static_cast<std::int64_t>(x.size()));
    for (std::size_t i = 0; i < x.size(); ++i)
        EXPECT_NEAR(out[i] / std::exp(static_cast<double>(x[i])), 1.0, 4e-7) << x[i];
}

TEST(RowKernelsTest, TheExponentialOfExtremes) {
    const auto infinity = std::numeric_limits<float>::infinity();
    const std::vector<float> x = {-infinity, -1000.0F, 0.0F, std::numeric_limits<float>::quiet_NaN()};
    std::vector<float> out(x.size());
    exponentials(x.data(), 1.0F, 0.0F, 1.0F, out.data(), static_cast<std::int64_t>(x.size()));
    EXPECT_EQ(out[0], 0.0F);
    EXPECT_EQ(out[1], 0.0F);
    EXPECT_EQ(out[2], 1.0F);
    EXPECT_TRUE(std::isnan(out[3]));
}

TEST(RowKernelsTest, TheLargestIsFoundAnywhere) {
    for (const std::size_t n : {1, 32, 33, 100})
        for (std::size_t at = 0; at < n; ++at) {
            auto values = drawn(n, 4);
            values[at] = 3.0F;
            EXPECT_EQ(largest(values.data(), static_cast<std::int64_t>(n)), 3.0F);
        }
    EXPECT_EQ(largest(nullptr, 0), -std::numeric_limits<float>::infinity());
}

TEST(RowKernelsTest, NarrowNumbersAreRoundedAsTheTypesDo) {
    auto values = drawn(4099, 5, 70000.0);
    for (std::size_t i = 0; i < 2000; ++i)
        values[i] *= 1e-9F;
    values.push_back(std::numeric_limits<float>::quiet_NaN());
    values.push_back(std::numeric_limits<float>::infinity());
    const auto n = static_cast<std::int64_t>(values.size());
    std::vector<c10::BFloat16> bf16(values.size());
    std::vector<c10::Half> fp16(values.size());
    std::vector<float> back(values.size());
    narrow(values.data(), bf16.data(), n);
    narrow(values.data(), fp16.data(), n);
    for (std::size_t i = 0; i + 2 < values.size(); ++i) {
        EXPECT_EQ(static_cast<float>(bf16[i]), static_cast<float>(c10::BFloat16(values[i])));
        EXPECT_EQ(static_cast<float>(fp16[i]), static_cast<float>(c10::Half(values[i])));
    }
    EXPECT_TRUE(std::isnan(static_cast<float>(bf16[values.size() - 2])));
    EXPECT_TRUE(std::isinf(static_cast<float>(bf16[values.size() - 1])));
    widen(bf16.data(), back.data(), n - 2);
    for (std::size_t i = 0; i + 2 < values.size(); ++i)
        EXPECT_EQ(back[i], static_cast<float>(bf16[i]));
}

}  // namespace
}  // namespace tunebench::rows
