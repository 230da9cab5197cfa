#include "core/formats/jsonl.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/input_file.h"

namespace tunebench {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

std::string hint_for(std::string_view line) {
    if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF"))
        return "The file seems to be UTF-16; save it as UTF-8.";
    return "Each line must hold one complete JSON value.";
}

}  // namespace

struct JsonlReader::Input {
    Input(InputFile opened, const JsonLimits& line_limits) : file(std::move(opened)), limits(line_limits) {}

    /// The next line into `text`, without its end. False at the end of the file.
    Result<bool> read_line();
    Result<bool> fill();
    void take(std::string_view piece);
    Error error_of_line(Error error) const;

    InputFile file;
    JsonLimits limits;
    std::uint64_t file_bytes = 0;
    std::vector<char> buffer = std::vector<char>(kBufferBytes);
    std::size_t begin = 0;  // of what is not yet taken from the buffer
    std::size_t end = 0;
    std::string text = {};
    bool too_long = false;  // the line has more than the limit; text holds only its start
    std::int64_t line = 0;
    std::uint64_t offset = 0;
};

Result<bool> JsonlReader::Input::fill() {
    if (begin < end)
        return true;
    begin = 0;
    TRY(end, file.read(buffer));
    return end > 0;
}

void JsonlReader::Input::take(std::string_view piece) {
    const std::size_t room = limits.max_bytes + 1 - std::min(text.size(), limits.max_bytes + 1);
    text.append(piece.substr(0, room));
    too_long = too_long || piece.size() > room;
}

Result<bool> JsonlReader::Input::read_line() {
    text.clear();
    too_long = false;
    bool any = false;
    while (true) {
        TRY(const bool more, fill());
        if (!more)
            break;
        any = true;
        const std::string_view pending(buffer.data() + begin, end - begin);
        const std::size_t newline = pending.find('\n');
        take(pending.substr(0, newline));
        const std::size_t used = std::min(newline, pending.size() - 1) + 1;
        begin += used;
        offset += used;
        if (newline != std::string_view::npos)
            break;
    }
    if (!any)
        return false;
    ++line;
    if (text.ends_with('\r') && !too_long)
        text.pop_back();
    if (line == 1 && text.starts_with(kByteOrderMark))
        text.erase(0, kByteOrderMark.size());
    return true;
}

Error JsonlReader::Input::error_of_line(Error error) const {
    if (error.hint.empty())
        error.hint = hint_for(text);
    return error;
}

Result<JsonlReader> JsonlReader::open(const std::filesystem::path& path, const JsonLimits& limits) {
    TRY(InputFile file, InputFile::open(path));
    auto input = std::make_unique<Input>(std::move(file), limits);
    TRY(input->file_bytes, input->file.size());
    return JsonlReader(std::move(input));
}

JsonlReader::JsonlReader(std::unique_ptr<Input> input) : input_(std::move(input)) {}
JsonlReader::JsonlReader(JsonlReader&&) noexcept = default;
JsonlReader& JsonlReader::operator=(JsonlReader&&) noexcept = default;
JsonlReader::~JsonlReader() = default;

Result<std::optional<JsonlRow>> JsonlReader::next() {
    while (true) {
        TRY(const bool more, input_->read_line());
        if (!more)
            return std::optional<JsonlRow>{};
        const std::string source = input_->file.path().string();
        if (input_->too_long || input_->text.size() > input_->limits.max_bytes)
            return Error{.code = ErrorCode::Corrupt,
                         .message = fmt::format("{} line {}: the line is longer than {}.", source,
                                                input_->line, format_bytes(input_->limits.max_bytes)),
                         .hint = "Split the text into shorter examples. Each line must hold one JSON value."};
        if (is_blank(input_->text))
            continue;
        auto value = parse_json(input_->text, source, input_->limits, input_->line);
        if (!value)
            return input_->error_of_line(value.error());
        return std::optional<JsonlRow>(JsonlRow{*std::move(value), input_->line, input_->text});
    }
}

std::int64_t JsonlReader::line() const {
    return input_->line;
}

std::uint64_t JsonlReader::byte_offset() const {
    return input_->offset;
}

std::uint64_t JsonlReader::file_bytes() const {
    return input_->file_bytes;
}

}  // namespace tunebench
