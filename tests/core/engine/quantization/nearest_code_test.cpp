// The table that finds the nearest code gives what counting midpoints gives.
#include "core/engine/quantization/nearest_code.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "core/engine/quantization/code_books.h"

namespace tunebench {
namespace {

class EachBook : public testing::TestWithParam<int> {
protected:
    at::Tensor book() const {
        switch (GetParam()) {
            case 0:
                return signed_dynamic_map();
            case 1:
                return unsigned_dynamic_map();
            case 2:
                return code_book_of(QuantizationType::Nf4);
            case 3:
                return code_book_of(QuantizationType::Fp4);
            default:
                return code_book_of(QuantizationType::Int8);
        }
    }
    /// The entry above as many midpoints as the value.
    float expected(float value) const {
        const auto sorted = std::get<0>(book().sort());
        const auto midpoints = (sorted.slice(0, 0, -1) + sorted.slice(0, 1)) / 2.0;
        return sorted[(midpoints < value).sum().item<std::int64_t>()].item<float>();
    }
    void expect_nearest(float value) const {
        EXPECT_EQ(book()[nearest_(value)].item<float>(), expected(value)) << value;
    }
    const NearestCode nearest_{book()};
};

TEST_P(EachBook, FindsTheEntryNearestToAnyNumber) {
    const auto values = at::linspace(-1.2, 1.2, 301);
    for (std::int64_t i = 0; i < values.size(0); ++i)
        expect_nearest(values[i].item<float>());
    for (float small = 1.0F; small > 1e-9F; small *= 0.83F)
        for (const float value : {small, -small})
            expect_nearest(value);
}

TEST_P(EachBook, OnAndBesideEveryMidpoint) {
    const auto sorted = std::get<0>(book().sort());
    for (std::int64_t i = 0; i + 1 < sorted.size(0); ++i) {
        const float midpoint = (sorted[i].item<float>() + sorted[i + 1].item<float>()) / 2.0F;
        for (const float value : {std::nextafter(midpoint, -2.0F), midpoint, std::nextafter(midpoint, 2.0F)})
            expect_nearest(value);
    }
}

TEST_P(EachBook, OfWhatIsNotFiniteToo) {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    for (const float value : {kInfinity, -kInfinity, 0.0F, -0.0F, std::numeric_limits<float>::denorm_min()})
        expect_nearest(value);
    nearest_(std::numeric_limits<float>::quiet_NaN());  // any code, but no crash
}

const char* const kNames[] = {"signed_map", "unsigned_map", "nf4", "fp4", "int8"};

INSTANTIATE_TEST_SUITE_P(NearestCodeTest, EachBook, testing::Range(0, 5),
                         [](const auto& chosen) { return kNames[chosen.param]; });

}  // namespace
}  // namespace tunebench
