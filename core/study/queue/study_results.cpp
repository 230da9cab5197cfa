#include "core/study/queue/study_results.h"

#include <algorithm>
#include <cmath>

#include "core/base/sha256.h"
#include "core/run/sections.h"

namespace tunebench {

double best_rate(const std::vector<RateTry>& tries, double otherwise) {
    const RateTry* best = nullptr;
    for (const auto& one : tries)
        if (std::isfinite(one.validation_loss) && (!best || one.validation_loss < best->validation_loss))
            best = &one;
    return best ? best->learning_rate : otherwise;
}

bool is_at_edge(const std::vector<RateTry>& tries, double chosen) {
    if (tries.size() < 2)
        return false;
    const auto [low, high] = std::ranges::minmax(tries, {}, &RateTry::learning_rate);
    return chosen == low.learning_rate || chosen == high.learning_rate;
}

std::string base_key(const RunConfig& config) {
    constexpr std::size_t kKeyLength = 24;
    RunConfig base;
    base.precision.quantization = config.precision.quantization;
    base.precision.quantization_block_size = config.precision.quantization_block_size;
    base.precision.double_quantization = config.precision.double_quantization;
    const auto text = config.model.path + "\n" + json_text(section_to_json(base, "precision"));
    return "base-" + sha256_hex(text).substr(0, kKeyLength);
}

}  // namespace tunebench
