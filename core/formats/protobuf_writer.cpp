#include "core/formats/protobuf_writer.h"

#include <bit>

namespace tunebench {
namespace {

template <class Number>
void append_fixed(std::string& text, Number number) {
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        text += static_cast<char>(number >> (8 * i));
}

}  // namespace

void ProtobufWriter::append_variable(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        text_ += static_cast<char>(value | 0x80);
    text_ += static_cast<char>(value);
}

ProtobufWriter& ProtobufWriter::number(std::uint32_t field, std::uint64_t value) {
    append_variable(std::uint64_t{field} << 3);
    append_variable(value);
    return *this;
}

ProtobufWriter& ProtobufWriter::real(std::uint32_t field, double value) {
    append_variable(std::uint64_t{field} << 3 | 1);
    append_fixed(text_, std::bit_cast<std::uint64_t>(value));
    return *this;
}

ProtobufWriter& ProtobufWriter::single(std::uint32_t field, float value) {
    append_variable(std::uint64_t{field} << 3 | 5);
    append_fixed(text_, std::bit_cast<std::uint32_t>(value));
    return *this;
}

ProtobufWriter& ProtobufWriter::bytes(std::uint32_t field, std::string_view value) {
    append_variable(std::uint64_t{field} << 3 | 2);
    append_variable(value.size());
    text_ += value;
    return *this;
}

}  // namespace tunebench
