// LoadedTokenizer: the tokenizer of the model chosen last, kept: reading one takes longer than a preview.
#pragma once

#include <memory>
#include <string>

#include "core/text/tokenizer/tokenizer.h"

namespace tunebench::ui {

struct LoadedTokenizer {
    std::string model = {};
    Tokenizer tokenizer;
};

/// `former` where it is of that model folder, else another; off the UI thread.
Result<std::shared_ptr<const LoadedTokenizer>> loadedTokenizer(const std::string& model,
                                                               std::shared_ptr<const LoadedTokenizer> former);

}  // namespace tunebench::ui
