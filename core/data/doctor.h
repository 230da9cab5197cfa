// The data doctor: reads all data of a run by the code that trains on it, and says what is wrong with it
// instead of stopping at the first bad row.
#pragma once

#include "core/base/result.h"
#include "core/data/data_health.h"
#include "core/data/labels.h"
#include "core/data/reading_progress.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

struct Diagnosis {
    DataHealth train = {};
    DataHealth validation = {};
    RowGroup leaked = {};  // rows of the validation file that the training files have too, white space around
                           // them aside
};

/// Reads everything; with `labels` as a run that classifies does. Cancelled, and errors that no row is to
/// blame for: columns and templates that do not exist, data.train without a file. `on_progress` is called by
/// the reading thread, every few rows.
Result<Diagnosis> examine_data(const DataSection& data, const Tokenizer& tokenizer, const CancelToken& cancel,
                               const LabelSource* labels = nullptr,
                               const OnExamineProgress& on_progress = {});

/// The data of a run by its task; for classification the model's config.json is asked for labels.
Result<Diagnosis> examine_run_data(const RunConfig& config, const Tokenizer& tokenizer,
                                   const CancelToken& cancel, const OnExamineProgress& on_progress = {});

}  // namespace tunebench
