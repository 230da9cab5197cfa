#include "core/data/weights.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/random.h"

namespace tunebench {
namespace {

constexpr std::uint64_t kWeightStreams =
    0x7765'6967'6874'0000;  // "weight", then the entry: a stream an entry

/// How often each of an entry's examples is read.
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

void apply_weights(Examples& examples, std::span<const std::int32_t> entry_of,
                   std::span<const double> weights, std::int64_t seed) {
    if (std::ranges::all_of(weights, [](double weight) { return weight == 1.0; }))
        return;
    const auto entry = [&](const ExampleRecord& example) {
        return entry_of[static_cast<std::size_t>(example.source_file)];
    };
    std::map<std::int32_t, std::size_t> counts;
    examples.for_each_record([&](const ExampleRecord& example) { ++counts[entry(example)]; });
    std::map<std::int32_t, std::vector<std::size_t>> times;
    for (const auto& [number, count] : counts) {
        times[number] = repeats(
            count, weights[static_cast<std::size_t>(number)],
            Random(static_cast<std::uint64_t>(seed), kWeightStreams + static_cast<std::uint64_t>(number)));
        std::ranges::reverse(times[number]);  // taken from its end
    }
    std::vector<std::int32_t> weighted;
    std::int32_t index = 0;
    examples.for_each_record([&](const ExampleRecord& example) {
        auto& of_entry = times[entry(example)];
        weighted.insert(weighted.end(), of_entry.back(), index++);
        of_entry.pop_back();
    });
    examples = examples.selected(weighted);
}

}  // namespace tunebench
