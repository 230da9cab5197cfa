#include "core/formats/protobuf_reader.h"

namespace tunebench {

namespace {

enum WireType : std::uint8_t { Variable = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

}  // namespace

std::optional<ProtobufField> ProtobufReader::next() {
    if (failed_ || rest_.empty())
        return std::nullopt;
    auto field = read_field();
    failed_ = !field;
    return field;
}

std::optional<ProtobufField> ProtobufReader::read_field() {
    const auto key = read_variable();
    if (!key || *key >> 3 == 0 || *key >> 3 > 0x1FFF'FFFF)
        return std::nullopt;
    ProtobufField field{.number = static_cast<std::uint32_t>(*key >> 3)};
    const auto wire_type = *key & 7;
    std::optional<std::uint64_t> value;
    if (wire_type == Variable || wire_type == Bytes)
        value = read_variable();
    else if (wire_type == Fixed32 || wire_type == Fixed64)
        value = read_fixed(wire_type == Fixed32 ? 4 : 8);
    if (!value || (wire_type == Bytes && *value > rest_.size()))
        return std::nullopt;
    if (wire_type == Bytes) {
        field.bytes = rest_.substr(0, static_cast<std::size_t>(*value));
        rest_.remove_prefix(field.bytes.size());
    } else {
        field.value = *value;
    }
    return field;
}

std::optional<std::uint64_t> ProtobufReader::read_variable() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> ProtobufReader::read_fixed(std::size_t size) {
    if (rest_.size() < size)
        return std::nullopt;
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(rest_[i]);
    rest_.remove_prefix(size);
    return value;
}

}  // namespace tunebench
