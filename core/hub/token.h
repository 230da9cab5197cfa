// The token that opens private and gated repositories. It is never printed, logged or written.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/hub/hub_settings.h"

namespace tunebench {

/// The token that a keyring holds for an endpoint.
using Keyring = std::function<std::optional<std::string>(const std::string& endpoint)>;

/// Where a token was found.
enum class TokenPlace { None, DesktopKeyring, Variable, File };

struct FoundToken {
    std::string token = {};
    TokenPlace place = TokenPlace::None;
    std::string where = {};  // the variable's name or the file's path
};

/// The first of: the keyring's, HF_TOKEN (or HUGGING_FACE_HUB_TOKEN), the token file. None when there is
/// none, or when HF_HUB_DISABLE_IMPLICIT_TOKEN is set. InvalidArgument, naming the place, for a token that
/// cannot stand in a header.
Result<FoundToken> find_token(const HubSettings& settings, const Environment& environment,
                              const Keyring& keyring);

/// Without the space around it. InvalidArgument, naming the place, when it is none.
Result<std::string> check_token(const std::string& raw, std::string_view place);

}  // namespace tunebench
