#include "core/hub/token.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "core/base/durable_file.h"

namespace tunebench {

namespace {

constexpr std::uint64_t kMaxTokenFileBytes = 4096;

std::string trimmed(const std::string& text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

Result<FoundToken> token_of_file(const std::filesystem::path& file) {
    const auto text = read_file(file, kMaxTokenFileBytes);
    if (!text && text.error().code == ErrorCode::NotFound)
        return FoundToken{};
    if (!text)
        return text.error();
    TRY(auto token, check_token(*text, file.string()));
    if (token.empty())
        return FoundToken{};
    return FoundToken{.token = std::move(token), .place = TokenPlace::File, .where = file.string()};
}

}  // namespace

/// A line break would let a damaged token add headers of its own.
Result<std::string> check_token(const std::string& raw, std::string_view place) {
    std::string token = trimmed(raw);
    const auto is_visible = [](char c) { return c > 0x20 && c < 0x7F; };
    if (!std::all_of(token.begin(), token.end(), is_visible))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("The token of {} has characters that no token has.", place),
                     .hint = "Store it again; tokens of the hub begin with \"hf_\"."};
    return token;
}

Result<FoundToken> find_token(const HubSettings& settings, const Environment& environment,
                              const Keyring& keyring) {
    if (is_true(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN"))
        return FoundToken{};
    if (const auto kept = keyring(settings.endpoint); kept && !trimmed(*kept).empty()) {
        TRY(auto token, check_token(*kept, "the keyring"));
        return FoundToken{.token = std::move(token), .place = TokenPlace::DesktopKeyring};
    }
    for (const auto* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"})
        if (const auto value = environment(name); value && !trimmed(*value).empty()) {
            TRY(auto token, check_token(*value, name));
            return FoundToken{.token = std::move(token), .place = TokenPlace::Variable, .where = name};
        }
    return token_of_file(settings.token_file);
}

}  // namespace tunebench
