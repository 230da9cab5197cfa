#include "core/data/doctor.h"

#include <algorithm>
#include <numeric>

#include "core/data/chat_format.h"
#include "core/data/data_entry.h"
#include "core/data/data_report.h"
#include "core/data/row_checks.h"
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
struct Examination {
    const DataSection& data;
    const ColumnNames& names;
    const Tokenizer& tokenizer;
    const CancelToken& cancel;
    LabelTable* labels = nullptr;
};

/// A file that cannot be used at all is a problem beside those of rows.
Result<void> examine_entries(const std::vector<WeightedFile>& entries, const Examination& examination,
                             RowChecks& checks, DataHealth& health) {
    Dataset read;
    ExampleNotes notes;
    auto* labels = examination.labels;
    const DataFileContext context = {
        .data = examination.data,
        .names = examination.names,
        .tokenizer = examination.tokenizer,
        .cancel = examination.cancel,
        .sink = notes,
        .labels = labels,
        .on_row = [&](const DataRow&, const RowText& text,
                      bool is_document) { checks.see(text, is_document); },
        .on_problem = [&](const Error& problem) { add_problem(health, problem); }};
    for (const auto& entry : entries) {
        const auto appended = append_data_entry(read, entry, context);
        if (!appended && stops_everything(appended.error()))
            return appended.error();
        if (!appended)
            add_problem(health, appended.error());
        notes.drop_behind(read.report.examples);
    }
    health.report = read.report;
    health.lengths = length_statistics(notes.lengths());
    if (labels) {
        const auto settled = labels->settle();
        if (!settled)
            add_problem(health, settled.error());
        health.report.labels =
            notes.counts(settled ? *settled : own_classes(labels->labels().size()), labels->labels());
    }
    std::ranges::stable_sort(health.reasons, std::ranges::greater(), &ProblemCount::rows);
    return {};
}

}  // namespace

Result<Diagnosis> examine_data(const DataSection& data, const Tokenizer& tokenizer, const CancelToken& cancel,
                               const LabelSource* labels) {
    TRY_VOID(check_layout(data.layout, labels ? Task::Classification : Task::Causal));
    if (data.train.empty())
        return no_training_files();
    TRY(const auto names, column_names(data.columns));
    LabelTable table(labels ? *labels : LabelSource{});
    const Examination examination = {.data = data,
                                     .names = names,
                                     .tokenizer = tokenizer,
                                     .cancel = cancel,
                                     .labels = labels ? &table : nullptr};
    Diagnosis diagnosis;
    RowChecks train(diagnosis.train);
    TRY_VOID(examine_entries(data.train, examination, train, diagnosis.train));
    if (data.validation.empty())
        return diagnosis;
    RowChecks validation(diagnosis.validation);
    TRY_VOID(examine_entries({data.validation}, examination, validation, diagnosis.validation));
    diagnosis.leaked = validation.rows_among(train.marks());
    return diagnosis;
}

}  // namespace tunebench
