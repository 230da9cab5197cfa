// Examination: what the data page works out off the UI thread: what the data doctor finds, and the data as
// the model sees it.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "core/data/data_findings.h"
#include "core/data/model_view.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "ui/pages/loaded_tokenizer.h"

namespace tunebench::ui {

/// Written by the thread that reads, looked at by the window.
struct SharedProgress {
    std::atomic<double> share = 0.0;
    std::atomic<std::int64_t> rows = 0;
};

struct Examination {
    std::optional<Error> error = {};
    Diagnosis diagnosis = {};
    std::vector<DataFinding> findings = {};
};

Examination examineForPage(const RunConfig& config, const LoadedTokenizer& tokenizer,
                           const std::shared_ptr<SharedProgress>& progress, const CancelToken& cancel);

struct ViewAnswer {
    std::optional<Error> error = {};
    std::optional<ModelView> view = {};
    std::shared_ptr<const LoadedTokenizer> tokenizer = {};  // null: it could not be read
};

/// So many rows a file are read at first.
inline constexpr std::int64_t kFirstRows = 1000;

/// `limit` 0: all rows.
ViewAnswer viewForPage(const RunConfig& config, std::shared_ptr<const LoadedTokenizer> tokenizer,
                       std::int64_t limit, const CancelToken& cancel);

}  // namespace tunebench::ui
