#include "tests/support/fake_memory.h"

#include <algorithm>

namespace tunebench::test {
namespace {

constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20;
constexpr std::uint64_t kForward = 60, kBackward = 80, kUpdate = 20;  // moments
constexpr double kMomentSeconds = 0.004;

MemoryMoment moment_at(std::uint64_t i) {
    const std::uint64_t kept = std::min(i, kForward);  // layers whose activations backward needs
    const std::uint64_t passed = i > kForward ? std::min(i - kForward, kBackward) : 0;
    const bool is_backward = i >= kForward && i < kForward + kBackward;
    MemoryMoment moment{.seconds = kMomentSeconds * static_cast<double>(i),
                        .phase = i < kForward  ? StepPhase::Forward
                                 : is_backward ? StepPhase::Backward
                                               : StepPhase::Optimizer};
    const auto set = [&](MemoryUse use, std::uint64_t mebibytes) {
        moment.bytes[static_cast<std::size_t>(use)] = mebibytes * kMebibyte;
    };
    set(MemoryUse::Weights, 531);
    set(MemoryUse::States, 37);
    set(MemoryUse::Gradients, passed * 18 / kBackward);
    set(MemoryUse::Activations, 5 * kept - 5 * kForward * passed / kBackward);
    set(MemoryUse::Rest, is_backward ? 40 - 8 * (passed % 4) : i % 4);
    return moment;
}

}  // namespace

StepTimeline fake_timeline(std::int64_t step) {
    StepTimeline timeline{.step = step};
    for (std::uint64_t i = 0; i < kForward + kBackward + kUpdate; ++i)
        timeline.moments.push_back(moment_at(i));
    return timeline;
}

}  // namespace tunebench::test
