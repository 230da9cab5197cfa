#include "core/base/random.h"

namespace tunebench {

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key) {
    constexpr int kRounds = 10;
    constexpr std::uint64_t kMultiplier0 = 0xD2511F53;
    constexpr std::uint64_t kMultiplier1 = 0xCD9E8D57;
    constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
    constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
    const auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); };
    const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
    for (int round = 0; round < kRounds; ++round) {
        const std::uint64_t product0 = kMultiplier0 * counter[0];
        const std::uint64_t product1 = kMultiplier1 * counter[2];
        counter = {high(product1) ^ counter[1] ^ key[0], low(product1), high(product0) ^ counter[3] ^ key[1],
                   low(product0)};
        key[0] += kWeyl0;
        key[1] += kWeyl1;
    }
    return counter;
}

// A block of four words holds two 64-bit numbers: the counter is half the position, and the stream.
std::uint64_t Random::next_u64() {
    const auto word = [](std::uint64_t x, int index) {
        return static_cast<std::uint32_t>(x >> (32 * index));
    };
    const std::uint64_t block_index = state_.position / 2;
    const auto block = philox4x32(
        {word(block_index, 0), word(block_index, 1), word(state_.stream, 0), word(state_.stream, 1)},
        {word(state_.seed, 0), word(state_.seed, 1)});
    const std::size_t first = state_.position % 2 == 0 ? 0 : 2;
    ++state_.position;
    return block[first] | static_cast<std::uint64_t>(block[first + 1]) << 32;
}

double Random::uniform() {
    constexpr double kUnit = 1.0 / 9007199254740992.0;  // 2^-53
    return static_cast<double>(next_u64() >> 11) * kUnit;
}

std::uint64_t Random::below(std::uint64_t n) {
    if (n < 2)
        return 0;
    const std::uint64_t surplus = (0 - n) % n;  // 2^64 mod n numbers at the start would come once too often
    while (true) {
        const std::uint64_t number = next_u64();
        if (number >= surplus)
            return number % n;
    }
}

}  // namespace tunebench
