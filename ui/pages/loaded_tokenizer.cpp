#include "ui/pages/loaded_tokenizer.h"

namespace tunebench::ui {

Result<std::shared_ptr<const LoadedTokenizer>> loadedTokenizer(
    const std::string& model, std::shared_ptr<const LoadedTokenizer> former) {
    if (former && former->model == model)
        return former;
    TRY(auto tokenizer, Tokenizer::load(model));
    return std::make_shared<const LoadedTokenizer>(LoadedTokenizer{model, std::move(tokenizer)});
}

}  // namespace tunebench::ui
