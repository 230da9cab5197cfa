#include "core/engine/memory/device.h"

namespace tunebench {

std::optional<std::string> accelerator_name() {
    return std::nullopt;
}

}  // namespace tunebench
