#include "core/formats/parquet/page_reader.h"

#include <algorithm>
#include <zlib.h>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/formats/parquet/codec.h"
#include "core/formats/parquet/errors.h"

namespace tunebench::parquet {

namespace {

constexpr std::int64_t kMagicBytes = 4;

Result<void> check(const PageHeader& header, std::size_t bytes_left) {
    if (header.compressed_page_size < 0 || header.uncompressed_page_size < 0)
        return corrupt("it has a negative size");
    if (static_cast<std::size_t>(header.compressed_page_size) > bytes_left)
        return corrupt(fmt::format("it claims {} bytes, but its column has only {} left",
                                   header.compressed_page_size, bytes_left));
    if (static_cast<std::size_t>(header.uncompressed_page_size) > kMaxPageBytes)
        return unsupported(
            fmt::format("it has {}, more than {}",
                        format_bytes(static_cast<std::uint64_t>(header.uncompressed_page_size)),
                        format_bytes(kMaxPageBytes)),
            "Write the file again with smaller pages or shorter texts.");
    return {};
}

Result<void> check_crc(const PageHeader& header, Bytes body) {
    const auto crc = ::crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size());
    if (header.crc && *header.crc != crc)
        return corrupt("its bytes do not have its checksum");
    return {};
}

/// Of version 2, where they are not part of what is compressed.
Result<std::size_t> level_bytes(const PageHeader& header) {
    if (header.type != static_cast<std::int32_t>(PageType::DataV2))
        return std::size_t{0};
    const std::int64_t definition = header.definition_levels_byte_length;
    const std::int64_t repetition = header.repetition_levels_byte_length;
    const std::int64_t bytes = definition + repetition;
    if (definition < 0 || repetition < 0 ||
        bytes > std::min(header.compressed_page_size, header.uncompressed_page_size))
        return corrupt("its levels are longer than itself");
    return static_cast<std::size_t>(bytes);
}

}  // namespace

Result<ChunkExtent> extent_of(const ColumnChunk& chunk, std::size_t data_end) {
    if (chunk.is_encrypted)
        return unsupported("it is encrypted", "Decrypt the file with what wrote it.");
    if (chunk.is_elsewhere)
        return unsupported("it lies in another file", "Give the data files themselves, not their _metadata.");
    const bool has_dictionary =
        chunk.dictionary_page_offset > 0 && chunk.dictionary_page_offset < chunk.data_page_offset;
    const auto begin = has_dictionary ? chunk.dictionary_page_offset : chunk.data_page_offset;
    const auto end = static_cast<std::int64_t>(data_end);
    if (begin < kMagicBytes || begin > end || chunk.total_compressed_size < 0 ||
        chunk.total_compressed_size > end - begin)
        return corrupt(fmt::format("its {} bytes from byte {} on are not in the file",
                                   chunk.total_compressed_size, begin));
    return ChunkExtent{static_cast<std::size_t>(begin),
                       static_cast<std::size_t>(begin + chunk.total_compressed_size)};
}

Error PageReader::at_page(Error error, std::size_t begin) const {
    error.message = fmt::format("the page at byte {}: {}", begin, error.message);
    return error;
}

Result<Page> PageReader::unpack_page(const PageHeader& header, Bytes body) const {
    TRY(const auto levels, level_bytes(header));
    const auto expected = static_cast<std::size_t>(header.uncompressed_page_size) - levels;
    Page page{.header = header};
    page.levels.assign(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(levels));
    TRY(page.bytes,
        unpack(header.is_compressed ? codec_ : Codec::Uncompressed, body.subspan(levels), expected));
    return page;
}

Result<Page> PageReader::read(Bytes chunk, MemoryShare& share) {
    TRY(const auto header, parse_page_header(chunk));
    const auto rest = chunk.subspan(header.header_bytes);
    TRY_VOID(check(header, rest.size()));
    const auto body = rest.first(static_cast<std::size_t>(header.compressed_page_size));
    TRY_VOID(check_crc(header, body));
    if (!share.resize(static_cast<std::size_t>(header.uncompressed_page_size)))
        return unsupported("the columns' pages are too large to be read side by side",
                           "Choose fewer columns, or write the file again with smaller pages.");
    at_ += header.header_bytes + body.size();
    return unpack_page(header, body);
}

Result<std::optional<Page>> PageReader::next(MemoryShare& share) {
    if (at_ == extent_.end)
        return std::optional<Page>();
    TRY(const auto bytes, file_->bytes());
    const auto begin = at_;
    auto page = read(bytes.subspan(at_, extent_.end - at_), share);
    if (!page)
        return at_page(page.error(), begin);
    return std::optional<Page>(*std::move(page));
}

}  // namespace tunebench::parquet
