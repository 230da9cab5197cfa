#include "core/formats/parquet/decimal_text.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "core/formats/parquet/errors.h"

namespace tunebench::parquet {

namespace {

constexpr std::size_t kMaxDecimalBytes = 32;

unsigned byte_at(const std::string& bytes, std::size_t i) {
    return static_cast<unsigned char>(bytes[i]);
}

void negate(std::string& bytes) {
    unsigned carry = 1;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        const unsigned sum = (byte_at(bytes, i) ^ 0xFF) + carry;
        bytes[i] = static_cast<char>(static_cast<unsigned char>(sum & 0xFF));
        carry = sum >> 8;
    }
}

/// Divides by ten; gives the rest.
unsigned take_digit(std::string& bytes) {
    unsigned rest = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned part = rest << 8 | byte_at(bytes, i);
        bytes[i] = static_cast<char>(static_cast<unsigned char>(part / 10));
        rest = part % 10;
    }
    return rest;
}

bool is_zero(const std::string& bytes) {
    return std::ranges::all_of(bytes, [](char byte) { return byte == '\0'; });
}

OrderedJson number_from(const std::string& text, int scale) {
    std::int64_t whole = 0;
    if (scale == 0 && std::from_chars(text.data(), text.data() + text.size(), whole).ec == std::errc())
        return whole;
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string big_endian(std::int64_t number) {
    std::string bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes +=
            static_cast<char>(static_cast<unsigned char>(static_cast<std::uint64_t>(number) >> shift & 0xFF));
    return bytes;
}

std::string decimal_text(std::string bytes, int scale) {
    const bool is_negative = !bytes.empty() && byte_at(bytes, 0) >= 0x80;
    if (is_negative)
        negate(bytes);
    std::string digits;  // the last one first
    const auto least = static_cast<std::size_t>(scale) + 1;
    while (digits.size() < least || !is_zero(bytes)) {
        digits += static_cast<char>('0' + take_digit(bytes));
        if (scale > 0 && digits.size() == static_cast<std::size_t>(scale))
            digits += '.';
    }
    if (digits.ends_with('.'))
        digits += '0';
    if (is_negative)
        digits += '-';
    std::ranges::reverse(digits);
    return digits;
}

Result<OrderedJson> decimal_json(std::string bytes, const ValueType& type) {
    if (bytes.empty() || bytes.size() > kMaxDecimalBytes)
        return corrupt(fmt::format("a decimal has {} bytes", bytes.size()));
    auto text = decimal_text(std::move(bytes), type.scale);
    if (type.precision > std::numeric_limits<double>::digits10)
        return OrderedJson(std::move(text));
    return number_from(text, type.scale);
}

}  // namespace tunebench::parquet
