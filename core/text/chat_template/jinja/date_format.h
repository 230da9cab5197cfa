// Dates as strftime writes them in the C locale, whatever the program's is.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tunebench::jinja {

/// A moment on the clock at the wall, without a time zone.
using Moment = std::chrono::sys_seconds;

/// %d %m %Y %B and their like, with - between % and letter to leave out zeros in front. Unknown letters stay
/// as they are.
Result<std::string> format_date(std::string_view format, Moment moment);

}  // namespace tunebench::jinja
