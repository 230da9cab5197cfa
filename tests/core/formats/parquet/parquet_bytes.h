// Parquet files put together as the format's specification tells, so that a test knows every byte of them and
// can put them together wrongly.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/formats/parquet/thrift_bytes.h"

namespace tunebench::test {

inline std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

template <class T>
std::string little_endian(T value) {
    return std::string(reinterpret_cast<const char*>(&value), sizeof(T));
}

/// The checksum of gzip, bit by bit.
inline std::uint32_t crc32_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

// Values in their encodings.

template <class T>
std::string plain(const std::vector<T>& values) {
    std::string bytes;
    for (const auto& value : values)
        bytes += little_endian(value);
    return bytes;
}

inline std::string plain_texts(const std::vector<std::string>& texts) {
    std::string bytes;
    for (const auto& text : texts)
        bytes += little_endian(static_cast<std::uint32_t>(text.size())) + text;
    return bytes;
}

/// Numbers of `width` bits one after the other, the lowest bit first; zero bits fill the last byte.
inline std::string packed(const std::vector<std::uint32_t>& values, int width) {
    std::string bits;
    for (const auto value : values)
        for (int bit = 0; bit < width; ++bit)
            bits += (value >> bit & 1) != 0 ? '1' : '0';
    std::string bytes((bits.size() + 7) / 8, '\0');
    for (std::size_t i = 0; i < bits.size(); ++i)
        if (bits[i] == '1')
            bytes[i / 8] = static_cast<char>(static_cast<unsigned char>(bytes[i / 8]) | 1U << (i % 8));
    return bytes;
}

/// One bit-packed run of the hybrid.
inline std::string packed_run(std::vector<std::uint32_t> values, int width) {
    const auto groups = (values.size() + 7) / 8;
    values.resize(groups * 8);
    return varint(groups << 1 | 1) + packed(values, width);
}

/// One repeated run of the hybrid, of up to 8 bits.
inline std::string repeated_run(std::uint64_t count, std::uint32_t value, int width) {
    return varint(count << 1) + (width > 0 ? byte_of(value) : "");
}

inline std::string with_length(const std::string& bytes) {
    return little_endian(static_cast<std::uint32_t>(bytes.size())) + bytes;
}

// Compressed without compression.

inline std::string snappy_literal(std::string_view bytes) {
    if (bytes.empty())
        return varint(0);
    return varint(bytes.size()) + byte_of(63 << 2) +
           little_endian(static_cast<std::uint32_t>(bytes.size() - 1)) + std::string(bytes);
}

inline std::string gzip_stored(std::string_view bytes) {
    const auto size = static_cast<std::uint16_t>(bytes.size());
    return std::string("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10) + '\x01' + little_endian(size) +
           little_endian(static_cast<std::uint16_t>(~size)) + std::string(bytes) +
           little_endian(crc32_of(bytes)) + little_endian(static_cast<std::uint32_t>(bytes.size()));
}

inline std::string zstd_raw(std::string_view bytes) {
    const auto header = static_cast<std::uint32_t>(bytes.size() << 3 | 1);  // last block, raw
    return "\x28\xb5\x2f\xfd\xa0" + little_endian(static_cast<std::uint32_t>(bytes.size())) +
           little_endian(header).substr(0, 3) + std::string(bytes);
}

/// One sequence of literals.
inline std::string lz4_literals(std::string_view bytes) {
    if (bytes.size() < 15)
        return byte_of(bytes.size() << 4) + std::string(bytes);
    auto left = bytes.size() - 15;
    std::string packed_bytes = byte_of(0xF0);
    for (; left >= 255; left -= 255)
        packed_bytes += byte_of(255);
    return packed_bytes + byte_of(left) + std::string(bytes);
}

enum TestCodec { kUncompressed = 0, kSnappy = 1, kGzip = 2, kZstd = 6, kLz4Raw = 7 };

inline std::string compressed(int codec, std::string_view bytes) {
    return codec == kSnappy   ? snappy_literal(bytes)
           : codec == kGzip   ? gzip_stored(bytes)
           : codec == kZstd   ? zstd_raw(bytes)
           : codec == kLz4Raw ? lz4_literals(bytes)
                              : std::string(bytes);
}

// Pages.

enum TestEncoding {
    kPlain = 0,
    kPlainDictionary = 2,
    kRle = 3,
    kDelta = 5,
    kDeltaLength = 6,
    kDeltaText = 7,
    kDictionary = 8,
    kSplit = 9
};

/// Levels as runs of the hybrid, without lengths; empty where the column has none.
struct TestPage {
    int count = 0;
    std::string repetitions = {};
    std::string definitions = {};
    std::string values = {};
    int encoding = kPlain;
};

inline ThriftStruct page_header(int type, std::size_t unpacked, std::string_view body, bool has_crc) {
    ThriftStruct header;
    header.integer32(1, type).integer32(2, static_cast<std::int64_t>(unpacked));
    header.integer32(3, static_cast<std::int64_t>(body.size()));
    if (has_crc)
        header.integer32(4, static_cast<std::int32_t>(crc32_of(body)));
    return header;
}

inline std::string data_page_v1(const TestPage& page, int codec = kUncompressed, bool has_crc = false) {
    const auto levels = [](const std::string& runs) { return runs.empty() ? runs : with_length(runs); };
    const auto unpacked = levels(page.repetitions) + levels(page.definitions) + page.values;
    const auto body = compressed(codec, unpacked);
    ThriftStruct data;
    data.integer32(1, page.count).integer32(2, page.encoding).integer32(3, kRle).integer32(4, kRle);
    return page_header(0, unpacked.size(), body, has_crc).structure(5, data).bytes() + body;
}

inline std::string data_page_v2(const TestPage& page, int codec = kUncompressed, bool has_crc = false) {
    const auto levels = page.repetitions + page.definitions;
    const auto body = levels + compressed(codec, page.values);
    ThriftStruct data;
    data.integer32(1, page.count).integer32(2, 0).integer32(3, page.count).integer32(4, page.encoding);
    data.integer32(5, static_cast<std::int64_t>(page.definitions.size()));
    data.integer32(6, static_cast<std::int64_t>(page.repetitions.size()));
    if (codec == kUncompressed)
        data.truth(7, false);
    return page_header(3, levels.size() + page.values.size(), body, has_crc).structure(8, data).bytes() +
           body;
}

inline std::string dictionary_page(int count, const std::string& values, int codec = kUncompressed) {
    const auto body = compressed(codec, values);
    ThriftStruct dictionary;
    dictionary.integer32(1, count).integer32(2, kPlain);
    return page_header(2, values.size(), body, true).structure(7, dictionary).bytes() + body;
}

// The file around them.

enum TestType { kBoolean, kInt32, kInt64, kInt96, kFloat, kDouble, kByteArray, kFixed };
enum TestRepetition { kRequired, kOptional, kRepeated };

/// An element of the schema; a group when it has children.
struct TestField {
    std::string name = {};
    int repetition = kRequired;
    int type = kByteArray;
    std::vector<TestField> children = {};
    int converted = -1;                        // ConvertedType
    std::optional<ThriftStruct> logical = {};  // the union LogicalType
    int length = 0;
    int scale = 0;
    int precision = 0;
};

inline TestField text_field(std::string name, int repetition = kRequired) {
    return {.name = std::move(name), .repetition = repetition, .converted = 0};
}

inline void append_element(std::vector<std::string>& elements, const TestField& field, bool is_root) {
    ThriftStruct element;
    const bool is_group = is_root || !field.children.empty();
    if (!is_group)
        element.integer32(1, field.type);
    if (field.length > 0)
        element.integer32(2, field.length);
    if (!is_root)
        element.integer32(3, field.repetition);
    element.text(4, field.name);
    if (is_group)
        element.integer32(5, static_cast<std::int64_t>(field.children.size()));
    if (field.converted >= 0)
        element.integer32(6, field.converted);
    if (field.precision > 0)
        element.integer32(7, field.scale).integer32(8, field.precision);
    if (field.logical)
        element.structure(10, *field.logical);
    elements.push_back(element.bytes());
    for (const auto& child : field.children)
        append_element(elements, child, false);
}

struct TestChunk {
    int type = kByteArray;
    std::int64_t values = 0;
    std::string pages = {};
    int codec = kUncompressed;
    std::int64_t offset_error = 0;  // added to where it says that it lies
};

struct TestGroup {
    std::int64_t rows = 0;
    std::vector<TestChunk> columns = {};
};

inline std::string chunk_bytes(const TestChunk& chunk, std::size_t offset) {
    ThriftStruct data;
    data.integer32(1, chunk.type).list(2, ThriftStruct::kInteger32, {zigzag(kPlain)});
    data.list(3, ThriftStruct::kBinary, {thrift_text("path")}).integer32(4, chunk.codec);
    data.integer64(5, chunk.values).integer64(6, static_cast<std::int64_t>(chunk.pages.size()));
    data.integer64(7, static_cast<std::int64_t>(chunk.pages.size()));
    data.integer64(9, static_cast<std::int64_t>(offset) + chunk.offset_error);
    return ThriftStruct().integer64(2, 0).structure(3, data).bytes();
}

inline std::string parquet_bytes(const std::vector<TestField>& columns,
                                 const std::vector<TestGroup>& groups) {
    std::string file = "PAR1";
    std::vector<std::string> group_structs;
    std::int64_t rows = 0;
    for (const auto& group : groups) {
        std::vector<std::string> chunks;
        for (const auto& chunk : group.columns) {
            chunks.push_back(chunk_bytes(chunk, file.size()));
            file += chunk.pages;
        }
        ThriftStruct stored;
        stored.list(1, ThriftStruct::kStruct, chunks).integer64(2, 0).integer64(3, group.rows);
        group_structs.push_back(stored.bytes());
        rows += group.rows;
    }
    std::vector<std::string> schema;
    append_element(schema, {.name = "schema", .children = columns}, true);
    ThriftStruct footer;
    footer.integer32(1, 1).list(2, ThriftStruct::kStruct, schema).integer64(3, rows);
    footer.list(4, ThriftStruct::kStruct, group_structs).text(6, "a test");
    return file + footer.bytes() + little_endian(static_cast<std::uint32_t>(footer.bytes().size())) + "PAR1";
}

}  // namespace tunebench::test
