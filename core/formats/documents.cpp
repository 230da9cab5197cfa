#include "core/formats/documents.h"

#include <utility>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/utf8.h"

namespace tunebench {
namespace {

bool is_empty_line(std::string_view line) {
    return line.find_first_not_of(" \t\f") == std::string_view::npos;
}

}  // namespace

Result<void> DocumentReader::check_line() const {
    const auto refused = [&](std::string reason, const char* hint) {
        return Error{
            .code = ErrorCode::Corrupt,
            .message = fmt::format("{} line {}: {}", window().path().string(), lines_.line(), reason),
            .hint = hint};
    };
    if (lines_.is_too_long())
        return refused(fmt::format("the line is longer than {}", format_bytes(limits_.max_line_bytes)),
                       "Break the text into lines.");
    if (lines_.text().find('\0') != std::string::npos)
        return refused("there is a NUL byte, which no text has", "Save the file as text in UTF-8.");
    if (!is_valid_utf8(lines_.text()))
        return refused("the text is not valid UTF-8", "Save the file as UTF-8.");
    return {};
}

Result<std::optional<DataRow>> DocumentReader::next() {
    while (document_.size() < limits_.max_bytes) {
        TRY(const bool is_there, lines_.next());
        if (!is_there)
            break;
        TRY_VOID(check_line());
        const bool is_empty = is_empty_line(lines_.text());
        if (is_empty && document_.empty())
            continue;
        if (is_empty && document_.size() >= limits_.wanted_bytes)
            break;
        if (document_.empty())
            first_line_ = lines_.line();
        document_ += lines_.text();
        document_ += '\n';
    }
    if (document_.empty())
        return std::optional<DataRow>{};
    document_.erase(document_.find_last_not_of(" \t\n\f") + 1);
    return std::optional<DataRow>(
        DataRow{.value = {{"text", std::exchange(document_, {})}}, .line = first_line_});
}

}  // namespace tunebench
