#include "core/data/epoch_plan.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "core/base/random.h"

namespace tunebench {
namespace {

constexpr std::int64_t kBucketBatches = 20;
constexpr std::uint64_t kEpochStreams = 0x6461'7461'0000'0000;  // "data", then the epoch: one stream an epoch

using Indices = std::vector<std::int32_t>;

std::int32_t length_of(std::span<const std::int32_t> lengths, std::int32_t example) {
    return lengths[static_cast<std::size_t>(example)];
}

void sort_longest_first(std::span<std::int32_t> examples, std::span<const std::int32_t> lengths) {
    std::ranges::stable_sort(examples,
                             [&](auto a, auto b) { return length_of(lengths, a) > length_of(lengths, b); });
}

std::vector<Indices> packed_rows(Indices order, std::span<const std::int32_t> lengths,
                                 std::int64_t max_length) {
    sort_longest_first(order, lengths);
    std::vector<Indices> rows;
    std::map<std::int64_t, std::vector<std::size_t>> rows_by_room;
    for (const auto example : order) {
        const std::int64_t length = length_of(lengths, example);
        auto fit = rows_by_room.lower_bound(length);
        auto row = rows.size();
        auto room = max_length - length;
        if (fit == rows_by_room.end()) {
            rows.emplace_back();
        } else {
            row = fit->second.back();
            room = fit->first - length;
            fit->second.pop_back();
            if (fit->second.empty())
                rows_by_room.erase(fit);
        }
        rows[row].push_back(example);
        if (room > 0)
            rows_by_room[room].push_back(row);
    }
    return rows;
}

std::vector<Indices> single_rows(const Indices& order) {
    std::vector<Indices> rows;
    rows.reserve(order.size());
    for (const auto example : order)
        rows.push_back({example});
    return rows;
}

/// Row numbers, batch by batch.
std::vector<Indices> cut_into_batches(std::size_t rows, std::size_t batch_size) {
    std::vector<Indices> batches;
    for (std::size_t begin = 0; begin < rows; begin += batch_size) {
        auto& batch = batches.emplace_back(std::min(batch_size, rows - begin));
        std::iota(batch.begin(), batch.end(), static_cast<std::int32_t>(begin));
    }
    return batches;
}

void move_largest_to_front(std::vector<Indices>& batches, const std::vector<Indices>& rows,
                           std::span<const std::int32_t> lengths) {
    const auto tokens = [&](const Indices& batch) {
        std::int64_t sum = 0;
        for (const auto row : batch)
            for (const auto example : rows[static_cast<std::size_t>(row)])
                sum += length_of(lengths, example);
        return sum;
    };
    const auto largest = std::ranges::max_element(batches, {}, tokens);
    if (largest != batches.end())
        std::rotate(batches.begin(), largest, largest + 1);
}

EpochPlan flattened(const std::vector<Indices>& batches, const std::vector<Indices>& rows) {
    EpochPlan plan;
    for (const auto& batch : batches) {
        for (const auto row : batch) {
            const auto& examples = rows[static_cast<std::size_t>(row)];
            plan.examples.insert(plan.examples.end(), examples.begin(), examples.end());
            plan.row_starts.push_back(static_cast<std::int32_t>(plan.examples.size()));
        }
        plan.batch_starts.push_back(static_cast<std::int32_t>(plan.rows()));
    }
    return plan;
}

}  // namespace

std::span<const std::int32_t> EpochPlan::row(std::int64_t index) const {
    const auto at = static_cast<std::size_t>(index);
    return std::span(examples).subspan(static_cast<std::size_t>(row_starts[at]),
                                       static_cast<std::size_t>(row_starts[at + 1] - row_starts[at]));
}

EpochPlan plan_epoch(std::span<const std::int32_t> lengths, const SamplerSettings& settings,
                     std::int64_t epoch) {
    Random random(static_cast<std::uint64_t>(settings.seed),
                  kEpochStreams + static_cast<std::uint64_t>(epoch));
    const auto shuffle = [&](auto& values) {
        if (settings.shuffle)
            random.shuffle(std::span(values));
    };
    const auto batch_size = static_cast<std::size_t>(std::max<std::int64_t>(1, settings.batch_size));
    Indices order(lengths.size());
    std::iota(order.begin(), order.end(), 0);
    shuffle(order);

    if (settings.packing) {
        auto rows = packed_rows(std::move(order), lengths, settings.max_length);
        shuffle(rows);
        return flattened(cut_into_batches(rows.size(), batch_size), rows);
    }
    const auto bucket = batch_size * kBucketBatches;
    if (settings.length_grouped)
        for (std::size_t begin = 0; begin < order.size(); begin += bucket)
            sort_longest_first(std::span(order).subspan(begin, std::min(bucket, order.size() - begin)),
                               lengths);
    const auto rows = single_rows(order);
    auto batches = cut_into_batches(rows.size(), batch_size);
    if (settings.length_grouped) {
        shuffle(batches);
        move_largest_to_front(batches, rows, lengths);
    }
    return flattened(batches, rows);
}

}  // namespace tunebench
