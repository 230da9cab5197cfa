// Messages of Protocol Buffers, field by field.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tunebench {

/// A field as the wire has it; what `value` or `bytes` mean is the message's business.
struct ProtobufField {
    std::uint32_t number = 0;
    std::uint64_t value = 0;      // a variable-length, 32-bit or 64-bit number
    std::string_view bytes = {};  // a text, or a message within this one

    double as_double() const { return std::bit_cast<double>(value); }
    float as_float() const { return std::bit_cast<float>(static_cast<std::uint32_t>(value)); }
    bool as_boolean() const { return value != 0; }
    std::int32_t as_integer() const { return static_cast<std::int32_t>(value); }
};

/// Reads the bytes that it is given once, copies nothing, and does not follow messages within messages.
class ProtobufReader {
public:
    explicit ProtobufReader(std::string_view bytes) : rest_(bytes) {}

    /// The next field; none at the end, and at the first that is malformed or of a group.
    std::optional<ProtobufField> next();

    /// Whether the message ended as it should.
    bool is_complete() const { return rest_.empty() && !failed_; }

private:
    std::optional<ProtobufField> read_field();
    std::optional<std::uint64_t> read_variable();
    std::optional<std::uint64_t> read_fixed(std::size_t size);

    std::string_view rest_;
    bool failed_ = false;
};

/// Calls read(field) for each field of a message; false when the message is malformed.
template <class Read>
bool read_message(std::string_view bytes, Read read) {
    ProtobufReader reader(bytes);
    while (const auto field = reader.next())
        read(*field);
    return reader.is_complete();
}

}  // namespace tunebench
