#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/formats/byte_stream.h"
#include "core/formats/rows/file_format.h"
#include "core/formats/rows/foreign_file.h"

namespace tunebench {
namespace {

constexpr std::size_t kBeginningBytes = std::size_t{64} << 10;
constexpr std::string_view kMarkOfUtf8 = "\xEF\xBB\xBF";

Result<std::string> beginning_of(const std::filesystem::path& file) {
    TRY(const auto stream, open_byte_stream(file));
    std::string beginning(kBeginningBytes, '\0');
    TRY(const auto bytes, stream->read(beginning));
    beginning.resize(bytes);
    return beginning.starts_with(kMarkOfUtf8) ? beginning.substr(kMarkOfUtf8.size()) : beginning;
}

bool has_ending(const FileFormat& format, std::string_view ending) {
    return std::ranges::find(format.endings, ending) != format.endings.end();
}

bool is_begun_by(const FileFormat& format, std::string_view beginning, std::string_view ending) {
    return format.is_begun_by && format.is_begun_by(beginning, ending);
}

std::string known_endings() {
    std::vector<std::string_view> endings;
    for (const auto* format : file_formats())
        for (const auto ending : format->endings)
            if (std::ranges::find(endings, ending) == endings.end())
                endings.push_back(ending);
    return fmt::format("{}", fmt::join(endings, " "));
}

Error unsupported(const std::filesystem::path& file, const ForeignFile& foreign) {
    return {.code = ErrorCode::Unsupported,
            .message = fmt::format("{} is {}", file.string(), foreign.what),
            .hint = std::string(foreign.advice)};
}

Error unknown_format(const std::filesystem::path& file) {
    return {
        .code = ErrorCode::Unsupported,
        .message = fmt::format("{}: the ending of the name is of no data file that is read", file.string()),
        .hint = fmt::format("Data files end in {}, or further in .gz or .zst.", known_endings())};
}

/// Formats with the file's ending whose beginning it has, or any format whose beginning it has.
const FileFormat* evident_format(std::string_view beginning, std::string_view ending) {
    const FileFormat* evident = nullptr;
    for (const auto* format : file_formats()) {
        if (!is_begun_by(*format, beginning, ending))
            continue;
        if (has_ending(*format, ending))
            return format;
        evident = evident ? evident : format;
    }
    return evident;
}

const FileFormat* format_by_name(std::string_view ending) {
    const FileFormat* last = nullptr;
    for (const auto* format : file_formats())
        if (has_ending(*format, ending))
            last = format;
    return last;
}

/// A name that a format claims is believed as long as the content is of no other kind.
Result<const FileFormat*> choose_format(const std::filesystem::path& file, std::string_view beginning) {
    const auto ending = data_ending(file);
    const auto* named = format_by_name(ending);
    const auto* evident = evident_format(beginning, ending);
    if (evident && (!named || has_ending(*evident, ending)))
        return evident;
    if (const auto foreign = foreign_by_ending(ending); foreign && !named)
        return unsupported(file, *foreign);
    if (const auto foreign = foreign_by_beginning(beginning))
        return unsupported(file, *foreign);
    if (named)
        return named;
    return unknown_format(file);
}

}  // namespace

Result<void> check_data_file_name(const std::filesystem::path& file) {
    const auto ending = data_ending(file);
    if (format_by_name(ending))
        return {};
    if (const auto foreign = foreign_by_ending(ending))
        return unsupported(file, *foreign);
    return {};
}

Result<RowFile> open_rows(const std::filesystem::path& file) {
    TRY(const auto beginning, beginning_of(file));
    TRY(const auto* format, choose_format(file, beginning));
    TRY(auto rows, format->open(file, beginning));
    return RowFile{.format = format, .rows = std::move(rows)};
}

std::string data_file_patterns() {
    std::string patterns;
    for (const auto ending : {"", ".gz", ".zst"})
        for (const auto* format : file_formats())
            for (const auto known : format->endings)
                if (const auto pattern = fmt::format("*{}{}", known, ending);
                    patterns.find(pattern + " ") == std::string::npos)
                    patterns += pattern + " ";
    patterns.pop_back();
    return patterns;
}

}  // namespace tunebench
