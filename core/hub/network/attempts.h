// Attempts: how often, and after which wait, something is tried again.
#pragma once

#include "core/hub/network/hub_client.h"

namespace tunebench {

/// A cut, or a status that passes: 408, 425, 429, 500, 502, 503, 504.
bool may_help_to_try_again(const HubAnswer& answer);

class Attempts {
public:
    Attempts(const TransferPolicy& policy, const CancelToken& cancel, int at_most)
        : policy_(policy), cancel_(cancel), at_most_(at_most) {}

    /// After a failure: waits, and says whether to try again. Counts anew after `progressed`. Waits as long
    /// as the server asks for (Retry-After), but never more than five minutes: then it is time to tell
    /// somebody.
    bool again(const HubAnswer& failure, bool progressed);

private:
    const TransferPolicy& policy_;
    const CancelToken& cancel_;
    int at_most_;
    int failures_ = 0;  // in a row
};

}  // namespace tunebench
