#include "core/base/json.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/durable_file.h"
#include "core/base/json_builder.h"
#include "core/base/utf8.h"

namespace tunebench {

namespace {

struct Position {
    std::int64_t line = 1;
    std::int64_t column = 1;  // in bytes
};

/// `first` is the position of the text's first byte.
Position position_at(std::string_view text, std::size_t offset, const Position& first) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {first.line + std::count(before.begin(), before.end(), '\n'),
            static_cast<std::int64_t>(before.size() - line_start) + (line_start == 0 ? first.column : 1)};
}

Error corrupt_at(std::string_view source_name, const Position& position, std::string_view reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} line {}, column {}: {}", source_name, position.line, position.column,
                                   reason)};
}

Result<Json> parse_checked(std::string_view text, std::string_view source_name, const JsonLimits& limits,
                           const Position& first) {
    if (text.size() > limits.max_bytes)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} line {}: the JSON text of {} is larger than the limit of {}.",
                                            source_name, first.line, format_bytes(text.size()),
                                            format_bytes(limits.max_bytes))};
    if (const std::size_t valid = valid_utf8_prefix(text); valid < text.size())
        return corrupt_at(source_name, position_at(text, valid, first), "the text is not valid UTF-8 here.");
    JsonBuilder builder(text, limits);
    if (!builder.parse())
        return corrupt_at(source_name, position_at(text, builder.error_offset(), first),
                          builder.error_reason());
    return builder.take();
}

template <class J>
std::string dump(const J& value, int indent) {
    return value.dump(indent, ' ', false, J::error_handler_t::replace);
}

}  // namespace

Result<Json> parse_json(std::string_view text, std::string_view source_name, const JsonLimits& limits,
                        std::int64_t first_line, std::int64_t first_column) {
    try {
        return parse_checked(text, source_name, limits, {first_line, first_column});
    } catch (const std::bad_alloc&) {
        return Error{
            .code = ErrorCode::OutOfMemory,
            .message = fmt::format("{}: there is not enough memory to read this JSON.", source_name)};
    } catch (const std::exception&) {
        return Error{.code = ErrorCode::Internal,
                     .message = fmt::format("{}: cannot read this JSON.", source_name)};
    }
}

Result<Json> read_json_file(const std::filesystem::path& path, const JsonLimits& limits) {
    TRY(const std::string text, read_file(path, limits.max_bytes));
    auto json = parse_json(text, path.string(), limits);
    if (!json)
        return with_remedy(json.error(), "Get the file again, or correct it at that place.");
    return json;
}

std::string json_text(const Json& value, int indent) {
    return dump(value, indent);
}

std::string json_text(const OrderedJson& value, int indent) {
    return dump(value, indent);
}

Error with_remedy(Error error, std::string_view remedy) {
    if (error.code == ErrorCode::Corrupt && error.hint.empty())
        error.hint = remedy;
    return error;
}

Error in_source(Error error, std::string_view source) {
    error.message = fmt::format("{}: {}", source, error.message);
    return error;
}

}  // namespace tunebench
