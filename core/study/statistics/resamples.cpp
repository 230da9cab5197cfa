#include "core/study/statistics/resamples.h"

#include <cassert>

#include "core/base/random.h"

namespace tunebench {
namespace {

void draw(Random& random, std::span<std::uint16_t> counts, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i)
        ++counts[static_cast<std::size_t>(random.below(counts.size()))];
}

std::size_t drawn_seeds(std::size_t seeds) {
    return seeds > 1 ? seeds - 1 : seeds;
}

}  // namespace

Resamples::Resamples(std::size_t seeds, std::size_t examples, const BootstrapSettings& settings)
    : seeds_(seeds),
      examples_(examples),
      size_(static_cast<std::size_t>(settings.resamples)),
      seed_counts_(size_ * seeds),
      example_counts_(size_ * examples) {
    for (std::size_t i = 0; i < size_; ++i) {
        Random random(settings.seed, /*stream=*/i);
        draw(random, std::span(seed_counts_).subspan(i * seeds_, seeds_), drawn_seeds(seeds_));
        draw(random, std::span(example_counts_).subspan(i * examples_, examples_), examples_);
    }
}

std::vector<double> Resamples::means(const LossMatrix& losses) const {
    assert(losses.seeds() == seeds_ && losses.examples() == examples_);
    const auto drawn = static_cast<double>(drawn_seeds(seeds_) * examples_);
    std::vector<double> means;
    means.reserve(size_);
    for (std::size_t i = 0; i < size_; ++i) {
        const auto* counts = &example_counts_[i * examples_];
        double sum = 0.0;
        for (std::size_t seed = 0; seed < seeds_; ++seed) {
            const auto times = seed_counts_[i * seeds_ + seed];
            if (times == 0)
                continue;
            const auto row = losses.row(seed);
            double row_sum = 0.0;
            for (std::size_t example = 0; example < examples_; ++example)
                row_sum += counts[example] * row[example];
            sum += times * row_sum;
        }
        means.push_back(sum / drawn);
    }
    return means;
}

}  // namespace tunebench
