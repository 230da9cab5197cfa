// From a run's data section to examples: reads the files, recognises or takes the layout, maps columns,
// applies the chat template, tokenizes, marks what the loss counts, cuts at max_length and counts.
//
// text               begin token if the tokenizer adds one, text, end token; everything is learned
// prompt-completion  the prompt as a model that is asked gets it, the completion, end token; the prompt is
//                    not learned. Both are tokenized apart, so that the border lies where it lies at
//                    generation
// messages           the chat template's text; what the assistant says and its end of turn are learned
// sharegpt           the same, from conversations with from and value
// alpaca             instruction, input and output: a conversation where the model brings a chat template,
//                    else Alpaca's own prompt and a completion
// classification     one text or two with the tokenizer's special tokens, and the index of a label
//
// Files of plain text and Markdown are documents: what is longer than max_length becomes several examples.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/dataset.h"
#include "core/data/dataset_reader.h"
#include "core/data/labels.h"
#include "core/jobs/cancel_token.h"
#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

struct TrainingData {
    Dataset train = {};
    Dataset validation = {};                // empty when neither a file nor a share was given
    std::vector<std::string> labels = {};   // classification: by class index
    std::vector<std::string> remarks = {};  // sentences: why the token cache was not used
};

/// Errors name file and line; a file of zero usable rows is one. Entries of data.train may be folders, have a
/// slice, and a weight, which is applied after validation is split off. `limit` > 0 reads only that many rows
/// a file (for previews). Without a validation file the validation share is split off by the run's seed, the
/// same on every machine. With `labels` the rows are classified texts; the classes come from the training
/// files unless `labels` has them, and validation knows no others. With `cache`, tokens of large data are
/// kept there and read from there, which changes nothing in what is loaded. `on_progress` is called by the
/// reading thread, every few rows.
Result<TrainingData> load_training_data(const DataSection& data, std::int64_t seed,
                                        const Tokenizer& tokenizer, const CancelToken& cancel,
                                        std::int64_t limit = 0, const LabelSource* labels = nullptr,
                                        RunTokenCache* cache = nullptr,
                                        const OnExamineProgress& on_progress = {});

/// The data of a run by its task; for classification the model's config.json is asked for labels.
Result<TrainingData> load_run_data(const RunConfig& config, const Tokenizer& tokenizer,
                                   const CancelToken& cancel, std::int64_t limit = 0,
                                   RunTokenCache* cache = nullptr, const OnExamineProgress& on_progress = {});

/// What one row turns into, for the preview: text pieces with their tokens and marks.
struct PreviewToken {
    std::string text = {};
    std::int32_t id = 0;
    bool supervised = false;
};
std::vector<PreviewToken> preview_tokens(const Example& example, const Tokenizer& tokenizer);

}  // namespace tunebench
