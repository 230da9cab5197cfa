#include "core/engine_api/build_id.h"

namespace tunebench {

std::string_view build_id() {
    return TUNEBENCH_VERSION;
}

}  // namespace tunebench
