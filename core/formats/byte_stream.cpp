#include "core/formats/byte_stream.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/formats/compressed_streams.h"

namespace tunebench {
namespace {

struct Compression {
    std::string_view name;
    std::string_view magic;  // the first bytes of a file
    std::array<std::string_view, 2> endings;
    std::unique_ptr<ByteStream> (*open)(BufferedFile, const ExpansionLimit&);
};

constexpr Compression kCompressions[] = {
    {"gzip", "\x1F\x8B", {".gz", ".gzip"}, gzip_stream},
    {"zstd", "\x28\xB5\x2F\xFD", {".zst", ".zstd"}, zstd_stream},
};

class PlainStream : public ByteStream {
public:
    explicit PlainStream(BufferedFile file) : file_(std::move(file)) {}

    Result<std::size_t> read(std::span<char> buffer) override {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            TRY(const auto pending, file_.pending());
            if (pending.empty())
                break;
            const auto count = std::min(pending.size(), buffer.size() - filled);
            std::memcpy(buffer.data() + filled, pending.data(), count);
            file_.take(count);
            filled += count;
        }
        return filled;
    }
    std::uint64_t file_position() const override { return file_.position(); }
    std::uint64_t file_bytes() const override { return file_.file_bytes(); }
    const std::filesystem::path& path() const override { return file_.path(); }

private:
    BufferedFile file_;
};

std::string lower_case_ending(const std::filesystem::path& path) {
    auto ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return ending;
}

const Compression* compression_named(const std::filesystem::path& path) {
    const auto ending = lower_case_ending(path);
    const auto found = std::ranges::find_if(kCompressions, [&](const Compression& compression) {
        return std::ranges::find(compression.endings, ending) != compression.endings.end();
    });
    return found == std::end(kCompressions) ? nullptr : found;
}

}  // namespace

Error damaged_stream(const std::filesystem::path& path, std::string_view compression,
                     std::string_view reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{}: the data compressed with {} is damaged: {}", path.string(),
                                   compression, reason),
            .hint = "Copy or download the file again."};
}

Error truncated_stream(const std::filesystem::path& path, std::string_view compression) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} ends in the middle of the data compressed with {}", path.string(),
                                   compression),
            .hint = "The file is not whole: copy or download it again."};
}

Result<void> check_expansion(const BufferedFile& file, std::uint64_t expanded, const ExpansionLimit& limit) {
    if (expanded <= limit.allowance || (expanded - limit.allowance) / limit.ratio <= file.position())
        return {};
    return Error{
        .code = ErrorCode::Corrupt,
        .message =
            fmt::format("{} expands to more than {} times its size: {} of it became {}", file.path().string(),
                        limit.ratio, format_bytes(file.position()), format_bytes(expanded)),
        .hint =
            "Data for training does not compress so far. If the file is what you expect, decompress it "
            "and give the decompressed file."};
}

Result<std::unique_ptr<ByteStream>> open_byte_stream(const std::filesystem::path& path,
                                                     const ExpansionLimit& limit) {
    TRY(auto file, BufferedFile::open(path));
    TRY(const auto pending, file.pending());
    const std::string_view begin(pending.data(), pending.size());
    for (const auto& compression : kCompressions)
        if (begin.starts_with(compression.magic))
            return compression.open(std::move(file), limit);
    if (const auto* named = compression_named(path); named)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} is not compressed with {}, although its name says so",
                                            path.string(), named->name),
                     .hint = "Take the ending off its name, or copy or download the file again."};
    return std::unique_ptr<ByteStream>(std::make_unique<PlainStream>(std::move(file)));
}

std::filesystem::path uncompressed_name(const std::filesystem::path& path) {
    return compression_named(path) ? std::filesystem::path(path).replace_extension() : path;
}

}  // namespace tunebench
