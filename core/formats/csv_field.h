// A field of CSV (RFC 4180) as everything here writes it: for readers of CSV, and for spreadsheets, which
// take what begins like a formula for one.
#pragma once

#include <string>
#include <string_view>

namespace tunebench {

/// Text as a field: in quotes where it must be; behind an apostrophe where a spreadsheet would calculate it
/// (it begins with =, +, -, @, a tab or a carriage return and is no number). Numbers need no call.
std::string csv_field(std::string_view text);

}  // namespace tunebench
