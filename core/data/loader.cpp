#include "core/data/loader.h"

#include "core/data/data_entry.h"
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

/// Appends the entries of data.train; the weight of each file, by its index.
Result<std::vector<double>> append_training_files(Dataset& train, const DataFileContext& context) {
    std::vector<double> weights;
    for (const auto& entry : context.data.train) {
        TRY_VOID(append_data_entry(train, entry, context));
        weights.resize(train.files.size(), entry.weight);
    }
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
                                        std::int64_t limit, const LabelSource* labels) {
    TRY_VOID(check_layout(data.layout, labels ? Task::Classification : Task::Causal));
    if (data.train.empty())
        return no_files();
    TRY(const auto names, column_names(data.columns));
    LabelTable table(labels ? *labels : LabelSource{}, /*accepts_new=*/limit > 0);
    DuplicateFilter duplicates;
    DataFileContext context = {.data = data,
                               .names = names,
                               .tokenizer = tokenizer,
                               .cancel = cancel,
                               .limit = limit,
                               .labels = labels ? &table : nullptr,
                               .duplicates = data.deduplicate ? &duplicates : nullptr};
    TrainingData loaded;
    const auto weights = append_training_files(loaded.train, context);
    if (!weights)
        return at_field(weights.error(), "data.train");
    if (labels)
        TRY_VOID(table.settle(loaded.train.examples));
    DuplicateFilter validation_duplicates;
    if (data.deduplicate)
        context.duplicates = &validation_duplicates;
    if (data.validation.empty())
        split_validation(loaded, data.validation_share, seed);
    else if (auto appended = append_data_entry(loaded.validation, data.validation, context); !appended)
        return at_field(appended.error(), "data.validation");
    if (limit <= 0) {  // a preview shows each row once
        apply_weights(loaded.train.examples, *weights, seed);
        count_examples(loaded.train.report, loaded.train.examples);
    }
    loaded.labels = table.labels();
    for (auto* part : {&loaded.train, &loaded.validation})
        part->report.labels = count_labels(part->examples, loaded.labels);
    return loaded;
}

Result<TrainingData> load_run_data(const RunConfig& config, const Tokenizer& tokenizer,
                                   const CancelToken& cancel, std::int64_t limit) {
    if (config.model.task == Task::Causal)
        return load_training_data(config.data, config.general.seed, tokenizer, cancel, limit);
    TRY(auto model, load_model_config(config.model.path));
    const LabelSource labels{.known = std::move(model.labels)};
    return load_training_data(config.data, config.general.seed, tokenizer, cancel, limit, &labels);
}

}  // namespace tunebench
