// The desktop's keyring (Secret Service, by libsecret), where the build has it. A token is put there with
//   secret-tool store --label="Hugging Face" application tunebench endpoint https://huggingface.co
#pragma once

#include "core/hub/token.h"

namespace tunebench {

/// Looks up the token of an endpoint. Gives nothing, at once and without a word, where there is no session
/// bus; and after five seconds where nobody answers on it.
Keyring desktop_keyring(const Environment& environment);

}  // namespace tunebench
