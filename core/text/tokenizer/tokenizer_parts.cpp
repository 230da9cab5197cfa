#include "core/text/tokenizer/tokenizer_parts.h"

#include <fmt/format.h>

#include "core/text/tokenizer/vocabulary.h"

namespace tunebench {

namespace {

/// Makes the part `key` of the file; null where the file has none.
template <class Component>
Result<std::unique_ptr<const Component>> optional_part(
    const ComponentDescription& file, std::string_view key,
    Result<std::unique_ptr<const Component>> (*make)(const ComponentDescription&)) {
    const Json* json = find_member(file.json(), key);
    if (!json || json->is_null())
        return std::unique_ptr<const Component>();
    return make(ComponentDescription(*json, fmt::format("{}, {}", file.place(), key)));
}

/// A special token whose id has no token would be an index beyond the model's embedding.
Result<void> check_special_tokens(const TokenizerParts& parts, const ComponentDescription& file) {
    Encoding encoding;
    if (parts.post_processor)
        parts.post_processor->add_special_tokens(encoding, 0);
    for (const std::int32_t id : encoding.ids)
        if (!parts.token_text(id))
            return file.error(fmt::format("the post-processor adds the id {}, which no token has", id));
    return {};
}

}  // namespace

std::optional<std::int32_t> TokenizerParts::token_id(std::string_view token) const {
    if (const AddedToken* found = added.find(token))
        return found->id;
    return model->token_id(token);
}

const std::string* TokenizerParts::token_text(std::int32_t id) const {
    if (const AddedToken* found = added.find(id))
        return &found->content;
    return model->token_text(id);
}

bool TokenizerParts::is_special(std::int32_t id) const {
    const AddedToken* found = added.find(id);
    return found && found->special;
}

Result<TokenizerParts> parts_from_json(const Json& json, const std::string& source) {
    const ComponentDescription file(json, source);
    if (!json.is_object())
        return file.error("there should be an object");
    TokenizerParts parts;
    TRY(const ComponentDescription model, file.member("model"));
    TRY(parts.model, make_token_model(model));
    TRY(parts.normalizer, optional_part(file, "normalizer", &make_normalizer));
    TRY(parts.pre_tokenizer, optional_part(file, "pre_tokenizer", &make_pre_tokenizer));
    TRY(parts.post_processor, optional_part(file, "post_processor", &make_post_processor));
    TRY(parts.decoder, optional_part(file, "decoder", &make_decoder));
    const auto tokens = static_cast<std::size_t>(parts.model->id_end());
    TRY(parts.added, AddedTokens::make(file, parts.normalizer.get(), highest_token_id(tokens)));
    TRY_VOID(check_special_tokens(parts, file));
    return parts;
}

}  // namespace tunebench
