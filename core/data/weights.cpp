#include "core/data/weights.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/random.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kWeightStreams = 0x7765'6967'6874'0000;  // "weight", then the file: a stream a file

/// How often each of a file's examples is read.
std::vector<std::size_t> repeats(std::size_t examples, double weight, Random random) {
    const auto whole = static_cast<std::size_t>(weight);
    const double rest = (weight - static_cast<double>(whole)) * static_cast<double>(examples);
    auto more = static_cast<std::size_t>(std::round(rest));
    if (whole == 0)
        more = std::max<std::size_t>(more, 1);
    std::vector<std::size_t> times(examples, whole);
    for (std::size_t i = 0; i < std::min(more, examples); ++i)
        ++times[i];
    random.shuffle(std::span(times));
    return times;
}

}  // namespace

void apply_weights(Examples& examples, std::span<const double> weights, std::int64_t seed) {
    if (std::ranges::all_of(weights, [](double weight) { return weight == 1.0; }))
        return;
    std::map<std::int32_t, std::size_t> counts;
    examples.for_each_record([&](const ExampleRecord& example) { ++counts[example.source_file]; });
    std::map<std::int32_t, std::vector<std::size_t>> times;
    for (const auto& [file, count] : counts) {
        times[file] = repeats(
            count, weights[static_cast<std::size_t>(file)],
            Random(static_cast<std::uint64_t>(seed), kWeightStreams + static_cast<std::uint64_t>(file)));
        std::ranges::reverse(times[file]);  // taken from its end
    }
    std::vector<std::int32_t> weighted;
    std::int32_t index = 0;
    examples.for_each_record([&](const ExampleRecord& example) {
        auto& of_file = times[example.source_file];
        weighted.insert(weighted.end(), of_file.back(), index++);
        of_file.pop_back();
    });
    examples = examples.selected(weighted);
}

}  // namespace tunebench
