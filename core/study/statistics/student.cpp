#include "core/study/statistics/student.h"

#include <cmath>
#include <initializer_list>

namespace tunebench {
namespace {

/// One step of Lentz's method: both sides of a continued fraction, kept away from zero.
double away_from_zero(double value) {
    constexpr double kTiny = 1e-300;
    return std::abs(value) < kTiny ? kTiny : value;
}

/// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8); converges fast for
/// x < (a + 1) / (a + b + 2).
double beta_fraction(double a, double b, double x) {
    constexpr int kMostTerms = 10000;
    constexpr double kPrecision = 1e-16;
    double c = 1.0;
    double d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    double result = d;
    for (int m = 1; m <= kMostTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double change = 1.0;
        for (const double term : {even, odd}) {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            change = c * d;
            result *= change;
        }
        if (std::abs(change - 1.0) < kPrecision)
            break;
    }
    return result;
}

/// The regularised incomplete beta function I_x(a, b).
double incomplete_beta(double a, double b, double x) {
    if (x <= 0.0)
        return 0.0;
    if (x >= 1.0)
        return 1.0;
    const double front =
        std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1.0) / (a + b + 2.0))
        return front * beta_fraction(a, b, x) / a;
    return 1.0 - front * beta_fraction(b, a, 1.0 - x) / b;
}

}  // namespace

double student_two_sided(double t, double degrees) {
    if (std::isnan(t) || std::isinf(t))
        return std::isnan(t) ? 1.0 : 0.0;
    return incomplete_beta(degrees / 2.0, 0.5, degrees / (degrees + t * t));
}

double student_critical(double probability, double degrees) {
    double low = 0.0, high = 1.0;
    while (student_two_sided(high, degrees) > probability && high < 1e12)
        high *= 2.0;
    for (int halving = 0; halving < 200 && high - low > 1e-14 * high; ++halving) {
        const double middle = (low + high) / 2.0;
        (student_two_sided(middle, degrees) > probability ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

}  // namespace tunebench
