#include "core/hub/network/attempts.h"

#include <algorithm>
#include <array>

namespace tunebench {

namespace {

constexpr std::chrono::seconds kLongestWait{300};
constexpr int kMaxDoublings = 6;

}  // namespace

bool may_help_to_try_again(const HubAnswer& answer) {
    constexpr std::array kPassing = {408, 425, 429, 500, 502, 503, 504};
    return !answer.interruption.empty() ||
           std::find(kPassing.begin(), kPassing.end(), answer.head.status) != kPassing.end();
}

bool Attempts::again(const HubAnswer& failure, bool progressed) {
    failures_ = progressed ? 1 : failures_ + 1;
    if (failures_ >= at_most_ || failure.retry_after > kLongestWait)
        return false;
    const auto own_wait = policy_.first_wait * (1 << std::min(failures_ - 1, kMaxDoublings));
    const std::chrono::milliseconds asked = failure.retry_after;
    policy_.wait(std::max(own_wait, asked), cancel_);
    return !cancel_.is_cancelled();
}

}  // namespace tunebench
