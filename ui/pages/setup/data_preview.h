// DataPreview: what the first rows of the data turn into, token by token, worked out off the UI thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/data/loader.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "ui/pages/loaded_tokenizer.h"

namespace tunebench::ui {

struct PreviewExample {
    std::int64_t line = 0;
    std::int64_t learned = 0;
    std::int64_t cut = 0;    // tokens taken off its end
    std::string label = {};  // of classification data
    std::vector<PreviewToken> tokens = {};
};

struct DataPreview {
    std::optional<Error> error = {};
    DataReport report = {};  // of the rows that were read
    std::vector<PreviewExample> examples = {};
};

struct PreviewAnswer {
    DataPreview preview = {};
    std::shared_ptr<const LoadedTokenizer> tokenizer = {};  // to be handed in again
};

/// At most this many rows a file are read.
inline constexpr std::int64_t kPreviewRows = 64;

PreviewAnswer previewData(const RunConfig& config, std::shared_ptr<const LoadedTokenizer> tokenizer,
                          const CancelToken& cancel);

}  // namespace tunebench::ui
