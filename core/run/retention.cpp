#include "core/run/retention.h"

namespace tunebench {

bool is_planned_checkpoint(const CheckpointSection& wanted, const Checkpoint& checkpoint) {
    const bool is_due = wanted.every > 0 && checkpoint.manifest.step % wanted.every == 0;
    return is_due || (wanted.keep_best && checkpoint.manifest.is_best);
}

Retention retention_of(const RunConfig& config) {
    const auto wanted = config.checkpoints;
    Retention retention{.keep_last = wanted.keep_last, .keep_best = wanted.keep_best};
    if (config.general.on_nonfinite == OnNonfinite::RollBack)
        retention.goes_back_to = [wanted](const Checkpoint& checkpoint) {
            return is_planned_checkpoint(wanted, checkpoint);
        };
    return retention;
}

}  // namespace tunebench
