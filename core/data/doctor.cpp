#include "core/data/doctor.h"

#include <algorithm>

#include "core/data/chat_format.h"
#include "core/data/data_entry.h"
#include "core/data/data_report.h"
#include "core/data/reading_progress.h"
#include "core/data/row_checks.h"
#include "core/models/model_config.h"
#include "core/run/task.h"

namespace tunebench {
namespace {

Error no_training_files() {
    return {.code = ErrorCode::InvalidArgument,
            .message = "data.train names no file",
            .hint = "Choose at least one file to learn from.",
            .field = "data.train"};
}

bool stops_everything(const Error& error) {
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::OutOfMemory ||
           error.field.starts_with("data.template");
}

std::vector<std::int64_t> whole_lengths(const std::vector<Example>& examples) {
    std::vector<std::int64_t> lengths;
    lengths.reserve(examples.size());
    for (const auto& example : examples)
        lengths.push_back(static_cast<std::int64_t>(example.tokens.size()) + example.cut_tokens);
    return lengths;
}

/// Reads entries into a DataHealth.
class Examination {
public:
    Examination(DataFileContext context, ReadingProgress& progress, DataHealth& health, RowChecks& checks)
        : context_(std::move(context)), health_(health) {
        context_.on_row = [this, &checks](const DataRow& row, const RowText& text, bool is_document) {
            checks.see_text(place_of_row(row), text, is_document);
        };
        context_.on_use = [this, &checks](const DataRow& row, RowUse use, std::int64_t cut_tokens) {
            checks.see_use(place_of_row(row), use, cut_tokens > 0);
        };
        context_.on_problem = [this](const Error& problem) { add_refusal(health_, file(), problem); };
        context_.on_progress = [this, &progress](std::int64_t rows, const RowProgress& of_file) {
            progress.tell(file(), rows, of_file);
        };
    }

    /// A file that cannot be used at all is a refusal beside those of rows.
    Result<void> read(const std::vector<WeightedFile>& entries) {
        for (const auto& entry : entries) {
            const auto appended = append_data_entry(read_, entry, context_);
            if (!appended && stops_everything(appended.error()))
                return appended.error();
            if (!appended)
                add_refusal(health_, place_of_failure(appended.error(), entry), appended.error());
        }
        return {};
    }

    void conclude() {
        if (context_.labels)
            if (const auto settled = context_.labels->settle(read_.examples); !settled)
                add_refusal(health_, file(), settled.error());
        health_.report = read_.report;
        if (context_.labels)
            health_.report.labels = count_labels(read_.examples, context_.labels->labels());
        health_.lengths = length_statistics(whole_lengths(read_.examples));
        std::ranges::stable_sort(health_.reasons, std::ranges::greater(),
                                 [](const RefusalReason& reason) { return reason.rows.count; });
    }

private:
    std::string file() const { return read_.files.empty() ? std::string() : read_.files.back(); }
    RowPlace place_of_row(const DataRow& row) const {
        return {.file = file(), .line = row.line, .unit = std::string(row.unit)};
    }
    /// The file being read, or the entry where it never came to a file.
    std::string place_of_failure(const Error& error, const WeightedFile& entry) const {
        const auto current = file();
        return !current.empty() && error.message.starts_with(current) ? current : entry.path;
    }

    DataFileContext context_;
    DataHealth& health_;
    Dataset read_ = {};
};

}  // namespace

Result<Diagnosis> examine_data(const DataSection& data, const Tokenizer& tokenizer, const CancelToken& cancel,
                               const LabelSource* labels, const OnExamineProgress& on_progress) {
    TRY_VOID(check_layout(data.layout, labels ? Task::Classification : Task::Causal));
    if (data.train.empty())
        return no_training_files();
    TRY(const auto names, column_names(data.columns));
    LabelTable table(labels ? *labels : LabelSource{});
    const DataFileContext context = {.data = data,
                                     .names = names,
                                     .tokenizer = tokenizer,
                                     .cancel = cancel,
                                     .labels = labels ? &table : nullptr};
    ReadingProgress progress(data, on_progress);
    Diagnosis diagnosis;
    RowChecks train_checks(diagnosis.train);
    Examination train(context, progress, diagnosis.train, train_checks);
    TRY_VOID(train.read(data.train));
    train.conclude();
    if (data.validation.empty())
        return diagnosis;
    RowChecks validation_checks(diagnosis.validation, &train_checks.marks());
    Examination validation(context, progress, diagnosis.validation, validation_checks);
    TRY_VOID(validation.read({data.validation}));
    validation.conclude();
    diagnosis.leaked = validation_checks.leaked();
    return diagnosis;
}

Result<Diagnosis> examine_run_data(const RunConfig& config, const Tokenizer& tokenizer,
                                   const CancelToken& cancel, const OnExamineProgress& on_progress) {
    if (config.model.task == Task::Causal)
        return examine_data(config.data, tokenizer, cancel, nullptr, on_progress);
    TRY(auto model, load_model_config(config.model.path));
    const LabelSource labels{.known = std::move(model.labels)};
    return examine_data(config.data, tokenizer, cancel, &labels, on_progress);
}

}  // namespace tunebench
