#include "core/history/event_lines.h"

#include <algorithm>
#include <vector>

namespace tunebench {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

}  // namespace

Result<EventLines> EventLines::open(const std::filesystem::path& file) {
    TRY(auto input, InputFile::open(file));
    return EventLines(std::move(input));
}

Result<bool> EventLines::read_more() {
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + kPieceBytes);
    const auto count = file_.read(std::span<char>(buffer_).subspan(kept));
    buffer_.resize(kept + (count ? *count : 0));
    if (!count)
        return count.error();
    return *count > 0;
}

Result<std::optional<std::string_view>> EventLines::next() {
    std::size_t searched = begin_;
    std::size_t end = buffer_.find('\n', searched);
    while (end == std::string::npos) {
        searched = buffer_.size() - begin_;  // where the search goes on, once begin_ is 0
        TRY(const bool more, read_more());
        if (!more)
            return std::optional<std::string_view>();
        end = buffer_.find('\n', searched);
    }
    const std::string_view text = std::string_view(buffer_).substr(begin_, end - begin_);
    begin_ = end + 1;
    ++line_;
    bytes_ += text.size() + 1;
    return std::optional<std::string_view>(text);
}

Result<std::int64_t> count_lines(const std::filesystem::path& file, std::uint64_t size) {
    if (size == 0)
        return 0;
    TRY(auto input, InputFile::open(file));
    std::vector<char> piece(kPieceBytes);
    std::int64_t lines = 0;
    while (size > 0) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size, piece.size()));
        TRY(const std::size_t count, input.read(std::span<char>(piece).first(wanted)));
        if (count == 0)
            break;
        const auto end = piece.begin() + static_cast<std::ptrdiff_t>(count);
        lines += std::count(piece.begin(), end, '\n');
        size -= count;
    }
    return lines;
}

std::uint64_t size_or_zero(const std::filesystem::path& file) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : size;
}

}  // namespace tunebench
