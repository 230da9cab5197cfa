// The token that opens private and gated repositories. It is never printed, logged or written.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/hub/hub_settings.h"

namespace tunebench {

/// The token that a keyring holds for an endpoint.
using Keyring = std::function<std::optional<std::string>(const std::string& endpoint)>;

/// The first of: the keyring's, HF_TOKEN (or HUGGING_FACE_HUB_TOKEN), the token file. Empty when there is
/// none, or when HF_HUB_DISABLE_IMPLICIT_TOKEN is set. InvalidArgument, naming the place, for a token that
/// cannot stand in a header.
Result<std::string> find_token(const HubSettings& settings, const Environment& environment,
                               const Keyring& keyring);

}  // namespace tunebench
