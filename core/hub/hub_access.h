// HubAccess as the machine's environment gives it.
#pragma once

#include "core/hub/hub.h"
#include "core/hub/token.h"

namespace tunebench {

struct FoundAccess {
    HubAccess access = {};
    FoundToken token = {};  // the one in `access`, and where it comes from
};

/// Settings, and the token, which is not looked for when nobody will be asked. Errors as hub_settings and
/// find_token. May wait for the keyring: not for a thread that paints.
Result<FoundAccess> find_hub_access(const Environment& environment, const Keyring& keyring, bool offline);

}  // namespace tunebench
