#include "core/study/report/ticks.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tunebench {
namespace {

double even_step(double range, int most) {
    const double least = range / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * (1.0 - 1e-9))
            return factor * power;
    return 10.0 * power;
}

std::vector<double> within(double low, double high, std::initializer_list<double> factors) {
    std::vector<double> ticks;
    const int first = static_cast<int>(std::floor(std::log10(low)));
    const int last = static_cast<int>(std::ceil(std::log10(high)));
    for (int power = first; power <= last; ++power)
        for (const double factor : factors)
            if (const double value = factor * std::pow(10.0, power); value >= low && value <= high)
                ticks.push_back(value);
    return ticks;
}

}  // namespace

std::vector<double> even_ticks(double low, double high, int most) {
    const double step = even_step(high - low, most);
    std::vector<double> ticks;
    // Of a range that is lost in the rounding of its ends there are none: the numbers below would stand
    // still.
    constexpr double kMostNumber = 1e12;
    if (!(std::max(std::abs(low), std::abs(high)) < kMostNumber * step))
        return ticks;
    for (double number = std::ceil(low / step); number * step <= high; ++number)
        ticks.push_back(number * step);
    return ticks;
}

std::vector<double> log_ticks(double low, double high, int most) {
    auto ticks = within(low, high, {1.0, 2.0, 5.0});
    if (static_cast<int>(ticks.size()) > most)
        ticks = within(low, high, {1.0});
    return ticks.size() < 2 ? even_ticks(low, high, most) : ticks;
}

std::string tick_text(double value) {
    const double size = std::abs(value);
    const auto* sign = value < 0.0 ? "−" : "";
    if (size >= 1e9)
        return fmt::format("{}{:g} G", sign, size / 1e9);
    if (size >= 1e6)
        return fmt::format("{}{:g} M", sign, size / 1e6);
    if (size >= 1e4)
        return fmt::format("{}{:g} k", sign, size / 1e3);
    return fmt::format("{}{:g}", sign, size < 1e-12 ? 0.0 : size);
}

}  // namespace tunebench
