#include "core/data/doctor.h"

#include <algorithm>
#include <numeric>

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

/// Keeps what is to be counted of the examples, not their tokens.
class ExampleNotes : public ExampleSink {
public:
    Result<void> append(const Example& example) override {
        lengths_.push_back(std::ssize(example.tokens) + example.cut_tokens);
        labels_.push_back(example.label);
        return {};
    }

    /// Of the files that could be read to their end.
    void drop_behind(std::int64_t examples) {
        lengths_.resize(static_cast<std::size_t>(examples));
        labels_.resize(static_cast<std::size_t>(examples));
    }

    const std::vector<std::int64_t>& lengths() const { return lengths_; }  // before they are cut

    std::vector<LabelCount> counts(const std::vector<std::int32_t>& class_of_label,
                                   const std::vector<std::string>& classes) const {
        std::vector<LabelCount> counts;
        for (const auto& label : classes)
            counts.push_back({.label = label});
        for (const auto label : labels_)
            if (label >= 0)
                ++counts[static_cast<std::size_t>(class_of_label[static_cast<std::size_t>(label)])].examples;
        return counts;
    }

private:
    std::vector<std::int64_t> lengths_;
    std::vector<std::int32_t> labels_;
};

/// Numbers that stand for themselves.
std::vector<std::int32_t> own_classes(std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

/// What rows are read with, for training and for validation data.
struct ReadingMeans {
    const DataSection& data;
    const ColumnNames& names;
    const Tokenizer& tokenizer;
    const CancelToken& cancel;
    LabelTable* labels = nullptr;
};

/// Reads entries into a DataHealth.
class Examination {
public:
    Examination(const ReadingMeans& means, ReadingProgress& progress, DataHealth& health, RowChecks& checks)
        : context_{.data = means.data,
                   .names = means.names,
                   .tokenizer = means.tokenizer,
                   .cancel = means.cancel,
                   .sink = notes_,
                   .labels = means.labels},
          health_(health) {
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
            notes_.drop_behind(read_.report.examples);
        }
        return {};
    }

    void conclude() {
        health_.report = read_.report;
        if (context_.labels)
            conclude_labels(*context_.labels);
        health_.lengths = length_statistics(notes_.lengths());
        std::ranges::stable_sort(health_.reasons, std::ranges::greater(),
                                 [](const RefusalReason& reason) { return reason.rows.count; });
    }

private:
    void conclude_labels(LabelTable& labels) {
        const auto settled = labels.settle();
        if (!settled)
            add_refusal(health_, file(), settled.error());
        health_.report.labels =
            notes_.counts(settled ? *settled : own_classes(labels.labels().size()), labels.labels());
    }
    std::string file() const { return read_.files.empty() ? std::string() : read_.files.back(); }
    RowPlace place_of_row(const DataRow& row) const {
        return {.file = file(), .line = row.line, .unit = std::string(row.unit)};
    }
    /// The file being read, or the entry where it never came to a file.
    std::string place_of_failure(const Error& error, const WeightedFile& entry) const {
        const auto current = file();
        return !current.empty() && error.message.starts_with(current) ? current : entry.path;
    }

    ExampleNotes notes_ = {};
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
    const ReadingMeans means = {.data = data,
                                .names = names,
                                .tokenizer = tokenizer,
                                .cancel = cancel,
                                .labels = labels ? &table : nullptr};
    ReadingProgress progress(data, on_progress);
    Diagnosis diagnosis;
    RowChecks train_checks(diagnosis.train);
    Examination train(means, progress, diagnosis.train, train_checks);
    TRY_VOID(train.read(data.train));
    train.conclude();
    if (data.validation.empty())
        return diagnosis;
    RowChecks validation_checks(diagnosis.validation, &train_checks.marks());
    Examination validation(means, progress, diagnosis.validation, validation_checks);
    TRY_VOID(validation.read({held_out(data.validation)}));
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
