// The desktop's keyring (Secret Service, by libsecret), where the build has it. A token is put there with
//   secret-tool store --label="Hugging Face" application tunebench endpoint https://huggingface.co
#pragma once

#include <functional>
#include <string>

#include "core/hub/token.h"

namespace tunebench {

/// Looks up the token of an endpoint. Gives nothing, at once and without a word, where there is no session
/// bus; and after five seconds where nobody answers on it.
Keyring desktop_keyring(const Environment& environment);

/// A keyring that can be written too.
struct TokenKeyring {
    Keyring look_up = {};
    std::function<Result<void>(const std::string& endpoint, const std::string& token)> store = {};
    std::function<Result<void>(const std::string& endpoint)> remove = {};
};

/// Storing and removing: Unsupported where the build or the session has no keyring, Io with the keyring's own
/// words (it is locked, nobody answers). They block up to a minute, as the desktop may ask for a password.
TokenKeyring desktop_token_keyring(const Environment& environment);

}  // namespace tunebench
