#include "core/engine/evaluation/class_counts.h"

namespace tunebench {

void ClassCounts::add(std::int64_t predicted, std::int64_t truth) {
    ++classes_[static_cast<std::size_t>(predicted)].predicted;
    ++classes_[static_cast<std::size_t>(truth)].truth;
    if (predicted == truth)
        ++classes_[static_cast<std::size_t>(truth)].right;
}

double ClassCounts::accuracy() const {
    std::int64_t right = 0, all = 0;
    for (const auto& counts : classes_) {
        right += counts.right;
        all += counts.truth;
    }
    return all > 0 ? static_cast<double>(right) / static_cast<double>(all) : 0.0;
}

double ClassCounts::macro_f1() const {
    double sum = 0.0;
    std::int64_t occurring = 0;
    for (const auto& counts : classes_) {
        const auto either = counts.predicted + counts.truth;
        if (either == 0)
            continue;
        sum += 2.0 * static_cast<double>(counts.right) / static_cast<double>(either);
        ++occurring;
    }
    return occurring > 0 ? sum / static_cast<double>(occurring) : 0.0;
}

}  // namespace tunebench
