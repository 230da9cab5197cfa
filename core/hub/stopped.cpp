#include "core/hub/stopped.h"

namespace tunebench {

Error download_stopped() {
    return {.code = ErrorCode::Cancelled,
            .message = "The download was stopped.",
            .hint = "The same download, started again, goes on where it was."};
}

}  // namespace tunebench
