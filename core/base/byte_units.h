// Quantities as people read and write them. All functions are independent of the locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// "1.23 GiB" from 1 GiB on, "4.00 MiB" and "1.50 KiB" below, "512 B" below 1 KiB.
std::string format_bytes(std::uint64_t bytes);

/// "24GiB", "8 GB", "512MiB", "1.5 TiB", "4096". GB and its like are powers of 1000; GiB and its like, and a
/// bare letter ("24G"), powers of 1024. Case does not matter. InvalidArgument otherwise, with an example.
Result<std::uint64_t> parse_bytes(std::string_view text);

/// Counts of parameters and tokens: "999", "12.3 k", "124.4 M", "6.7 B" (10^9), "1.4 T".
std::string format_count(std::uint64_t count);

/// "0.42 s", "12 s", "3 min 05 s", "2 h 14 min", "3 d 04 h"; "unknown" for NaN, infinity and negative times.
std::string format_duration(double seconds);

}  // namespace tunebench
