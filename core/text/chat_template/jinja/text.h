// Python's strings on UTF-8: everything that counts or cuts goes by code points.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/chat_template/jinja/value.h"
#include "core/text/unicode.h"

namespace tunebench::jinja {

/// The code points of a valid text, each as its bytes: for (std::string_view piece : CodePoints(text)).
class CodePoints {
public:
    class Iterator {
    public:
        Iterator(std::string_view text, std::size_t at) : text_(text), at_(at) {}
        std::string_view operator*() const { return text_.substr(at_, length()); }
        Iterator& operator++() {
            at_ += length();
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        std::size_t length() const { return code_point_at(text_, at_).length; }
        std::string_view text_;
        std::size_t at_;
    };

    explicit CodePoints(std::string_view text) : text_(text) {}
    Iterator begin() const { return {text_, 0}; }
    Iterator end() const { return {text_, text_.size()}; }

private:
    std::string_view text_;
};

/// The byte at which the code point of that number begins; the size for one behind the end.
std::size_t byte_offset(const Text& text, std::size_t code_point);

/// Code points [begin, end).
std::string_view part_of(const Text& text, std::size_t begin, std::size_t end);

/// str.isspace of one: white space and the separators U+001C to U+001F.
bool is_space(char32_t code_point);

enum class Side { Left, Right, Both };

/// strip(), lstrip(), rstrip(): of white space, or of the code points of `characters`.
std::string_view stripped(std::string_view text, Side side,
                          std::optional<std::string_view> characters = std::nullopt);

// In time proportional to the text, whatever is looked for.
std::optional<std::size_t> find_first(std::string_view text, std::string_view part, std::size_t from = 0);
std::optional<std::size_t> find_last(std::string_view text, std::string_view part);
std::size_t count_of(std::string_view text, std::string_view part);  // that do not overlap

/// split() and rsplit() at white space (no separator) or a separator that is not empty; most < 0: at each.
std::vector<std::string_view> split(std::string_view text, std::optional<std::string_view> separator,
                                    std::int64_t most);
std::vector<std::string_view> split_from_right(std::string_view text,
                                               std::optional<std::string_view> separator, std::int64_t most);

/// splitlines(): at every line break that Unicode knows. Ends after `most` lines.
std::vector<std::string_view> split_lines(std::string_view text, bool keep_ends, std::size_t most);

std::string upper(std::string_view text);
std::string lower(std::string_view text);
std::string capitalized(std::string_view text);  // the first letter large, the rest small
std::string titled(std::string_view text);       // str.title: every word capitalized
std::string swapped_case(std::string_view text);
std::string case_folded(std::string_view text);  // for comparisons: small, and ß as ss

}  // namespace tunebench::jinja
