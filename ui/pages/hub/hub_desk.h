// HubDesk: what the hub's page works with; tests give another one.
#pragma once

#include "core/hub/hub_access.h"
#include "core/hub/keyring.h"

namespace tunebench::ui {

struct HubDesk {
    Environment environment = process_environment();
    TokenKeyring keyring = desktop_token_keyring(process_environment());
};

}  // namespace tunebench::ui
