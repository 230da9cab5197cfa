#include "core/memory/memory_recording.h"

#include <utility>

namespace tunebench {

MemoryRecording::MemoryRecording() {
    moments_.reserve(kMostMoments);
}

void MemoryRecording::note(double seconds, const BytesByUse& alive) {
    const MemoryMoment moment{.seconds = seconds, .bytes = alive};
    if (!fullest_ || fullest_->total() < moment.total())
        fullest_ = moment;
    if (++noted_ >= stride_)
        keep_fullest();
}

void MemoryRecording::phase_over(StepPhase phase) {
    keep_fullest();
    for (auto moment = moments_.rbegin(); moment != moments_.rend() && !moment->phase; ++moment)
        moment->phase = phase;
}

StepTimeline MemoryRecording::timeline(std::int64_t step) {
    keep_fullest();
    return {.step = step, .moments = std::exchange(moments_, {})};
}

void MemoryRecording::keep_fullest() {
    noted_ = 0;
    if (!fullest_)
        return;
    if (moments_.size() == kMostMoments)
        thin();
    moments_.push_back(*std::exchange(fullest_, std::nullopt));
}

void MemoryRecording::thin() {
    constexpr std::size_t kEnough = kMostMoments * 3 / 4;
    halve(/*keeps_phases=*/true);
    if (moments_.size() > kEnough)  // a step of very many batches
        halve(/*keeps_phases=*/false);
    stride_ *= 2;
}

void MemoryRecording::halve(bool keeps_phases) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < moments_.size(); ++i) {
        const bool has_partner =
            i + 1 < moments_.size() && (!keeps_phases || moments_[i].phase == moments_[i + 1].phase);
        const bool is_partner_fuller = has_partner && moments_[i].total() < moments_[i + 1].total();
        moments_[kept++] = moments_[is_partner_fuller ? i + 1 : i];
        i += has_partner ? 1 : 0;
    }
    moments_.resize(kept);
}

}  // namespace tunebench
