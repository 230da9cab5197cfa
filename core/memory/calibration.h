// Calibration: what finished runs on this machine took beside what was predicted. The items of an estimate
// are exact and stay; the correction stands beside them, for what an allocator keeps and what no formula
// knows.
#pragma once

#include <cstdint>
#include <span>

namespace tunebench {

struct FinishedPeak {
    std::uint64_t predicted = 0;
    std::uint64_t measured = 0;
    std::uint64_t resident = 0;  // the most of the whole process; 0: not known
};

/// Where a peak is to be expected.
struct MemoryRange {
    std::uint64_t low = 0, high = 0;
};

struct MemoryCalibration {
    std::int64_t runs = 0;     // that it comes from; 0: too few, nothing is corrected
    double factor = 1.0;       // what a peak is multiplied with, from 1 to kMostFactor
    std::uint64_t beside = 0;  // what the process took beside its tensors, typically

    double uncertainty = kUncertainty;  // how far the peak may be from the corrected one, relative

    static constexpr double kUncertainty = 0.1;  // without runs; on the grid of benchmarks it is far less
    static constexpr double kLeastUncertainty = 0.05, kMostUncertainty = 0.25;
    static constexpr std::int64_t kLeastRuns = 3;
    static constexpr double kMostFactor = 1.25;

    /// The peak that is to be expected: what every verdict on whether a run fits compares with a limit.
    std::uint64_t corrected(std::uint64_t predicted) const;
    /// The same, with what it may be off.
    MemoryRange range(std::uint64_t predicted) const;

    bool operator==(const MemoryCalibration&) const = default;
};

/// Of the devices of a machine, which differ in what their allocators keep.
struct MemoryCalibrations {
    MemoryCalibration processor = {};
    MemoryCalibration accelerator = {};

    const MemoryCalibration& of(bool on_processor) const { return on_processor ? processor : accelerator; }

    bool operator==(const MemoryCalibrations&) const = default;
};

/// From the medians. A run whose rows were shorter than they may be takes less than predicted, which is no
/// reason to expect less of the next: nothing is ever taken off. Uncertain is by how much one of them went
/// beyond the corrected peak.
MemoryCalibration calibrated_by(std::span<const FinishedPeak> runs);

}  // namespace tunebench
