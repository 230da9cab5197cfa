#include "core/data/doctor.h"

#include <algorithm>

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

std::vector<std::int64_t> whole_lengths(const std::vector<Example>& examples) {
    std::vector<std::int64_t> lengths;
    lengths.reserve(examples.size());
    for (const auto& example : examples)
        lengths.push_back(static_cast<std::int64_t>(example.tokens.size()) + example.cut_tokens);
    return lengths;
}

/// A file that cannot be used at all is a problem beside those of rows.
Result<void> examine_entries(const std::vector<WeightedFile>& entries, DataFileContext context,
                             RowChecks& checks, DataHealth& health, LabelTable* labels) {
    Dataset read;
    context.on_row = [&](const DataRow&, const RowText& text, bool is_document) {
        checks.see(text, is_document);
    };
    context.on_problem = [&](const Error& problem) { add_problem(health, problem); };
    for (const auto& entry : entries) {
        const auto appended = append_data_entry(read, entry, context);
        if (!appended && stops_everything(appended.error()))
            return appended.error();
        if (!appended)
            add_problem(health, appended.error());
    }
    if (labels)
        if (const auto settled = labels->settle(read.examples); !settled)
            add_problem(health, settled.error());
    health.report = read.report;
    if (labels)
        health.report.labels = count_labels(read.examples, labels->labels());
    health.lengths = length_statistics(whole_lengths(read.examples));
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
    auto* labels_of_rows = labels ? &table : nullptr;
    DataFileContext context = {
        .data = data, .names = names, .tokenizer = tokenizer, .cancel = cancel, .labels = labels_of_rows};
    Diagnosis diagnosis;
    RowChecks train(diagnosis.train);
    TRY_VOID(examine_entries(data.train, context, train, diagnosis.train, labels_of_rows));
    if (data.validation.empty())
        return diagnosis;
    RowChecks validation(diagnosis.validation);
    TRY_VOID(examine_entries({data.validation}, context, validation, diagnosis.validation, labels_of_rows));
    diagnosis.leaked = validation.rows_among(train.marks());
    return diagnosis;
}

}  // namespace tunebench
