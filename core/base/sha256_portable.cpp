// SHA-256 after FIPS 180-4, for builds without OpenSSL.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include <fmt/format.h>

#include "core/base/sha256.h"

namespace tunebench {

namespace {

constexpr std::size_t kBlockBytes = 64;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2).
constexpr std::array<std::uint32_t, 64> kRoundConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t small_sigma_0(std::uint32_t x) {
    return std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3);
}

std::uint32_t small_sigma_1(std::uint32_t x) {
    return std::rotr(x, 17) ^ std::rotr(x, 19) ^ (x >> 10);
}

std::uint32_t big_sigma_0(std::uint32_t x) {
    return std::rotr(x, 2) ^ std::rotr(x, 13) ^ std::rotr(x, 22);
}

std::uint32_t big_sigma_1(std::uint32_t x) {
    return std::rotr(x, 6) ^ std::rotr(x, 11) ^ std::rotr(x, 25);
}

std::uint32_t big_endian_word(std::span<const std::byte> bytes) {
    std::uint32_t word = 0;
    for (int i = 0; i < 4; ++i)
        word = (word << 8) | std::to_integer<std::uint32_t>(bytes[static_cast<std::size_t>(i)]);
    return word;
}

}  // namespace

struct Sha256::State {
    // The fractional parts of the square roots of the first 8 primes (5.3.3).
    std::array<std::uint32_t, 8> hash = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::byte, kBlockBytes> block = {};
    std::uint64_t byte_count = 0;

    void add(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const std::size_t filled = byte_count % kBlockBytes;
            const std::size_t count = std::min(bytes.size(), kBlockBytes - filled);
            std::copy_n(bytes.begin(), count, block.begin() + static_cast<std::ptrdiff_t>(filled));
            byte_count += count;
            bytes = bytes.subspan(count);
            if (filled + count == kBlockBytes)
                compress();
        }
    }

    void compress() {
        std::array<std::uint32_t, 64> w = {};
        for (std::size_t t = 0; t < 16; ++t)
            w[t] = big_endian_word(std::span(block).subspan(4 * t, 4));
        for (std::size_t t = 16; t < 64; ++t)
            w[t] = small_sigma_1(w[t - 2]) + w[t - 7] + small_sigma_0(w[t - 15]) + w[t - 16];
        auto [a, b, c, d, e, f, g, h] = hash;
        for (std::size_t t = 0; t < 64; ++t) {
            const std::uint32_t t1 = h + big_sigma_1(e) + ((e & f) ^ (~e & g)) + kRoundConstants[t] + w[t];
            const std::uint32_t t2 = big_sigma_0(a) + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + t1;
            d = c;
            c = b;
            b = a;
            a = t1 + t2;
        }
        const std::array<std::uint32_t, 8> worked = {a, b, c, d, e, f, g, h};
        for (std::size_t i = 0; i < hash.size(); ++i)
            hash[i] += worked[i];
    }

    /// A one bit, zeros, and the length in bits as the last 8 bytes of a block (5.1.1).
    void pad() {
        const std::uint64_t bit_count = byte_count * 8;
        const std::array<std::byte, 1> one = {std::byte{0x80}};
        const std::array<std::byte, 1> zero = {std::byte{0}};
        add(one);
        while (byte_count % kBlockBytes != kBlockBytes - 8)
            add(zero);
        std::array<std::byte, 8> length = {};
        for (std::size_t i = 0; i < 8; ++i)
            length[i] = static_cast<std::byte>(bit_count >> (56 - 8 * i));
        add(length);
    }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> bytes) {
    state_->add(bytes);
}

std::string Sha256::hex() const {
    State copy = *state_;
    copy.pad();
    std::string text;
    for (const std::uint32_t word : copy.hash)
        text += fmt::format("{:08x}", word);
    return text;
}

}  // namespace tunebench
