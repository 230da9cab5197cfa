// Messages of Protocol Buffers, written field by field.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tunebench {

class ProtobufWriter {
public:
    ProtobufWriter& number(std::uint32_t field, std::uint64_t value);
    ProtobufWriter& real(std::uint32_t field, double value);
    ProtobufWriter& single(std::uint32_t field, float value);
    /// A text, or a message within this one.
    ProtobufWriter& bytes(std::uint32_t field, std::string_view value);

    const std::string& text() const { return text_; }

private:
    void append_variable(std::uint64_t value);

    std::string text_ = {};
};

}  // namespace tunebench
