#include "ui/pages/loaded_tokenizer.h"

#include "core/run/run_model.h"

namespace tunebench::ui {

Result<std::shared_ptr<const LoadedTokenizer>> loadedTokenizer(
    const ModelSection& model, std::shared_ptr<const LoadedTokenizer> former) {
    if (former && former->model.path == model.path && former->model.added_tokens == model.added_tokens)
        return former;
    TRY(auto tokenizer, tokenizer_of(model));
    return std::make_shared<const LoadedTokenizer>(LoadedTokenizer{model, std::move(tokenizer)});
}

}  // namespace tunebench::ui
