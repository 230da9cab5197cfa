// The memory that this process has in RAM, as the system counts it: tensors, the program and all it has read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace tunebench {

/// VmRSS of the process; 0 where the system does not tell.
std::uint64_t resident_bytes();

/// VmHWM of the process: the most since begin_resident_peak(), or since it started.
std::uint64_t resident_peak_bytes();

/// The peak counts from now on. False where the system does not let it begin anew.
bool begin_resident_peak();

/// ResidentPeaks: the most within each of several periods that follow one another and may come again. The
/// system is asked only where one ends: some 30 µs. Where the peak cannot begin anew it is what the process
/// has where a period ends. One at a time, for the peak is of the process.
class ResidentPeaks {
public:
    explicit ResidentPeaks(std::string_view period) : period_(period), begins_anew_(begin_resident_peak()) {}

    /// What comes from now on is of that period.
    void enter(std::string_view period);

    /// So far; 0 of one that never was.
    std::uint64_t of(std::string_view period) const;

private:
    std::uint64_t present_peak() const { return begins_anew_ ? resident_peak_bytes() : resident_bytes(); }

    std::map<std::string, std::uint64_t, std::less<>> ended_;
    std::string period_;
    bool begins_anew_ = false;
};

}  // namespace tunebench
