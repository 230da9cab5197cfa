#include "core/formats/byte_window.h"

namespace tunebench {
namespace {

constexpr std::size_t kWindowBytes = std::size_t{64} << 10;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

}  // namespace

Result<std::string_view> ByteWindow::bytes() {
    if (begin_ == end_ && !has_failed_) {
        buffer_.resize(kWindowBytes);
        begin_ = 0;
        end_ = 0;
        has_failed_ = true;
        TRY(end_, stream_->read(buffer_));
        has_failed_ = false;
        const bool is_first = produced_ == 0;
        produced_ += end_;
        if (is_first && std::string_view(buffer_.data(), end_).starts_with(kUtf8Mark))
            take(kUtf8Mark.size());
    }
    return std::string_view(buffer_.data() + begin_, end_ - begin_);
}

std::uint64_t ByteWindow::file_position() const {
    const auto position = stream_->file_position();
    if (position == produced_ || produced_ == 0)
        return taken_;
    return static_cast<std::uint64_t>(static_cast<double>(position) * static_cast<double>(taken_) /
                                      static_cast<double>(produced_));
}

}  // namespace tunebench
