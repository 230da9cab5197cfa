#include "core/formats/jsonl.h"

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/utf8.h"

namespace tunebench {
namespace {

bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

std::string hint_for_line(std::string_view line) {
    if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF"))
        return "The file seems to be UTF-16; save it as UTF-8.";
    if (valid_utf8_prefix(line) != line.size())
        return "The row is in another encoding: save the file as UTF-8.";
    return "Each line must hold one complete JSON value: correct the row, or delete it.";
}

Error too_long(const std::string& source, std::int64_t line, std::size_t limit) {
    return {
        .code = ErrorCode::Corrupt,
        .message = fmt::format("{} line {}: the line is longer than {}.", source, line, format_bytes(limit)),
        .hint = "Split the text into shorter examples. Each line must hold one JSON value."};
}

}  // namespace

Result<JsonlReader> JsonlReader::open(const std::filesystem::path& path, const JsonLimits& limits) {
    TRY(auto stream, open_byte_stream(path));
    return JsonlReader(LineReader(std::move(stream), limits.max_bytes), limits);
}

Result<std::optional<DataRow>> JsonlReader::next() {
    while (true) {
        TRY(const bool is_there, lines_.next());
        if (!is_there)
            return std::optional<DataRow>{};
        const auto source = lines_.window().path().string();
        if (lines_.is_too_long())
            return too_long(source, line(), limits_.max_bytes);
        if (is_blank_line(lines_.text()))
            continue;
        auto value = parse_json(lines_.text(), source, limits_, line());
        if (value)
            return std::optional<DataRow>(
                DataRow{.value = *std::move(value), .line = line(), .text = lines_.text()});
        auto error = value.error();
        if (error.hint.empty())
            error.hint = hint_for_line(lines_.text());
        return error;
    }
}

}  // namespace tunebench
