#include "core/run/run_model.h"

#include "core/base/durable_file.h"
#include "core/models/added_rows.h"
#include "core/text/tokenizer/token_additions.h"

namespace tunebench {

Result<Tokenizer> tokenizer_of(const ModelSection& model) {
    return load_tokenizer_with(model.path, model.added_tokens);
}

Result<ModelConfig> stored_model_of(const ModelSection& model) {
    TRY(auto config, load_model_config(model.path));
    if (model.added_tokens.empty())
        return config;
    TRY(const auto tokenizer, tokenizer_of(model));
    const auto count = std::ssize(model.added_tokens);
    return with_added_rows(std::move(config), tokenizer.vocabulary_size() - count, count);
}

Result<void> write_added_tokens(const ModelSection& model, const std::filesystem::path& folder) {
    if (model.added_tokens.empty())
        return {};
    TRY(const auto base, Tokenizer::load(model.path));
    TRY(const auto additions, special_tokens(base, model.added_tokens));
    TRY(const auto files, tokenizer_files_with(model.path, additions));
    for (const auto& [name, text] : files)
        TRY_VOID(write_file_durably(folder / name, text));
    return {};
}

}  // namespace tunebench
