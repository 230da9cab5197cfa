// LoadedTokenizer: the tokenizer of the model chosen last, with the tokens that are added to it, kept:
// reading one takes longer than a preview.
#pragma once

#include <memory>

#include "core/run/run_config.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench::ui {

struct LoadedTokenizer {
    ModelSection model = {};
    Tokenizer tokenizer;
};

/// `former` where it is that model's, else another; off the UI thread.
Result<std::shared_ptr<const LoadedTokenizer>> loadedTokenizer(const ModelSection& model,
                                                               std::shared_ptr<const LoadedTokenizer> former);

}  // namespace tunebench::ui
