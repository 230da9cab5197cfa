#include "core/text/tokenizer/token_model.h"

#include "core/text/tokenizer/bpe_model.h"
#include "core/text/tokenizer/models/models.h"

namespace tunebench {

namespace {

constexpr ComponentType<TokenModel> kModels[] = {
    {"BPE", &make_bpe_model},
    {"WordPiece", &make_word_piece_model},
    {"WordLevel", &make_word_level_model},
    {"Unigram", &make_unigram_model},
};

/// For files of before the type was written: by the members that one type alone has.
auto maker_by_members(const Json& json) -> decltype(ComponentType<TokenModel>::make) {
    const Json* vocabulary = find_member(json, "vocab");
    if (find_member(json, "merges"))
        return &make_bpe_model;
    if (vocabulary && vocabulary->is_array())
        return &make_unigram_model;
    if (find_member(json, "max_input_chars_per_word"))
        return &make_word_piece_model;
    return vocabulary ? &make_word_level_model : nullptr;
}

}  // namespace

Result<std::unique_ptr<const TokenModel>> make_token_model(const ComponentDescription& description) {
    if (!find_member(description.json(), "type"))
        if (const auto make = maker_by_members(description.json()))
            return make(description);
    return make_component<TokenModel>(description, "model", kModels);
}

}  // namespace tunebench
