// What an answer that is no success means for the person who waits for it.
#pragma once

#include "core/hub/network/hub_client.h"

namespace tunebench {

/// The error of an interruption, or of a status other than success.
Error answer_error(const HubAnswer& answer, const HubClient& client, const Repository& repository);

}  // namespace tunebench
