// Url: an address as curl itself reads it, so that what is checked here and what is fetched there are the
// same.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

struct Url {
    std::string text = {};    // the whole address, normalised
    std::string scheme = {};  // "http" or "https"
    std::string host = {};    // lower case
    std::string port = {};    // the scheme's own when the address has none
};

/// http and https only, without user and password in it. InvalidArgument.
Result<Url> parse_url(const std::string& text);

/// Where a redirect leads: `location` may be relative to `from`. Corrupt for another scheme, for a user name
/// in it, and for one that leaves https (only a loopback address may lead to a loopback address so).
Result<Url> redirect_target(const Url& from, const std::string& location);

/// Scheme, host and port equal.
bool is_same_origin(const Url& a, const Url& b);

/// This machine: 127.0.0.0/8, ::1, localhost.
bool is_loopback(const Url& url);

/// Everything but letters, digits and "-_.~" as %XX; slashes stay with `keep_slashes`.
std::string percent_encoded(std::string_view text, bool keep_slashes);

}  // namespace tunebench
