// Seconds since 1970 and the times that the history stores ("2026-11-23T22:31:05.123Z").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tunebench {

std::string timestamp_of(double unix_seconds);

/// None for a text that is no such time.
std::optional<double> unix_seconds_of(std::string_view timestamp);

}  // namespace tunebench
