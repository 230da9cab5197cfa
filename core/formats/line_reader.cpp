#include "core/formats/line_reader.h"

#include <algorithm>

namespace tunebench {

void LineReader::append(std::string_view piece) {
    const auto most = max_bytes_ + 1;  // a carriage return at the end does not count
    const auto room = most - std::min(text_.size(), most);
    text_.append(piece.substr(0, room));
    is_too_long_ = is_too_long_ || piece.size() > room;
}

Result<bool> LineReader::next() {
    text_.clear();
    is_too_long_ = false;
    bool is_there = false;
    while (true) {
        TRY(const auto bytes, window_.bytes());
        if (bytes.empty())
            break;
        is_there = true;
        const auto newline = bytes.find('\n');
        append(bytes.substr(0, newline));
        window_.take(std::min(newline, bytes.size() - 1) + 1);
        if (newline != std::string_view::npos)
            break;
    }
    if (!is_there)
        return false;
    ++line_;
    if (text_.ends_with('\r') && !is_too_long_)
        text_.pop_back();
    is_too_long_ = is_too_long_ || text_.size() > max_bytes_;
    return true;
}

}  // namespace tunebench
