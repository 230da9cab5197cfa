// An independent reader and writer of event files for the tests: checksums bit by bit, messages by position
// in the wire format, nothing shared with core/formats.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tunebench::test {

inline std::uint32_t slow_masked_crc(const std::string& bytes) {
    std::uint32_t crc = ~0U;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) * 0x82F63B78U);
    }
    crc = ~crc;
    return ((crc >> 15) | (crc << 17)) + 0xA282EAD8U;
}

inline std::string fixed_bytes(std::uint64_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i));
    return bytes;
}

inline std::string record_of(const std::string& payload) {
    const auto length = fixed_bytes(payload.size(), 8);
    return length + fixed_bytes(slow_masked_crc(length), 4) + payload +
           fixed_bytes(slow_masked_crc(payload), 4);
}

/// One field of a message, whatever it is.
struct WireField {
    std::uint64_t number = 0;
    std::uint64_t value = 0;
    std::string bytes = {};
};

inline std::uint64_t take_varint(const std::string& bytes, std::size_t& at) {
    std::uint64_t value = 0;
    for (int shift = 0; at < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80)
            break;
    }
    return value;
}

inline std::vector<WireField> wire_fields(const std::string& bytes) {
    std::vector<WireField> fields;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto key = take_varint(bytes, at);
        WireField field{.number = key >> 3};
        const auto kind = key & 7;
        if (kind == 0) {
            field.value = take_varint(bytes, at);
        } else if (kind == 2) {
            const auto size = take_varint(bytes, at);
            field.bytes = bytes.substr(at, size);
            at += size;
        } else {
            const std::size_t size = kind == 1 ? 8 : 4;
            std::memcpy(&field.value, bytes.data() + at, size);
            at += size;
        }
        fields.push_back(field);
    }
    return fields;
}

inline std::vector<WireField> fields_numbered(const std::string& bytes, std::uint64_t number) {
    std::vector<WireField> found;
    for (auto& field : wire_fields(bytes))
        if (field.number == number)
            found.push_back(field);
    return found;
}

struct ReadScalar {
    std::int64_t step = 0;
    float value = 0.0F;
    double wall_time = 0.0;
};

/// What TensorBoard would show of a file; a test failure for a record whose checksums are wrong.
struct ReadEvents {
    std::string version = {};
    std::map<std::string, std::vector<ReadScalar>> scalars = {};
    std::map<std::string, std::string> hyperparameters = {};  // in words
    std::map<std::string, std::string> texts = {};
};

inline std::string json_value_text(const std::string& bytes) {
    const auto field = wire_fields(bytes).at(0);
    if (field.number == 2)
        return std::to_string(std::bit_cast<double>(field.value));
    return field.number == 4 ? (field.value != 0 ? "true" : "false") : field.bytes;
}

inline void read_event_value(const std::string& value, std::int64_t step, double wall_time,
                             ReadEvents& events) {
    const auto tag = fields_numbered(value, 1).at(0).bytes;
    for (const auto& simple : fields_numbered(value, 2))
        events.scalars[tag].push_back(
            {step, std::bit_cast<float>(static_cast<std::uint32_t>(simple.value)), wall_time});
    for (const auto& metadata : fields_numbered(value, 9)) {
        const auto plugin = fields_numbered(metadata.bytes, 1).at(0).bytes;
        const auto name = fields_numbered(plugin, 1).at(0).bytes;
        if (name == "text")
            events.texts[tag] = fields_numbered(fields_numbered(value, 8).at(0).bytes, 8).at(0).bytes;
        if (name == "hparams")
            for (const auto& start : fields_numbered(fields_numbered(plugin, 2).at(0).bytes, 3))
                for (const auto& entry : fields_numbered(start.bytes, 1))
                    events.hyperparameters[fields_numbered(entry.bytes, 1).at(0).bytes] =
                        json_value_text(fields_numbered(entry.bytes, 2).at(0).bytes);
    }
}

inline ReadEvents read_event_file(const std::string& bytes) {
    ReadEvents events;
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data() + at, 8);
        const auto payload = bytes.substr(at + 12, length);
        EXPECT_EQ(bytes.substr(at, 16 + length), record_of(payload)) << "the record at byte " << at;
        at += 16 + length;
        double wall_time = 0.0;
        std::int64_t step = 0;
        for (const auto& field : wire_fields(payload)) {
            if (field.number == 1)
                wall_time = std::bit_cast<double>(field.value);
            if (field.number == 2)
                step = static_cast<std::int64_t>(field.value);
            if (field.number == 3)
                events.version = field.bytes;
            if (field.number == 5)
                for (const auto& value : fields_numbered(field.bytes, 1))
                    read_event_value(value.bytes, step, wall_time, events);
        }
    }
    return events;
}

}  // namespace tunebench::test
