#include "core/formats/parquet/metadata.h"

#include <fmt/format.h>

#include "core/formats/parquet/errors.h"
#include "core/formats/parquet/thrift_reader.h"

namespace tunebench::parquet {

namespace {

constexpr std::size_t kMaxSchemaElements = std::size_t{1} << 16;
constexpr std::size_t kMaxColumnChunks = std::size_t{1} << 20;  // of all row groups together

void read_unit(ThriftReader& in, LogicalType& type) {
    in.each_field(
        [&](std::int64_t id) { type.unit = id >= 1 && id <= 3 ? static_cast<std::int32_t>(id) : 0; });
}

void read_decimal(ThriftReader& in, LogicalType& type) {
    in.each_field([&](std::int64_t id) {
        if (id == 1)
            type.scale = in.integer32();
        else if (id == 2)
            type.precision = in.integer32();
    });
}

void read_time(ThriftReader& in, LogicalType& type) {
    in.each_field([&](std::int64_t id) {
        if (id == 1)
            type.is_utc = in.boolean();
        else if (id == 2)
            read_unit(in, type);
    });
}

void read_integer(ThriftReader& in, LogicalType& type) {
    in.each_field([&](std::int64_t id) {
        if (id == 2)
            type.is_signed = in.boolean();
    });
}

void read_logical(ThriftReader& in, LogicalType& type) {
    in.each_field([&](std::int64_t id) {
        constexpr std::int64_t kMaxLogicalKind = 255;
        type.kind = id >= 0 && id <= kMaxLogicalKind ? static_cast<LogicalKind>(id) : LogicalKind::None;
        if (type.kind == LogicalKind::Decimal)
            read_decimal(in, type);
        else if (type.kind == LogicalKind::Time || type.kind == LogicalKind::Timestamp)
            read_time(in, type);
        else if (type.kind == LogicalKind::Integer)
            read_integer(in, type);
    });
}

void read_schema_element(ThriftReader& in, SchemaElement& element) {
    in.each_field([&](std::int64_t id) {
        switch (id) {
            case 1:
                element.type = in.integer32();
                break;
            case 2:
                element.type_length = in.integer32();
                break;
            case 3:
                element.repetition = in.integer32();
                break;
            case 4:
                element.name = in.text();
                break;
            case 5:
                element.num_children = in.integer32();
                break;
            case 6:
                element.converted = static_cast<ConvertedType>(in.integer32());
                break;
            case 7:
                element.scale = in.integer32();
                break;
            case 8:
                element.precision = in.integer32();
                break;
            case 10:
                read_logical(in, element.logical);
                break;
            default:
                break;
        }
    });
}

void read_column_metadata(ThriftReader& in, ColumnChunk& chunk) {
    in.each_field([&](std::int64_t id) {
        switch (id) {
            case 1:
                chunk.type = in.integer32();
                break;
            case 4:
                chunk.codec = in.integer32();
                break;
            case 5:
                chunk.num_values = in.integer64();
                break;
            case 7:
                chunk.total_compressed_size = in.integer64();
                break;
            case 9:
                chunk.data_page_offset = in.integer64();
                break;
            case 11:
                chunk.dictionary_page_offset = in.integer64();
                break;
            default:
                break;
        }
    });
}

void read_column_chunk(ThriftReader& in, ColumnChunk& chunk) {
    in.each_field([&](std::int64_t id) {
        if (id == 1)
            chunk.is_elsewhere = !in.text().empty();
        else if (id == 3)
            read_column_metadata(in, chunk);
        else if (id == 8)
            chunk.is_encrypted = true;
    });
}

void read_row_group(ThriftReader& in, RowGroup& group, std::size_t& chunks_left) {
    in.each_field([&](std::int64_t id) {
        if (id == 1)
            in.each_element(chunks_left, [&] {
                read_column_chunk(in, group.columns.emplace_back());
                --chunks_left;
            });
        else if (id == 3)
            group.num_rows = in.integer64();
    });
}

void read_data_page_header(ThriftReader& in, PageHeader& header) {
    in.each_field([&](std::int64_t id) {
        if (id == 1)
            header.num_values = in.integer32();
        else if (id == 2)
            header.encoding = in.integer32();
        else if (id == 3)
            header.definition_level_encoding = in.integer32();
        else if (id == 4)
            header.repetition_level_encoding = in.integer32();
    });
}

void read_dictionary_page_header(ThriftReader& in, PageHeader& header) {
    in.each_field([&](std::int64_t id) {
        if (id == 1)
            header.num_values = in.integer32();
        else if (id == 2)
            header.encoding = in.integer32();
    });
}

void read_data_page_header_v2(ThriftReader& in, PageHeader& header) {
    in.each_field([&](std::int64_t id) {
        if (id == 1)
            header.num_values = in.integer32();
        else if (id == 4)
            header.encoding = in.integer32();
        else if (id == 5)
            header.definition_levels_byte_length = in.integer32();
        else if (id == 6)
            header.repetition_levels_byte_length = in.integer32();
        else if (id == 7)
            header.is_compressed = in.boolean();
    });
}

void read_page_header(ThriftReader& in, PageHeader& header) {
    in.each_field([&](std::int64_t id) {
        switch (id) {
            case 1:
                header.type = in.integer32();
                break;
            case 2:
                header.uncompressed_page_size = in.integer32();
                break;
            case 3:
                header.compressed_page_size = in.integer32();
                break;
            case 4:
                header.crc = static_cast<std::uint32_t>(in.integer32());
                break;
            case 5:
                read_data_page_header(in, header);
                break;
            case 7:
                read_dictionary_page_header(in, header);
                break;
            case 8:
                read_data_page_header_v2(in, header);
                break;
            default:
                break;
        }
    });
}

}  // namespace

Result<FileMetadata> parse_metadata(Bytes footer) {
    ThriftReader in(footer);
    FileMetadata metadata;
    std::size_t chunks_left = kMaxColumnChunks;
    in.each_field([&](std::int64_t id) {
        if (id == 2)
            in.each_element(kMaxSchemaElements,
                            [&] { read_schema_element(in, metadata.schema.emplace_back()); });
        else if (id == 3)
            metadata.num_rows = in.integer64();
        else if (id == 4)
            in.each_element(kMaxColumnChunks,
                            [&] { read_row_group(in, metadata.row_groups.emplace_back(), chunks_left); });
    });
    if (in.failed())
        return corrupt(fmt::format("the footer cannot be read: {}", in.failure()));
    return metadata;
}

Result<PageHeader> parse_page_header(Bytes bytes) {
    ThriftReader in(bytes);
    PageHeader header;
    read_page_header(in, header);
    if (in.failed())
        return corrupt(fmt::format("the header of a page cannot be read: {}", in.failure()));
    header.header_bytes = in.position();
    return header;
}

}  // namespace tunebench::parquet
