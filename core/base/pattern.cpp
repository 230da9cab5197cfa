#include "core/base/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <array>
#include <memory>
#include <pcre2.h>

#include <fmt/format.h>

namespace tunebench {
namespace {

constexpr std::uint32_t kMatchLimit = 100'000;
constexpr std::uint32_t kDepthLimit = 1'000;

struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

std::string message_of(int code) {
    std::array<unsigned char, 200> buffer{};
    pcre2_get_error_message(code, buffer.data(), buffer.size());
    return reinterpret_cast<const char*>(buffer.data());
}

PCRE2_SPTR bytes(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

}  // namespace

Result<bool> full_match(std::string_view pattern, std::string_view text) {
    int code = 0;
    PCRE2_SIZE place = 0;
    const std::unique_ptr<pcre2_code, Free> compiled(
        pcre2_compile(bytes(pattern), pattern.size(), PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED, &code,
                      &place, nullptr));
    if (!compiled)
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("'{}' is not a regular expression: {} at character {}", pattern,
                                            message_of(code), place + 1),
                     .hint = "Write a list of names instead, or mend the expression."};
    const std::unique_ptr<pcre2_match_context, Free> context(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(context.get(), kMatchLimit);
    pcre2_set_depth_limit(context.get(), kDepthLimit);
    const std::unique_ptr<pcre2_match_data, Free> data(
        pcre2_match_data_create_from_pattern(compiled.get(), nullptr));
    const int found = pcre2_match(compiled.get(), bytes(text), text.size(), 0, 0, data.get(), context.get());
    if (found >= 0)
        return true;
    if (found == PCRE2_ERROR_NOMATCH)
        return false;
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("matching '{}' failed: {}", pattern, message_of(found)),
                 .hint = "Write a simpler expression."};
}

}  // namespace tunebench
