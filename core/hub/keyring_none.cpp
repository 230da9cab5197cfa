#include "core/hub/keyring.h"

namespace tunebench {

Keyring desktop_keyring(const Environment& /*environment*/) {
    return [](const std::string&) { return std::optional<std::string>(); };
}

}  // namespace tunebench
