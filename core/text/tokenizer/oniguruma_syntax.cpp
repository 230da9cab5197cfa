#include <utility>
#include <vector>

#include "core/text/tokenizer/regular_expression.h"

namespace tunebench {

namespace {

constexpr std::string_view kWordMembers = R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc})";
// A place between a word character and another; PCRE2's own \b counts fewer characters as parts of words.
constexpr std::string_view kWordBoundary =
    R"((?:(?<=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])(?![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])|)"
    R"((?<![\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])(?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])))";
constexpr std::string_view kHexMembers = "0-9A-Fa-f";

constexpr std::pair<std::string_view, std::string_view> kPosixClasses[] = {
    {"[:alpha:]", R"(\p{Alphabetic})"},
    {"[:alnum:]", R"(\p{Alphabetic}\p{Nd})"},
    {"[:space:]", R"(\p{White_Space})"},
    {"[:word:]", kWordMembers},
};

/// Copies an expression and rewrites what PCRE2 would read differently.
class Translator {
public:
    explicit Translator(std::string_view source) : source_(source) {}

    Result<std::string> run() {
        while (at_ < source_.size()) {
            switch (source_[at_]) {
                case '\\':
                    TRY_VOID(escape());
                    break;
                case '[':
                    TRY_VOID(character_class());
                    break;
                case '(':
                    groups_.push_back(out_.size());
                    copy(1);
                    break;
                case ')':
                    if (!groups_.empty()) {
                        atom_ = groups_.back();
                        groups_.pop_back();
                    }
                    copy(1);
                    break;
                case '{':
                    interval();
                    break;
                case '+':
                case '*':
                case '?':
                    copy(1);
                    break;
                default:
                    begin_atom();
                    copy_character();
            }
        }
        return std::move(out_);
    }

private:
    char peek(std::size_t ahead) const { return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0'; }

    void copy(std::size_t count) {
        const std::string_view part = source_.substr(at_, count);
        out_ += part;
        at_ += part.size();
    }

    void copy_character() {
        copy(1);
        while ((static_cast<unsigned char>(peek(0)) & 0xC0) == 0x80)
            copy(1);
    }

    void begin_atom() { atom_ = out_.size(); }

    void put(std::string_view text) {
        out_ += text;
        at_ += 2;
    }

    Result<void> escape() {
        begin_atom();
        if (peek(1) == 'b' || peek(1) == 'B')
            put(peek(1) == 'b' ? std::string(kWordBoundary) : "(?!" + std::string(kWordBoundary) + ")");
        else
            TRY_VOID(escaped(false));
        return {};
    }

    Result<void> escaped(bool in_class) {
        const auto set = [&](std::string_view members) {
            put(in_class ? std::string(members) : "[" + std::string(members) + "]");
            return Result<void>();
        };
        const auto complement = [&](std::string_view members) -> Result<void> {
            if (in_class)
                return unsupported("a negated word or hexadecimal class within a class");
            put("[^" + std::string(members) + "]");
            return {};
        };
        switch (peek(1)) {
            case 's':
                put(R"(\p{White_Space})");
                return {};
            case 'S':
                put(R"(\P{White_Space})");
                return {};
            case 'w':
                return set(kWordMembers);
            case 'W':
                return complement(kWordMembers);
            case 'h':
                return set(kHexMembers);
            case 'H':
                return complement(kHexMembers);
            default:
                copy(1);
                if (at_ < source_.size())
                    copy_character();
                copy_braces();
                return {};
        }
    }

    /// The name of \p{...} or the number of \x{...}, which is no interval.
    void copy_braces() {
        const char kind = source_[at_ - 1];
        if (peek(0) != '{' || (kind != 'p' && kind != 'P' && kind != 'x'))
            return;
        while (at_ < source_.size() && source_[at_] != '}')
            copy(1);
        if (at_ < source_.size())
            copy(1);
    }

    Result<void> character_class() {
        begin_atom();
        copy(1);
        if (peek(0) == '^')
            copy(1);
        if (peek(0) == ']')
            copy(1);
        for (int depth = 1; at_ < source_.size() && depth > 0;) {
            if (source_[at_] == '\\') {
                TRY_VOID(escaped(true));
            } else if (source_[at_] == '[' && peek(1) == ':') {
                posix_class();
            } else if (source_[at_] == '[' && peek(1) == '^') {
                return unsupported("a negated class within a class");
            } else if (source_[at_] == '&' && peek(1) == '&') {
                return unsupported("an intersection of classes (&&)");
            } else if (source_[at_] == '[') {  // a class within a class adds its members
                ++depth;
                ++at_;
            } else if (source_[at_] == ']') {
                if (--depth == 0)
                    copy(1);
                else
                    ++at_;
            } else {
                copy(1);
            }
        }
        return {};
    }

    /// [:name:]. The classes of letters have more members in Oniguruma.
    void posix_class() {
        for (const auto& [name, members] : kPosixClasses) {
            if (source_.substr(at_).starts_with(name)) {
                out_ += members;
                at_ += name.size();
                return;
            }
        }
        const std::size_t end = source_.find(":]", at_);
        copy(end == std::string_view::npos ? 1 : end + 2 - at_);
    }

    /// {n}, {n,} or {n,m} after an atom; a following + repeats the whole.
    void interval() {
        const std::size_t end = source_.find_first_not_of("0123456789,", at_ + 1);
        if (end == std::string_view::npos || source_[end] != '}' || end == at_ + 1) {
            begin_atom();
            copy(1);
            return;
        }
        copy(end + 1 - at_);
        if (peek(0) == '+' || peek(0) == '*') {
            out_.insert(atom_, "(?:");
            out_ += ')';
        }
    }

    Error unsupported(std::string_view what) const {
        return {ErrorCode::Unsupported, "the regular expression \"" + std::string(source_) + "\" uses " +
                                            std::string(what) + ", which is not supported yet"};
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::string out_;
    std::size_t atom_ = 0;             // where the last atom starts in out_
    std::vector<std::size_t> groups_;  // starts of the open groups in out_
};

}  // namespace

Result<std::string> translate_oniguruma(std::string_view expression) {
    return Translator(expression).run();
}

}  // namespace tunebench
