// Files compressed by the reference libraries, for tests of what decompresses them.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <zlib.h>
#include <zstd.h>

namespace tunebench::test {

inline std::string gzipped(std::string_view text) {
    z_stream stream = {};
    if (deflateInit2_(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                      static_cast<int>(sizeof stream)) != Z_OK)
        throw std::runtime_error("deflateInit2");
    std::string bytes(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        throw std::runtime_error("deflate");
    bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return bytes;
}

/// With a checksum, as the program zstd writes it.
inline std::string zstandard(std::string_view text) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string bytes(ZSTD_compressBound(text.size()), '\0');
    const auto size = ZSTD_compress2(context.get(), bytes.data(), bytes.size(), text.data(), text.size());
    if (ZSTD_isError(size))
        throw std::runtime_error(ZSTD_getErrorName(size));
    bytes.resize(size);
    return bytes;
}

}  // namespace tunebench::test
