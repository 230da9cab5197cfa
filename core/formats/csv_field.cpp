#include "core/formats/csv_field.h"

#include <charconv>
#include <system_error>

namespace tunebench {
namespace {

bool is_number(std::string_view text) {
    double number = 0.0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ptr == end && read.ec != std::errc::invalid_argument;
}

bool begins_a_formula(std::string_view text) {
    return text.find_first_of("=+-@\t\r") == 0 && !is_number(text);
}

}  // namespace

std::string csv_field(std::string_view text) {
    std::string field = begins_a_formula(text) ? "'" : "";
    const bool is_quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
    for (const char c : text)
        field.append(is_quoted && c == '"' ? 2 : 1, c);
    return is_quoted ? '"' + field + '"' : field;
}

}  // namespace tunebench
