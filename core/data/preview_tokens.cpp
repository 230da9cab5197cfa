#include "core/data/loader.h"

namespace tunebench {

std::vector<PreviewToken> preview_tokens(const Example& example, const Tokenizer& tokenizer) {
    std::vector<PreviewToken> preview;
    preview.reserve(example.tokens.size());
    for (std::size_t i = 0; i < example.tokens.size(); ++i) {
        const auto id = example.tokens[i];
        preview.push_back(
            {.text = tokenizer.token_display(id), .id = id, .supervised = example.supervised[i] != 0});
    }
    return preview;
}

}  // namespace tunebench
