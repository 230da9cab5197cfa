// Random numbers that are the same on every platform, compiler and standard library. Philox 4x32-10 (Salmon
// et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): a number is a function of seed, stream and
// position, so that a generator is saved as three integers and streams never overlap.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace tunebench {

/// Everything a generator is. Saved in checkpoints: the meaning of the fields must not change.
struct RandomState {
    std::uint64_t seed = 0;
    std::uint64_t stream = 0;    // one for each purpose (shuffling, dropout, ...)
    std::uint64_t position = 0;  // 64-bit numbers drawn so far

    bool operator==(const RandomState&) const = default;
};

/// The ten rounds of Philox on one counter; public for its published test vectors.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

class Random {
public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : state_{seed, stream, 0} {}
    explicit Random(const RandomState& state) : state_(state) {}

    const RandomState& state() const { return state_; }

    std::uint64_t next_u64();

    /// In [0, 1), a multiple of 2^-53.
    double uniform();

    /// In [0, n), every value equally likely; 0 when n is 0. Draws again where a draw would be biased.
    std::uint64_t below(std::uint64_t n);

    /// Fisher-Yates from the end; all orders equally likely.
    template <class T>
    void shuffle(std::span<T> values) {
        for (std::size_t i = values.size(); i > 1; --i) {
            const auto j = static_cast<std::size_t>(below(i));
            using std::swap;
            swap(values[i - 1], values[j]);
        }
    }

private:
    RandomState state_;
};

}  // namespace tunebench
