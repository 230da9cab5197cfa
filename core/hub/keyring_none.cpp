#include "core/hub/keyring.h"

namespace tunebench {

Keyring desktop_keyring(const Environment& /*environment*/) {
    return [](const std::string&) { return std::optional<std::string>(); };
}

TokenKeyring desktop_token_keyring(const Environment& environment) {
    const Error error{.code = ErrorCode::Unsupported,
                      .message = "This Tunebench was built without the desktop's keyring (libsecret).",
                      .hint = "Set HF_TOKEN, or write the token into the file that `hf auth login` writes."};
    return {.look_up = desktop_keyring(environment),
            .store = [error](const std::string&, const std::string&) -> Result<void> { return error; },
            .remove = [error](const std::string&) -> Result<void> { return error; }};
}

}  // namespace tunebench
