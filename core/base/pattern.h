// Regular expressions that people write, through PCRE2 with limits on matching work and depth.
#pragma once

#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// Whether `pattern` matches the whole of `text`. Errors: the pattern is malformed (with the place), or
/// matching it takes more work than a name can be worth.
Result<bool> full_match(std::string_view pattern, std::string_view text);

}  // namespace tunebench
