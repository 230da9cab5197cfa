#include "core/data/model_view.h"

#include <algorithm>

#include "core/data/sampler.h"
#include "core/data/training_sampler.h"
#include "core/run/run_model.h"
#include "core/run/virtual_tokens.h"

namespace tunebench {
namespace {

/// Whether a run may read more than was read here: rows behind the limit, or some of them several times.
bool may_lack_rows(const TrainingData& data, const DataSection& section, std::int64_t limit) {
    const auto is_weighted = [](const WeightedFile& file) { return file.weight != 1.0; };
    return limit > 0 && (data.train.report.rows >= limit || std::ranges::any_of(section.train, is_weighted));
}

bool is_learned(const Batch& batch, std::size_t begin, std::size_t at, std::int32_t first_label) {
    return at == begin ? first_label != kIgnored : batch.labels[at - 1] != kIgnored;
}

}  // namespace

struct ModelView::Content {
    TrainingData data;
    Tokenizer tokenizer;
    SamplerSettings settings;
    EpochPlan plan;
    bool is_partial = false;
};

Result<ModelView> ModelView::read(const RunConfig& config, const Tokenizer& tokenizer,
                                  const CancelToken& cancel, std::int64_t limit) {
    TRY(auto data, load_run_data(config, tokenizer, cancel, limit));
    TRY(const auto model, stored_model_of(config.model));
    const auto settings = training_sampler(config, tokens_before(config, model));
    const Sampler sampler(data.train.examples, settings);
    const bool is_partial = may_lack_rows(data, config.data, limit);
    return ModelView(std::make_shared<const Content>(Content{.data = std::move(data),
                                                             .tokenizer = tokenizer,
                                                             .settings = settings,
                                                             .plan = sampler.plan(),
                                                             .is_partial = is_partial}));
}

std::int64_t ModelView::rows() const {
    return content_->plan.rows();
}

std::int64_t ModelView::batches() const {
    return content_->plan.batches();
}

bool ModelView::is_packed() const {
    return content_->settings.packing;
}

std::int64_t ModelView::row_length() const {
    return content_->settings.max_length;
}

bool ModelView::is_partial() const {
    return content_->is_partial;
}

const DataReport& ModelView::report() const {
    return content_->data.train.report;
}

SeenRow ModelView::row(std::int64_t index) const {
    const auto& [data, tokenizer, settings, plan, is_partial] = *content_;
    const auto chosen = plan.row(index);
    const auto batch = make_batch(data.train.examples, {{chosen.begin(), chosen.end()}});
    const auto behind = std::ranges::upper_bound(plan.batch_starts, index);
    SeenRow row{.row = index, .batch = behind - plan.batch_starts.begin() - 1};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const auto& example = data.train.examples[static_cast<std::size_t>(chosen[i])];
        const auto file = static_cast<std::size_t>(example.source_file);
        auto& seen = row.examples.emplace_back(
            SeenExample{.place = {.file = file < data.train.files.size() ? data.train.files[file] : "",
                                  .line = example.source_line},
                        .cut_tokens = example.cut_tokens,
                        .label = label_of(example, data.labels)});
        const auto begin = static_cast<std::size_t>(batch.starts[i]);
        for (auto at = begin; at < static_cast<std::size_t>(batch.starts[i + 1]); ++at)
            seen.tokens.push_back({.text = tokenizer.token_display(batch.tokens[at]),
                                   .id = batch.tokens[at],
                                   .position = batch.positions[at],
                                   .is_learned = is_learned(batch, begin, at, batch.first_labels[i])});
    }
    return row;
}

std::int64_t SeenRow::tokens() const {
    std::int64_t sum = 0;
    for (const auto& example : examples)
        sum += std::ssize(example.tokens);
    return sum;
}

std::int64_t SeenRow::learned() const {
    std::int64_t sum = 0;
    for (const auto& example : examples)
        sum += std::ranges::count(example.tokens, true, &SeenToken::is_learned);
    return sum;
}

}  // namespace tunebench
