#include "core/data/loader.h"

#include "core/data/data_report.h"
#include "core/data/layout.h"
#include "core/data/validation_split.h"
#include "core/data/weights.h"
#include "core/models/model_config.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

void split_validation(TrainingData& loaded, double share, std::int64_t seed) {
    loaded.validation.examples = split_off(loaded.train.examples, share, seed);
    if (loaded.validation.examples.empty())
        return;
    loaded.validation.files = loaded.train.files;
    auto& validation = loaded.validation.report;
    validation.layout = loaded.train.report.layout;
    validation.layout_reason = loaded.train.report.layout_reason;
    validation.chat_template = loaded.train.report.chat_template;
    count_examples(validation, loaded.validation.examples);
    validation.rows = validation.examples;
    count_examples(loaded.train.report, loaded.train.examples);
    loaded.train.report.rows -= validation.rows;
}

Error no_files() {
    return {.code = ErrorCode::InvalidArgument,
            .message = "data.train names no file",
            .hint = "Choose at least one file to learn from.",
            .field = "data.train"};
}

std::vector<double> weights_of(const DataSection& data) {
    std::vector<double> weights;
    for (const auto& entry : data.train)
        weights.push_back(entry.weight);
    return weights;
}

Error at_field(Error error, const char* field) {
    if (error.field.empty() || error.field == "data.train")
        error.field = field;
    return error;
}

}  // namespace

Result<TrainingData> load_training_data(const DataSection& data, std::int64_t seed,
                                        const Tokenizer& tokenizer, const CancelToken& cancel,
                                        std::int64_t limit, const LabelSource* labels, RunTokenCache* cache,
                                        const OnExamineProgress& on_progress) {
    TRY_VOID(check_layout(data.layout, labels ? Task::Classification : Task::Causal));
    if (data.train.empty())
        return no_files();
    TRY(const auto names, column_names(data.columns));
    LabelTable table(labels ? *labels : LabelSource{}, /*accepts_new=*/limit > 0);
    ReadingProgress progress(data, on_progress);
    const DatasetSettings settings = {.data = data,
                                      .names = names,
                                      .tokenizer = tokenizer,
                                      .cancel = cancel,
                                      .limit = limit,
                                      .labels = labels ? &table : nullptr,
                                      .cache = cache,
                                      .progress = &progress};
    auto train = read_dataset(data.train, settings);
    if (!train)
        return at_field(train.error(), "data.train");
    TrainingData loaded{.train = *std::move(train)};
    if (data.validation.empty()) {
        split_validation(loaded, data.validation_share, seed);
    } else {
        const auto entry = held_out(data.validation);
        auto validation = read_dataset({&entry, 1}, settings);
        if (!validation)
            return at_field(validation.error(), "data.validation");
        loaded.validation = *std::move(validation);
    }
    if (limit <= 0) {  // a preview shows each row once
        apply_weights(loaded.train.examples, loaded.train.entry_of, weights_of(data), seed);
        count_examples(loaded.train.report, loaded.train.examples);
    }
    loaded.labels = table.labels();
    for (auto* part : {&loaded.train, &loaded.validation})
        part->report.labels = count_labels(part->examples, loaded.labels);
    if (cache)
        loaded.remarks = std::exchange(cache->remarks, {});
    return loaded;
}

Result<TrainingData> load_run_data(const RunConfig& config, const Tokenizer& tokenizer,
                                   const CancelToken& cancel, std::int64_t limit, RunTokenCache* cache,
                                   const OnExamineProgress& on_progress) {
    if (config.model.task == Task::Causal)
        return load_training_data(config.data, config.general.seed, tokenizer, cancel, limit, nullptr, cache,
                                  on_progress);
    TRY(auto model, load_model_config(config.model.path));
    const LabelSource labels{.known = std::move(model.labels)};
    return load_training_data(config.data, config.general.seed, tokenizer, cancel, limit, &labels, cache,
                              on_progress);
}

}  // namespace tunebench
