#include "core/formats/json_list.h"

#include <utility>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/formats/json_extent.h"
#include "core/formats/json_list_names.h"

namespace tunebench {
namespace {

constexpr int kEndOfFile = -1;

bool is_white_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

}  // namespace

Error JsonListReader::error_here(std::string_view reason) const {
    return {
        .code = ErrorCode::Corrupt,
        .message = fmt::format("{} line {}, column {}: {}", window_.path().string(), line_, column_, reason),
        .hint = "A JSON file of rows looks like [{\"prompt\": \"...\", \"completion\": \"...\"}, ...]."};
}

void JsonListReader::count(char byte) {
    line_ += byte == '\n' ? 1 : 0;
    column_ = byte == '\n' ? 1 : column_ + 1;
}

Result<int> JsonListReader::peek() {
    while (true) {
        TRY(const auto bytes, window_.bytes());
        if (bytes.empty())
            return kEndOfFile;
        if (!is_white_space(bytes.front()))
            return static_cast<unsigned char>(bytes.front());
        count(bytes.front());
        window_.take(1);
    }
}

void JsonListReader::take() {
    ++column_;
    window_.take(1);
}

Result<JsonListReader::Text> JsonListReader::read_value(bool is_list_open) {
    TRY([[maybe_unused]] const int first, peek());
    Text text{.bytes = is_list_open ? "[" : "", .line = line_, .column = column_ - (is_list_open ? 1 : 0)};
    JsonExtent extent(is_list_open ? 1 : 0);
    auto step = JsonExtent::Step::Inside;
    while (step == JsonExtent::Step::Inside) {
        TRY(const auto bytes, window_.bytes());
        if (bytes.empty())
            break;
        std::size_t used = 0;
        while (used < bytes.size() && step == JsonExtent::Step::Inside) {
            step = extent.step(bytes[used]);
            if (step != JsonExtent::Step::EndedBefore)
                count(bytes[used++]);
        }
        text.is_too_long = text.is_too_long || text.bytes.size() + used > limits_.max_bytes;
        if (!text.is_too_long)
            text.bytes += bytes.substr(0, used);
        window_.take(used);
    }
    return text;
}

Result<Json> JsonListReader::parse(const Text& text) const {
    if (!text.is_too_long)
        return parse_json(text.bytes, window_.path().string(), limits_, text.line, text.column);
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} line {}: the row is longer than {}", window_.path().string(),
                                        text.line, format_bytes(limits_.max_bytes)),
                 .hint = "Split the text into shorter examples."};
}

/// Behind "{" or ",": reads name and value; true, with the list open, where the value is a list of rows.
Result<bool> JsonListReader::open_member() {
    TRY(const int quote, peek());
    if (quote != '"')
        return error_here("the name of a member is expected, in quotes");
    TRY(const auto name_text, read_value());
    TRY(const auto name, parse(name_text));
    member_ = name.is_string() ? name.get<std::string>() : std::string();
    TRY(const int colon, peek());
    if (colon != ':')
        return error_here("a colon is expected behind the name of a member");
    take();
    TRY(const int first, peek());
    const bool is_list = first == '[';
    if (is_list)
        take();
    TRY(const int inner, peek());
    if (is_list && inner == '{' && !is_part_of_example(member_))
        return true;
    TRY(const auto value, read_value(is_list));
    TRY([[maybe_unused]] const auto checked, parse(value));
    return false;
}

Result<bool> JsonListReader::has_more_members() {
    TRY(const int next, peek());
    if (next != ',' && next != '}')
        return error_here("a comma or a closing brace is expected behind a member");
    take();
    return next == ',';
}

/// At the beginning of the file; true when a row may come.
Result<bool> JsonListReader::open_list() {
    TRY(const int first, peek());
    if (first == kEndOfFile)
        return false;
    if (first != '[' && first != '{')
        return error_here("neither a list nor an object begins here");
    take();
    if (first == '[')
        return true;
    TRY(const int next, peek());
    if (next == '}')
        return error_here("the object is empty");
    while (true) {
        TRY(const bool is_open, open_member());
        if (is_open) {
            list_name_ = member_;
            return true;
        }
        TRY(const bool has_more, has_more_members());
        if (!has_more)
            return Error{.code = ErrorCode::Corrupt,
                         .message = fmt::format("{} holds an object without a list of objects",
                                                window_.path().string()),
                         .hint =
                             "Write the rows as a list of objects, a column a member. With pandas: "
                             "to_json(path, orient=\"records\")."};
    }
}

/// Behind the list's end, which is taken: nothing but the rest of the object around it may follow.
Result<bool> JsonListReader::end_list() {
    while (!list_name_.empty()) {
        TRY(const bool has_more, has_more_members());
        if (!has_more)
            break;
        TRY(const bool is_second, open_member());
        if (is_second)
            return error_here(
                fmt::format("'{}' is a second list of objects beside '{}'", member_, list_name_));
    }
    TRY(const int rest, peek());
    if (rest != kEndOfFile)
        return error_here("text follows behind the end of the list");
    return false;
}

Result<bool> JsonListReader::find_row(State state) {
    if (state == State::End)
        return false;
    if (state == State::Start) {
        TRY(const bool is_open, open_list());
        if (!is_open)
            return false;
        state = State::FirstRow;
    }
    TRY(int next, peek());
    if (next == ']') {
        take();
        return end_list();
    }
    if (state == State::MoreRows && next == ',') {
        take();
        TRY(next, peek());
    } else if (state == State::MoreRows && next != kEndOfFile) {
        return error_here("a comma or the end of the list is expected behind a row");
    }
    if (next == kEndOfFile)
        return error_here("the file ends in the middle of the list");
    return true;
}

Result<std::optional<DataRow>> JsonListReader::next() {
    const auto state = std::exchange(state_, State::End);  // damage between rows leaves nothing to go on with
    TRY(const bool is_there, find_row(state));
    if (!is_there)
        return std::optional<DataRow>{};
    TRY(auto text, read_value());
    state_ = State::MoreRows;
    TRY(auto value, parse(text));
    return std::optional<DataRow>(
        DataRow{.value = std::move(value), .line = text.line, .text = std::move(text.bytes)});
}

}  // namespace tunebench
