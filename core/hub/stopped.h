// What every part of a download returns once its token is cancelled.
#pragma once

#include "core/base/result.h"

namespace tunebench {

Error download_stopped();

}  // namespace tunebench
