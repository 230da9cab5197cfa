#include "core/formats/parquet/codec.h"

#include <array>
#include <optional>
#include <zlib.h>
#include <zstd.h>

#include <fmt/format.h>

#include "core/formats/parquet/errors.h"
#include "core/formats/parquet/lz4_block.h"
#include "core/formats/parquet/snappy.h"

namespace tunebench::parquet {

namespace {

constexpr std::array<std::string_view, 8> kCodecNames = {"UNCOMPRESSED", "SNAPPY", "GZIP", "LZO",
                                                         "BROTLI",       "LZ4",    "ZSTD", "LZ4_RAW"};

/// How many bytes one byte can become at most: a copy of Snappy makes 64 of 3 and one of LZ4 255 of 1,
/// deflate 258 of 2 bits, and a block of Zstandard 128 KiB of 4.
std::size_t greatest_growth(Codec codec) {
    switch (codec) {
        case Codec::Uncompressed:
            return 1;
        case Codec::Snappy:
            return 22;
        case Codec::Lz4Raw:
            return 255;
        case Codec::Gzip:
            return 1032;
        default:
            return (std::size_t{128} << 10) / 4;
    }
}

using Unpacked = std::optional<std::vector<std::byte>>;

Unpacked unpack_zstd(Bytes packed, std::size_t expected) {
    std::vector<std::byte> bytes(expected);
    const auto size = ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    return ZSTD_isError(size) || size != expected ? std::nullopt : Unpacked(std::move(bytes));
}

/// Until the output is full or the input at its end: a page may consist of several gzip members.
bool inflate_members(z_stream& stream) {
    while (true) {
        const int status = ::inflate(&stream, Z_FINISH);
        if (status != Z_STREAM_END)
            return false;
        if (stream.avail_in == 0)
            return stream.avail_out == 0;
        if (::inflateReset(&stream) != Z_OK)
            return false;
    }
}

Unpacked unpack_gzip(Bytes packed, std::size_t expected) {
    constexpr int kAnyWindowAndHeader = 15 + 32;
    std::vector<std::byte> bytes(expected);
    z_stream stream = {};
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    if (::inflateInit2(&stream, kAnyWindowAndHeader) != Z_OK)
        return std::nullopt;
    const bool is_whole = inflate_members(stream);
    ::inflateEnd(&stream);
    return is_whole ? Unpacked(std::move(bytes)) : std::nullopt;
}

Unpacked unpack_with(Codec codec, Bytes packed, std::size_t expected) {
    switch (codec) {
        case Codec::Snappy:
            return unpack_snappy(packed, expected);
        case Codec::Gzip:
            return unpack_gzip(packed, expected);
        case Codec::Zstd:
            return unpack_zstd(packed, expected);
        case Codec::Lz4Raw:
            return unpack_lz4_block(packed, expected);
        default:
            return packed.size() == expected ? Unpacked({packed.begin(), packed.end()}) : std::nullopt;
    }
}

}  // namespace

Result<Codec> codec_of(std::int32_t number) {
    constexpr auto kHint =
        "Write the file again with zstd or snappy: in Python, "
        "pyarrow.parquet.write_table(table, path, compression=\"zstd\").";
    if (number < 0 || static_cast<std::size_t>(number) >= kCodecNames.size())
        return unsupported(fmt::format("it is compressed with codec {}, which is not known", number), kHint);
    const auto codec = static_cast<Codec>(number);
    if (codec == Codec::Lzo || codec == Codec::Brotli || codec == Codec::Lz4)
        return unsupported(fmt::format("it is compressed with {}, which is not read",
                                       kCodecNames[static_cast<std::size_t>(number)]),
                           kHint);
    return codec;
}

Result<std::vector<std::byte>> unpack(Codec codec, Bytes packed, std::size_t expected) {
    if (expected == 0)
        return std::vector<std::byte>();
    const bool is_possible = expected / greatest_growth(codec) <= packed.size();
    auto bytes = is_possible ? unpack_with(codec, packed, expected) : std::nullopt;
    if (!bytes)
        return corrupt(fmt::format("{} bytes of {} do not unpack to {} bytes", packed.size(),
                                   kCodecNames[static_cast<std::size_t>(codec)], expected));
    return *std::move(bytes);
}

}  // namespace tunebench::parquet
