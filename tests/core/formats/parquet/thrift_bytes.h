// Thrift's compact protocol, written as its specification tells.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tunebench::test {

inline std::string byte_of(std::uint64_t value) {
    return std::string(1, static_cast<char>(static_cast<unsigned char>(value & 0xFF)));
}

inline std::string varint(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes += byte_of(value | 0x80);
    return bytes + byte_of(value);
}

inline std::string zigzag(std::int64_t value) {
    const auto doubled = static_cast<std::uint64_t>(value) << 1;
    return varint(value < 0 ? ~doubled : doubled);
}

inline std::string thrift_text(std::string_view text) {
    return varint(text.size()).append(text);
}

/// A struct; fields are added in the order of their numbers.
class ThriftStruct {
public:
    enum Type { kTrue = 1, kFalse = 2, kInteger32 = 5, kInteger64 = 6, kBinary = 8, kList = 9, kStruct = 12 };

    ThriftStruct& integer32(int id, std::int64_t value) { return add(id, kInteger32, zigzag(value)); }
    ThriftStruct& integer64(int id, std::int64_t value) { return add(id, kInteger64, zigzag(value)); }
    ThriftStruct& truth(int id, bool value) { return add(id, value ? kTrue : kFalse, ""); }
    ThriftStruct& text(int id, std::string_view value) { return add(id, kBinary, thrift_text(value)); }
    ThriftStruct& structure(int id, const ThriftStruct& value) { return add(id, kStruct, value.bytes()); }
    ThriftStruct& list(int id, Type type, const std::vector<std::string>& elements) {
        std::string bytes = elements.size() < 15 ? byte_of(elements.size() << 4 | type)
                                                 : byte_of(0xF0U | type) + varint(elements.size());
        for (const auto& element : elements)
            bytes += element;
        return add(id, kList, bytes);
    }
    ThriftStruct& add(int id, int type, std::string_view value) {
        const int step = id - last_id_;
        fields_ += step > 0 && step < 16 ? byte_of(static_cast<unsigned>(step << 4 | type))
                                         : byte_of(static_cast<unsigned>(type)) + zigzag(id);
        fields_ += value;
        last_id_ = id;
        return *this;
    }

    std::string bytes() const { return fields_ + '\0'; }

private:
    std::string fields_ = {};
    int last_id_ = 0;
};

}  // namespace tunebench::test
