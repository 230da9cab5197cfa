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

void sort_buckets(Indices& order, std::span<const std::int32_t> lengths, std::size_t bucket) {
    for (std::size_t begin = 0; begin < order.size(); begin += bucket)
        sort_longest_first(std::span(order).subspan(begin, std::min(bucket, order.size() - begin)), lengths);
}

/// 0, 1, ... count - 1.
Indices counted(std::size_t count) {
    Indices numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

/// Examples row by row; row r begins at starts[r], and a last entry ends the rows.
struct Rows {
    Indices examples = {};
    Indices starts = {0};

    std::size_t size() const { return starts.size() - 1; }
    std::span<const std::int32_t> operator[](std::int32_t row) const {
        const auto begin = starts[static_cast<std::size_t>(row)];
        return std::span(examples).subspan(
            static_cast<std::size_t>(begin),
            static_cast<std::size_t>(starts[static_cast<std::size_t>(row) + 1] - begin));
    }
};

/// The row of each example of `order`, in which they are placed.
std::pair<Indices, std::int32_t> placed(const Indices& order, std::span<const std::int32_t> lengths,
                                        std::int64_t max_length) {
    Indices row_of(order.size());
    std::int32_t rows = 0;
    std::map<std::int64_t, Indices> rows_by_room;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::int64_t length = length_of(lengths, order[i]);
        auto fit = rows_by_room.lower_bound(length);
        auto room = max_length - length;
        if (fit == rows_by_room.end()) {
            row_of[i] = rows++;
        } else {
            row_of[i] = fit->second.back();
            room = fit->first - length;
            fit->second.pop_back();
            if (fit->second.empty())
                rows_by_room.erase(fit);
        }
        if (room > 0)
            rows_by_room[room].push_back(row_of[i]);
    }
    return {std::move(row_of), rows};
}

Rows packed_rows(Indices order, std::span<const std::int32_t> lengths, std::int64_t max_length) {
    sort_longest_first(order, lengths);
    const auto [row_of, count] = placed(order, lengths, max_length);
    Rows rows{.examples = Indices(order.size()), .starts = Indices(static_cast<std::size_t>(count) + 1)};
    for (const auto row : row_of)
        ++rows.starts[static_cast<std::size_t>(row) + 1];
    std::partial_sum(rows.starts.begin(), rows.starts.end(), rows.starts.begin());
    auto next = rows.starts;
    for (std::size_t i = 0; i < order.size(); ++i)
        rows.examples[static_cast<std::size_t>(next[static_cast<std::size_t>(row_of[i])]++)] = order[i];
    return rows;
}

Rows single_rows(Indices order) {
    Rows rows{.examples = std::move(order), .starts = {}};
    rows.starts = counted(rows.examples.size() + 1);
    return rows;
}

/// Places [begin, end) in the order of rows.
struct RowRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

RowRange rows_of_batch(std::int32_t batch, std::size_t batch_size, std::size_t rows) {
    const auto begin = static_cast<std::size_t>(batch) * batch_size;
    return {begin, std::min(begin + batch_size, rows)};
}

/// The first of the batches with the most tokens. Each row holds one example.
std::ptrdiff_t largest_batch(const Indices& batches, const Rows& rows, std::size_t batch_size,
                             std::span<const std::int32_t> lengths) {
    const auto tokens = [&](std::int32_t batch) {
        const auto range = rows_of_batch(batch, batch_size, rows.size());
        std::int64_t sum = 0;
        for (auto row = range.begin; row < range.end; ++row)
            sum += length_of(lengths, rows.examples[row]);
        return sum;
    };
    return std::ranges::max_element(batches, {}, tokens) - batches.begin();
}

/// The rows in the order `row_order`, `batch_size` of them a batch, and the batches in the order `batches`.
EpochPlan flattened(const Rows& rows, const Indices& row_order, const Indices& batches,
                    std::size_t batch_size) {
    EpochPlan plan;
    plan.examples.reserve(rows.examples.size());
    plan.row_starts.reserve(rows.starts.size());
    for (const auto batch : batches) {
        const auto range = rows_of_batch(batch, batch_size, rows.size());
        for (auto row = range.begin; row < range.end; ++row) {
            const auto examples = rows[row_order[row]];
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
    const auto most = std::max<std::size_t>(lengths.size(), 1);
    const auto batch_size = std::clamp<std::size_t>(
        static_cast<std::size_t>(std::max<std::int64_t>(1, settings.batch_size)), 1, most);
    auto order = counted(lengths.size());
    shuffle(order);
    if (!settings.packing && settings.length_grouped)
        sort_buckets(order, lengths, batch_size * kBucketBatches);
    const auto rows = settings.packing ? packed_rows(std::move(order), lengths, settings.max_length)
                                       : single_rows(std::move(order));
    auto row_order = counted(rows.size());
    auto batches = counted((rows.size() + batch_size - 1) / batch_size);
    if (settings.packing) {
        shuffle(row_order);
    } else if (settings.length_grouped && !batches.empty()) {
        shuffle(batches);
        const auto largest = largest_batch(batches, rows, batch_size, lengths);
        std::rotate(batches.begin(), batches.begin() + largest, batches.begin() + largest + 1);
    }
    return flattened(rows, row_order, batches, batch_size);
}

}  // namespace tunebench
