#include "core/text/tokenizer/regular_expression.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <pcre2.h>

#include <fmt/format.h>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

// Of one match. A long word takes some steps for each of its characters, and that must not end it.
constexpr std::uint64_t kSteps = 2'000'000;
constexpr std::uint64_t kStepsAByte = 16;
constexpr std::uint32_t kHeapLimitKib = 64 * 1024;  // also bounds how deep a match may nest

struct CodeDeleter {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct CompileContextDeleter {
    void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
};
struct MatchContextDeleter {
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};
struct MatchDataDeleter {
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

PCRE2_SPTR units(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::unique_ptr<pcre2_match_context, MatchContextDeleter> limits_for(std::string_view text) {
    std::unique_ptr<pcre2_match_context, MatchContextDeleter> limits(pcre2_match_context_create(nullptr));
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    const auto steps = std::min(kMost, kSteps + kStepsAByte * text.size());
    pcre2_set_match_limit(limits.get(), static_cast<std::uint32_t>(steps));
    pcre2_set_depth_limit(limits.get(), static_cast<std::uint32_t>(steps));
    pcre2_set_heap_limit(limits.get(), kHeapLimitKib);
    return limits;
}

std::string message_of(int code) {
    std::array<PCRE2_UCHAR, 256> buffer{};
    pcre2_get_error_message(code, buffer.data(), buffer.size());
    return reinterpret_cast<const char*>(buffer.data());
}

Error given_up(std::string_view expression, int code) {
    constexpr std::size_t kShown = 120;
    const auto shown = expression.substr(0, kShown);
    return {
        .code = ErrorCode::InvalidArgument,
        .message = fmt::format("the search for the regular expression \"{}{}\" in a text was given up: {}",
                               shown.substr(0, valid_utf8_prefix(shown)),
                               expression.size() > kShown ? "…" : "", message_of(code)),
        .hint =
            "Take this text out or cut it into shorter ones, or write a simpler expression in the "
            "tokenizer's file."};
}

}  // namespace

struct RegularExpression::Compiled {
    std::string expression = {};
    std::unique_ptr<pcre2_code, CodeDeleter> code = {};
};

RegularExpression::RegularExpression(std::shared_ptr<const Compiled> compiled)
    : compiled_(std::move(compiled)) {}
RegularExpression::RegularExpression(RegularExpression&&) noexcept = default;
RegularExpression& RegularExpression::operator=(RegularExpression&&) noexcept = default;
RegularExpression::~RegularExpression() = default;

Result<RegularExpression> RegularExpression::compile(std::string_view expression) {
    TRY(const std::string pattern, translate_oniguruma(expression));
    const std::unique_ptr<pcre2_compile_context, CompileContextDeleter> context(
        pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    pcre2_set_parens_nest_limit(context.get(), 100);
    int error = 0;
    PCRE2_SIZE offset = 0;
    auto compiled = std::make_shared<Compiled>();
    compiled->expression = expression;
    // Multi-line as Oniguruma is: ^ and $ hold at every line.
    compiled->code.reset(pcre2_compile(units(pattern), pattern.size(),
                                       PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C,
                                       &error, &offset, context.get()));
    if (!compiled->code)
        return Error{ErrorCode::InvalidArgument,
                     fmt::format("the regular expression \"{}\" cannot be used: {} (at byte {} of \"{}\")",
                                 expression, message_of(error), offset, pattern)};
    return RegularExpression(std::move(compiled));
}

struct RegularExpression::Search::State {
    std::shared_ptr<const Compiled> compiled = {};
    std::string_view text = {};
    std::unique_ptr<pcre2_match_data, MatchDataDeleter> match = {};
    std::unique_ptr<pcre2_match_context, MatchContextDeleter> limits = {};
    std::size_t at = 0;
    bool done = false;
};

RegularExpression::Search::Search(const RegularExpression& expression, std::string_view text)
    : state_(std::make_unique<State>()) {
    state_->compiled = expression.compiled_;
    state_->text = text;
    state_->match.reset(pcre2_match_data_create_from_pattern(state_->compiled->code.get(), nullptr));
    state_->limits = limits_for(text);
}

RegularExpression::Search::~Search() = default;

Result<std::optional<Span>> RegularExpression::Search::next() {
    State& state = *state_;
    if (state.done || state.at > state.text.size())
        return std::optional<Span>();
    const int count = pcre2_match(state.compiled->code.get(), units(state.text), state.text.size(), state.at,
                                  PCRE2_NO_UTF_CHECK, state.match.get(), state.limits.get());
    if (count <= 0) {
        state.done = true;
        if (count != PCRE2_ERROR_NOMATCH)
            return given_up(state.compiled->expression, count);
        return std::optional<Span>();
    }
    const PCRE2_SIZE* bounds = pcre2_get_ovector_pointer(state.match.get());
    const Span span{bounds[0], bounds[1]};
    if (span.end < span.begin || span.end < state.at) {  // \K in a look-ahead: no match to speak of
        state.done = true;
        return std::optional<Span>();
    }
    state.at = span.end;
    if (span.size() == 0)  // the next search starts a character on, or it would find this again
        state.at += state.at < state.text.size() ? code_point_at(state.text, state.at).length : 1;
    return std::optional(span);
}

}  // namespace tunebench
