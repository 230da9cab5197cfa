#include "core/formats/csv.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/base/utf8.h"

namespace tunebench {
namespace {

bool ends_line(char byte) {
    return byte == '\n' || byte == '\r';
}

}  // namespace

char csv_delimiter(std::string_view beginning) {
    constexpr std::string_view kCandidates = ",;\t";  // the first of equals wins
    std::array<std::int64_t, kCandidates.size()> counts = {};
    bool is_quoted = false;
    for (const char byte : beginning) {
        if (ends_line(byte) && !is_quoted)
            break;
        is_quoted = is_quoted != (byte == '"');
        if (const auto at = kCandidates.find(byte); at != std::string_view::npos && !is_quoted)
            ++counts[at];
    }
    return kCandidates[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

void CsvReader::blame(std::string reason, std::string hint) {
    if (!problem_)
        problem_ = Error{.code = ErrorCode::Corrupt, .message = std::move(reason), .hint = std::move(hint)};
}

void CsvReader::begin_record() {
    state_ = State::RecordStart;
    record_ = {.line = line_};
    record_bytes_ = 0;
    field_.clear();
    problem_.reset();
}

void CsvReader::append(char byte) {
    if (++record_bytes_ <= limits_.max_record_bytes)
        field_ += byte;
}

void CsvReader::end_field() {
    if (record_.fields.size() < limits_.max_fields)
        record_.fields.push_back(std::move(field_));
    else
        blame(fmt::format("line {}: the record has more than {} fields", record_.line, limits_.max_fields),
              "Check the delimiter: .tsv is read with tabs, .csv with the one that the header has.");
    field_.clear();
}

void CsvReader::end_record(char byte) {
    is_after_return_ = byte == '\r';
    ++line_;
    if (state_ == State::RecordStart) {  // an empty line
        record_.line = line_;
        return;
    }
    end_field();
    state_ = State::RecordEnd;
}

/// A byte that may have a meaning beside itself.
void CsvReader::read_special(char byte) {
    if (ends_line(byte))
        return end_record(byte);
    if (byte == delimiter_) {
        end_field();
        state_ = State::FieldStart;
        return;
    }
    if (byte == '"' && (state_ == State::RecordStart || state_ == State::FieldStart)) {
        state_ = State::Quoted;
        quote_line_ = line_;
        return;
    }
    if (state_ == State::QuoteInQuoted)
        blame(fmt::format("line {}: a field goes on behind its closing quote", line_),
              "Inside a field in quotes a quote is written twice: \"She said \"\"yes\"\".\".");
    state_ = State::Plain;
    append(byte);
}

void CsvReader::read_byte(char byte) {
    const bool is_rest_of_line_end = is_after_return_ && byte == '\n';
    is_after_return_ = false;
    if (is_rest_of_line_end)
        return;
    if (byte == '\0')
        blame(fmt::format("line {}: there is a NUL byte, which no text has", line_),
              "Save the file as text in UTF-8.");
    if (state_ != State::Quoted && !(state_ == State::QuoteInQuoted && byte == '"'))
        return read_special(byte);
    if (byte == '"' && state_ == State::Quoted) {
        state_ = State::QuoteInQuoted;
        return;
    }
    state_ = State::Quoted;
    line_ += byte == '\n' ? 1 : 0;
    append(byte);
}

/// As far as the record goes.
void CsvReader::read_bytes(std::string_view bytes) {
    std::size_t used = 0;
    while (used < bytes.size() && state_ != State::RecordEnd)
        read_byte(bytes[used++]);
    window_.take(used);
}

Result<bool> CsvReader::read_record() {
    begin_record();
    while (state_ != State::RecordEnd) {
        TRY(const auto bytes, window_.bytes());
        if (!bytes.empty()) {
            read_bytes(bytes);
            continue;
        }
        if (state_ == State::RecordStart)
            return false;
        if (state_ == State::Quoted)
            blame(fmt::format("line {}: the quote that opens a field here is never closed", quote_line_),
                  "Close the quote, or put a field that begins with one in quotes and double it.");
        end_field();
        state_ = State::RecordEnd;
    }
    return true;
}

Result<void> CsvReader::check_record() {
    if (record_bytes_ > limits_.max_record_bytes)
        blame(fmt::format("line {}: the record is longer than {}", record_.line,
                          format_bytes(limits_.max_record_bytes)),
              "Look for a quote that is not closed, or split the text into shorter examples.");
    if (!std::ranges::all_of(record_.fields, is_valid_utf8))
        blame(fmt::format("line {}: the text is not valid UTF-8", record_.line),
              "Save the file as UTF-8; spreadsheets call it \"CSV UTF-8\".");
    if (!problem_)
        return {};
    problem_->message = fmt::format("{} {}", window_.path().string(), problem_->message);
    return *problem_;
}

Result<std::optional<CsvRecord>> CsvReader::next() {
    TRY(const bool is_there, read_record());
    if (!is_there)
        return std::optional<CsvRecord>{};
    TRY_VOID(check_record());
    return std::optional<CsvRecord>(std::move(record_));
}

}  // namespace tunebench
