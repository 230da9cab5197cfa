// From a run's data section to examples: reads the files, recognises or takes the layout, maps columns, applies the
// chat template, tokenizes, masks what the loss does not count, truncates and counts.
#pragma once

#include <functional>

#include "core/base/result.h"
#include "core/data/example.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

struct TrainingData {
    Dataset train = {};
    Dataset validation = {};  // empty when neither a file nor a share was given
};

/// Errors name file and line; a file of zero usable rows is one. `limit` > 0 reads only that many rows a file (for
/// previews). The validation share is split off by the run's seed, the same on every machine.
Result<TrainingData> load_training_data(const DataSection& data, std::int64_t seed, const Tokenizer& tokenizer,
                                        const CancelToken& cancel, std::int64_t limit = 0);

/// What one row turns into, for the preview: text pieces with their tokens and marks.
struct PreviewToken {
    std::string text = {};
    std::int32_t id = 0;
    bool supervised = false;
};
std::vector<PreviewToken> preview_tokens(const Example& example, const Tokenizer& tokenizer);

}  // namespace tunebench
