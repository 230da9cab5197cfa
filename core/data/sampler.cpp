#include "core/data/sampler.h"

#include <algorithm>
#include <numeric>

namespace tunebench {
namespace {

std::int32_t prompt_length(const Example& example) {
    const auto first = std::ranges::find_if(example.supervised, [](auto counts) { return counts != 0; });
    const auto length = first - example.supervised.begin();
    // Text without a prompt is all prompt: it continues from its end.
    return static_cast<std::int32_t>(length <= 1 ? std::ssize(example.supervised) : length);
}

/// Nothing as long as no example is a pair.
void append_types(Batch& batch, const Example& example) {
    if (example.second_text.empty() && batch.token_types.empty())
        return;
    batch.token_types.resize(batch.tokens.size() - example.second_text.size(), 0);
    batch.token_types.insert(batch.token_types.end(), example.second_text.begin(), example.second_text.end());
}

void append_example(Batch& batch, const Example& example, std::int32_t index) {
    const auto length = example.tokens.size();
    batch.tokens.insert(batch.tokens.end(), example.tokens.begin(), example.tokens.end());
    append_types(batch, example);
    for (std::size_t i = 0; i < length; ++i) {
        batch.positions.push_back(static_cast<std::int32_t>(i));
        const bool counts = i + 1 < length && example.supervised[i + 1] != 0;
        batch.labels.push_back(counts ? example.tokens[i + 1] : kIgnored);
        batch.supervised_tokens += counts ? 1 : 0;
    }
    batch.starts.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    batch.prompt_lengths.push_back(prompt_length(example));
    batch.first_labels.push_back(length > 0 && example.learns_first ? example.tokens[0] : kIgnored);
    if (example.label >= 0) {
        batch.class_labels.push_back(example.label);
        ++batch.supervised_tokens;
    }
    batch.example_indices.push_back(index);
    ++batch.examples;
}

}  // namespace

Sampler::Sampler(Examples examples, SamplerSettings settings)
    : examples_(std::move(examples)), settings_(settings) {
    settings_.max_length += settings.tokens_before;
    lengths_.reserve(examples_.size());
    examples_.for_each_record([&](const ExampleRecord& example) {
        lengths_.push_back(static_cast<std::int32_t>(example.length + settings.tokens_before));
        tokens_ += example.length;
    });
    enter_epoch(0);
}

void Sampler::enter_epoch(std::int64_t epoch) {
    position_ = {.epoch = epoch, .batch = 0};
    plan_ = plan_epoch(lengths_, settings_, epoch);
}

double Sampler::fill_share() const {
    const auto room = static_cast<double>(plan_.rows()) * static_cast<double>(settings_.max_length);
    const auto filled = std::accumulate(lengths_.begin(), lengths_.end(), std::int64_t{0});
    return room > 0.0 ? static_cast<double>(filled) / room : 0.0;
}

void Sampler::seek(SamplerPosition position) {
    const bool is_inside = position.batch >= 0 && position.batch < plan_.batches();
    const auto epoch = is_inside ? position.epoch : position.epoch + 1;
    if (epoch != position_.epoch)
        enter_epoch(epoch);
    position_.batch = is_inside ? position.batch : 0;
}

Batch Sampler::next() {
    if (plan_.batches() == 0)
        return make_batch(examples_, {});
    const auto at = static_cast<std::size_t>(position_.batch);
    std::vector<std::vector<std::int32_t>> rows;
    for (auto r = plan_.batch_starts[at]; r < plan_.batch_starts[at + 1]; ++r) {
        const auto row = plan_.row(r);
        rows.emplace_back(row.begin(), row.end());
    }
    if (++position_.batch == plan_.batches())
        enter_epoch(position_.epoch + 1);
    return make_batch(examples_, rows);
}

Batch make_batch(const Examples& examples, const std::vector<std::vector<std::int32_t>>& rows) {
    Batch batch;
    batch.starts.push_back(0);
    for (const auto& row : rows)
        for (const auto example : row)
            append_example(batch, examples[static_cast<std::size_t>(example)], example);
    return batch;
}

}  // namespace tunebench
