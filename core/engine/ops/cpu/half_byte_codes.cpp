#include "core/engine/ops/cpu/half_byte_codes.h"

#include <array>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tunebench::rows {
namespace {

void portable(const std::uint8_t* codes, const float* table, float* out, std::int64_t bytes) {
    for (std::int64_t i = 0; i < bytes; ++i) {
        out[2 * i] = table[codes[i] >> 4];
        out[2 * i + 1] = table[codes[i] & 15];
    }
}

#if defined(__x86_64__)
// Compilers make a gather of the loop; a table that fits into registers needs none.
__attribute__((target("avx2"))) void with_avx2(const std::uint8_t* codes, const float* table, float* out,
                                               std::int64_t bytes) {
    constexpr std::int64_t kAtOnce = 8;
    const __m256 first = _mm256_loadu_ps(table), second = _mm256_loadu_ps(table + 8);
    std::int64_t i = 0;
    for (; i + kAtOnce <= bytes; i += kAtOnce) {
        const __m256i low =
            _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(codes + i)));
        const __m256i high = _mm256_srli_epi32(low, 4);
        // Three bits choose within a half of the table, the fourth, moved to the sign, chooses the half.
        const __m256 of_low =
            _mm256_blendv_ps(_mm256_permutevar8x32_ps(first, low), _mm256_permutevar8x32_ps(second, low),
                             _mm256_castsi256_ps(_mm256_slli_epi32(low, 28)));
        const __m256 of_high =
            _mm256_blendv_ps(_mm256_permutevar8x32_ps(first, high), _mm256_permutevar8x32_ps(second, high),
                             _mm256_castsi256_ps(_mm256_slli_epi32(high, 28)));
        const __m256 even = _mm256_unpacklo_ps(of_high, of_low), odd = _mm256_unpackhi_ps(of_high, of_low);
        _mm256_storeu_ps(out + 2 * i, _mm256_permute2f128_ps(even, odd, 0x20));
        _mm256_storeu_ps(out + 2 * i + 8, _mm256_permute2f128_ps(even, odd, 0x31));
    }
    portable(codes + i, table, out + 2 * i, bytes - i);
}

__attribute__((target("avx512f"))) void with_avx512(const std::uint8_t* codes, const float* table, float* out,
                                                    std::int64_t bytes) {
    constexpr std::int64_t kAtOnce = 16;
    const __m512 entries = _mm512_loadu_ps(table);
    const __m512i begin = _mm512_setr_epi32(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const __m512i end = _mm512_setr_epi32(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    std::int64_t i = 0;
    for (; i + kAtOnce <= bytes; i += kAtOnce) {
        const __m512i low =
            _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(codes + i)));
        const __m512 of_low = _mm512_permutexvar_ps(low, entries);  // by its lowest four bits
        const __m512 of_high = _mm512_permutexvar_ps(_mm512_srli_epi32(low, 4), entries);
        _mm512_storeu_ps(out + 2 * i, _mm512_permutex2var_ps(of_high, begin, of_low));
        _mm512_storeu_ps(out + 2 * i + 16, _mm512_permutex2var_ps(of_high, end, of_low));
    }
    portable(codes + i, table, out + 2 * i, bytes - i);
}
#endif

}  // namespace

std::span<const HalfByteLookUp> half_byte_look_ups() {
    static const std::array ways {
        HalfByteLookUp{"portable", true, portable},
#if defined(__x86_64__)
            HalfByteLookUp{"avx2", __builtin_cpu_supports("avx2") != 0, with_avx2},
            HalfByteLookUp{"avx512", __builtin_cpu_supports("avx512f") != 0, with_avx512},
#endif
    };
    return ways;
}

void look_up_half_bytes(const std::uint8_t* codes, const float* table, float* out, std::int64_t bytes) {
    static const auto best = [] {
        auto chosen = portable;
        for (const auto& way : half_byte_look_ups())
            if (way.runs_here)
                chosen = way.look_up;
        return chosen;
    }();
    best(codes, table, out, bytes);
}

}  // namespace tunebench::rows
