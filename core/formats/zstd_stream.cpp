#include <zstd.h>

#include "core/formats/compressed_streams.h"

namespace tunebench {
namespace {

struct FreeContext {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

/// RFC 8878: one or more frames behind each other. The library's own limit of the window, 128 MiB, bounds the
/// memory.
class ZstdStream : public ByteStream {
public:
    ZstdStream(BufferedFile file, const ExpansionLimit& limit) : file_(std::move(file)), limit_(limit) {}

    Result<std::size_t> read(std::span<char> buffer) override;
    std::uint64_t file_position() const override { return file_.position(); }
    std::uint64_t file_bytes() const override { return file_.file_bytes(); }
    const std::filesystem::path& path() const override { return file_.path(); }

private:
    BufferedFile file_;
    ExpansionLimit limit_;
    std::unique_ptr<ZSTD_DCtx, FreeContext> context_{ZSTD_createDCtx()};
    bool is_inside_ = true;  // of a frame
    bool has_more_ = false;  // output that did not fit
    std::uint64_t expanded_ = 0;
};

Result<std::size_t> ZstdStream::read(std::span<char> buffer) {
    if (!context_)
        return Error{.code = ErrorCode::OutOfMemory, .message = "There is no memory for decompressing"};
    ZSTD_outBuffer output = {buffer.data(), buffer.size(), 0};
    while (output.pos < output.size) {
        TRY(const auto pending, file_.pending());
        if (pending.empty() && !has_more_) {
            if (is_inside_)
                return truncated_stream(path(), "zstd");
            break;
        }
        ZSTD_inBuffer input = {pending.data(), pending.size(), 0};
        const auto before = output.pos;
        const auto state = ZSTD_decompressStream(context_.get(), &output, &input);
        if (ZSTD_isError(state))
            return damaged_stream(path(), "zstd", ZSTD_getErrorName(state));
        file_.take(input.pos);
        is_inside_ = state != 0;
        has_more_ = is_inside_ && output.pos == output.size;
        expanded_ += output.pos - before;
        TRY_VOID(check_expansion(file_, expanded_, limit_));
    }
    return output.pos;
}

}  // namespace

std::unique_ptr<ByteStream> zstd_stream(BufferedFile file, const ExpansionLimit& limit) {
    return std::make_unique<ZstdStream>(std::move(file), limit);
}

}  // namespace tunebench
