#include "core/hub/hub_access.h"

namespace tunebench {

Result<FoundAccess> find_hub_access(const Environment& environment, const Keyring& keyring, bool offline) {
    FoundAccess found;
    TRY(found.access.settings, hub_settings(environment));
    found.access.settings.offline = found.access.settings.offline || offline;
    if (found.access.settings.offline)
        return found;
    TRY(found.token, find_token(found.access.settings, environment, keyring));
    found.access.token = found.token.token;
    return found;
}

}  // namespace tunebench
