// A number that was measured several times, in runs that differ by luck alone: the seed.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tunebench {

struct Spread {
    std::size_t count = 0;
    double mean = 0.0;                     // not finite where one of the values is not
    std::optional<double> deviation = {};  // standard, unbiased; from two values on
    std::optional<double> margin = {};     // half the 95 % confidence interval of the mean; from three on

    bool operator==(const Spread&) const = default;
};

/// At least one value. The interval is Student's: of two values it would be as wide as chance likes, and none
/// is given.
Spread spread_of(std::span<const double> values);

/// What one run measured, by ascending step.
struct StepValues {
    std::vector<double> steps = {};
    std::vector<double> along = {};  // where in the run each is, as a plot has it: seconds, epochs, tokens
    std::vector<double> values = {};
};

/// The mean of several runs at each step, with its spread.
struct StepBand {
    std::vector<double> steps = {};
    std::vector<double> along = {};  // mean
    std::vector<Spread> spreads = {};
};

/// At the steps at which every run has a value: elsewhere the mean would jump with the runs it is of.
StepBand band_of(std::span<const StepValues> runs);

}  // namespace tunebench
