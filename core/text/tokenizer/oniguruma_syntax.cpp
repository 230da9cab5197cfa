#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/text/tokenizer/class_union.h"
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

constexpr int kDeepestClass = 50;
constexpr int kRepeatedAtOnce = 16;

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
                        is_group_ = true;
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
                    quantifier();
                    break;
                default:
                    begin_atom();
                    copy_character();
            }
        }
        return std::move(out_);
    }

private:
    static constexpr std::size_t kNone = std::string::npos;

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

    void begin_atom() {
        atom_ = out_.size();
        is_group_ = false;
    }

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
        const auto complement = [&](std::string_view members) {  // classes with one have set logic
            put("[^" + std::string(members) + "]");
            return Result<void>();
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
        if (has_set_logic()) {
            TRY(const auto text, class_text(1));
            out_ += text;
            made_class_ = text.starts_with('(') ? atom_ : kNone;
            return {};
        }
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
            } else if (source_[at_] == '[') {  // a class within a class adds its members
                ++depth;
                ++at_;
            } else if (source_[at_] == ']') {
                if (--depth == 0) {
                    copy(1);
                } else {
                    ++at_;
                    out_ += hyphen_behind_class();
                }
            } else {
                copy(1);
            }
        }
        return {};
    }

    /// Whether the class is more than a union of members: an intersection, or with a negated class within.
    bool has_set_logic() const {
        std::size_t at = at_ + 1;
        const auto is_at = [&](std::string_view part) { return source_.substr(at).starts_with(part); };
        at += is_at("^") ? 1 : 0;
        at += is_at("]") ? 1 : 0;
        for (int depth = 1; at < source_.size() && depth > 0; ++at) {
            if (is_at("&&") || is_at("[^") || is_at("\\W") || is_at("\\H"))
                return true;
            if (is_at("\\"))
                ++at;
            else if (is_at("[:"))
                at = std::min(source_.find(":]", at), source_.size() - 2) + 1;
            else if (is_at("["))
                ++depth;
            else if (is_at("]"))
                --depth;
        }
        return false;
    }

    /// The class that begins here, as an expression of one character.
    Result<std::string> class_text(int depth) {
        if (depth > kDeepestClass)
            return unsupported("classes nested very deeply");
        ++at_;
        const bool is_negated = peek(0) == '^';
        at_ += is_negated ? 1 : 0;
        std::vector<ClassUnion> unions(1);
        for (bool is_first = true; is_first || peek(0) != ']'; is_first = false) {
            if (at_ >= source_.size())
                return Error{ErrorCode::InvalidArgument, "the regular expression \"" + std::string(source_) +
                                                             "\" has a class without an end"};
            if (peek(0) == '&' && peek(1) == '&') {
                unions.emplace_back();
                at_ += 2;
                continue;
            }
            TRY_VOID(add_part(unions.back(), depth));
        }
        ++at_;
        for (const auto& part : unions)
            if (part.empty())
                return unsupported("an intersection with nothing");
        return is_negated ? complement_of(unions) : intersection_of(unions);
    }

    Result<void> add_part(ClassUnion& part, int depth) {
        if (peek(0) == '[' && peek(1) != ':') {
            TRY(auto inner, class_text(depth + 1));
            part.classes.push_back(std::move(inner));
            part.members += hyphen_behind_class();
            return {};
        }
        const bool is_complement = peek(0) == '\\' && (peek(1) == 'W' || peek(1) == 'H');
        std::swap(out_, part.members);
        const auto before = out_.size();
        Result<void> copied = {};
        if (peek(0) == '\\')
            copied = escaped(true);
        else if (peek(0) == '[')
            posix_class();
        else {
            if (peek(0) == ']' || peek(0) == '^')  // elsewhere than it stood
                out_ += '\\';
            copy_character();
        }
        if (is_complement) {
            part.classes.push_back(out_.substr(before));
            out_.resize(before);
        }
        std::swap(out_, part.members);
        if (is_complement)
            part.members += hyphen_behind_class();
        return copied;
    }

    /// It stands for itself: what comes to stand in front of it must not begin a range.
    std::string_view hyphen_behind_class() {
        if (peek(0) != '-')
            return {};
        ++at_;
        return "\\-";
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

    /// A repetition of a class that is no class for PCRE2 becomes one of many at a time, and of the rest: the
    /// same ends in the same order, the furthest first.
    void quantifier() {
        const bool is_made_class = std::exchange(made_class_, kNone) == atom_;
        const bool is_greedy = peek(0) != '?' && peek(1) != '+' && peek(1) != '?';
        if (!is_made_class || !is_greedy)
            return copy(1);
        const std::string one = out_.substr(atom_);
        const std::string_view first = peek(0) == '+' ? std::string_view(one) : std::string_view();
        out_.resize(atom_);
        out_ += fmt::format("(?:{0}(?:{1}{{{2}}})*{1}{{0,{3}}})", first, one, kRepeatedAtOnce,
                            kRepeatedAtOnce - 1);
        ++at_;
    }

    /// {n}, {n,} or {n,m} after an atom; a following + repeats the whole.
    void interval() {
        const std::size_t end = source_.find_first_not_of("0123456789,", at_ + 1);
        if (end == std::string_view::npos || source_[end] != '}' || end == at_ + 1) {
            begin_atom();
            copy(1);
            return;
        }
        const std::string_view behind = source_.substr(end + 1);
        const bool is_repeated = behind.starts_with('+') || behind.starts_with('*');
        const bool may_be_one = peek(1) == '1' && (peek(2) == ',' || peek(2) == '}');
        if (is_repeated && may_be_one && !is_group_) {  // then the repetition alone says the same
            at_ = end + 1;
            return;
        }
        made_class_ = kNone;
        copy(end + 1 - at_);
        if (is_repeated) {
            out_.insert(atom_, "(?:");
            out_ += ')';
        }
    }

    Error unsupported(std::string_view what) const {
        return {ErrorCode::Unsupported,
                "the regular expression \"" + std::string(source_) + "\" uses " + std::string(what) +
                    ", which is not supported yet",
                "Choose another one, or a newer version of Tunebench."};
    }

    std::string_view source_;
    std::size_t at_ = 0;
    std::string out_;
    std::size_t atom_ = 0;             // where the last atom starts in out_
    bool is_group_ = false;            // whether it is a group
    std::size_t made_class_ = kNone;   // the same where it is a class that PCRE2 has no class for
    std::vector<std::size_t> groups_;  // starts of the open groups in out_
};

}  // namespace

Result<std::string> translate_oniguruma(std::string_view expression) {
    return Translator(expression).run();
}

}  // namespace tunebench
