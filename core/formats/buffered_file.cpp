#include "core/formats/buffered_file.h"

namespace tunebench {
namespace {

constexpr std::size_t kFileBufferBytes = std::size_t{64} << 10;

}  // namespace

Result<BufferedFile> BufferedFile::open(const std::filesystem::path& path) {
    TRY(InputFile file, InputFile::open(path));
    TRY(const auto bytes, file.size());
    return BufferedFile(std::move(file), bytes);
}

Result<std::span<const char>> BufferedFile::pending() {
    if (begin_ == end_) {
        buffer_.resize(kFileBufferBytes);
        begin_ = 0;
        end_ = 0;
        TRY(end_, file_.read(buffer_));
    }
    return std::span<const char>(buffer_).subspan(begin_, end_ - begin_);
}

}  // namespace tunebench
