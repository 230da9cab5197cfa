// A JSON file that holds a list of rows, read a row at a time: the list itself, or the one member of an
// object that is a list of objects ({"version": 1, "data": [{...}, {...}]}).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/formats/byte_window.h"
#include "core/formats/data_row.h"

namespace tunebench {

/// Whether a text begins with a list.
bool begins_json_list(std::string_view beginning);

/// Whether it begins with an object that has a list of objects which is no part of an example itself (as
/// "messages" is), and is not one of several objects behind each other.
bool begins_json_object_with_list(std::string_view beginning);

class JsonListReader {
public:
    /// `limits` are those of one row.
    explicit JsonListReader(std::unique_ptr<ByteStream> stream, const JsonLimits& limits = kRowLimits)
        : window_(std::move(stream)), limits_(limits) {}

    /// The next row; no value at the end. Corrupt, with path, line and column, for a row that is too long,
    /// not UTF-8 or not JSON, and the next call goes on with the row after it; for damage between rows, and
    /// behind that is the end.
    Result<std::optional<DataRow>> next();

    const ByteWindow& window() const { return window_; }

private:
    enum class State { Start, FirstRow, MoreRows, End };

    struct Text {
        std::string bytes = {};
        std::int64_t line = 0;  // where it begins
        std::int64_t column = 0;
        bool is_too_long = false;
    };

    Result<bool> find_row(State state);  // false: there is none
    Result<bool> open_list();
    Result<bool> end_list();
    Result<bool> open_member();  // true: it is a list of objects, of which the first comes next
    Result<bool> has_more_members();
    Result<int> peek();  // the next byte that is no white space; -1 at the end
    void take();         // what peek() gave
    Result<Text> read_value(bool is_list_open = false);
    Result<Json> parse(const Text& text) const;
    Error error_here(std::string_view reason) const;
    void count(char byte);

    ByteWindow window_;
    JsonLimits limits_;
    State state_ = State::Start;
    std::string list_name_ = {};  // of the member that is the list; empty: the file is the list
    std::string member_ = {};     // read last
    std::int64_t line_ = 1;
    std::int64_t column_ = 1;
};

}  // namespace tunebench
