#include "core/text/tokenizer/tokenizer_parts.h"

#include <fmt/format.h>

#include "core/text/tokenizer/metaspace.h"
#include "core/text/tokenizer/vocabulary.h"

namespace tunebench {

namespace {

/// Makes the part `key` of the file; null where the file has none.
template <class Make>
auto optional_part(const ComponentDescription& file, std::string_view key, Make make)
    -> decltype(make(file)) {
    const Json* json = find_member(file.json(), key);
    if (!json || json->is_null())
        return typename std::remove_cvref_t<decltype(*make(file))>();
    return make(ComponentDescription(*json, fmt::format("{}, {}", file.place(), key)));
}

/// Whether a token reaches over a visible space into the next word, as ",▁" does.
bool has_tokens_across_words(const TokenModel& model) {
    for (std::int32_t id = 0; id < model.id_end(); ++id) {
        const std::string* text = model.token_text(id);
        std::string_view rest = text ? std::string_view(*text) : std::string_view();
        while (rest.starts_with(kVisibleSpace))
            rest.remove_prefix(kVisibleSpace.size());
        if (rest.find(kVisibleSpace) != std::string_view::npos)
            return true;
    }
    return false;
}

/// SentencePiece does not cut text into words. Where the vocabulary of a Unigram has tokens across words,
/// cutting would keep them from ever being found, so Metaspace's "split" is left out, as in the reference
/// cases.
Result<std::unique_ptr<const PreTokenizer>> make_pre_tokenizer_for(const ComponentDescription& description,
                                                                   const TokenModel& model, bool is_unigram) {
    const auto type = description.type();
    if (!is_unigram || !type || *type != "Metaspace" || !has_tokens_across_words(model))
        return make_pre_tokenizer(description);
    Json unsplit = description.json();
    unsplit["split"] = false;
    return make_pre_tokenizer(ComponentDescription(unsplit, description.place()));
}

/// A special token whose id has no token would be an index beyond the model's embedding.
Result<void> check_special_tokens(const TokenizerParts& parts, const ComponentDescription& file) {
    if (!parts.post_processor)
        return {};
    Encoding encoding;
    parts.post_processor->add_special_tokens(encoding, 0);
    const std::vector<std::vector<std::int32_t>> no_texts(2);
    if (const auto pair = parts.post_processor->joined(no_texts))
        encoding.ids.insert(encoding.ids.end(), pair->ids.begin(), pair->ids.end());
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
    const auto type = json_string(model.json(), "type");
    const bool is_unigram = type && *type == "Unigram";
    const auto make_words = [&](const ComponentDescription& description) {
        return make_pre_tokenizer_for(description, *parts.model, is_unigram);
    };
    TRY(parts.pre_tokenizer, optional_part(file, "pre_tokenizer", make_words));
    TRY(parts.post_processor, optional_part(file, "post_processor", &make_post_processor));
    TRY(parts.decoder, optional_part(file, "decoder", &make_decoder));
    const auto tokens = static_cast<std::size_t>(parts.model->id_end());
    TRY(parts.added, AddedTokens::make(file, parts.normalizer.get(), highest_token_id(tokens)));
    TRY_VOID(check_special_tokens(parts, file));
    return parts;
}

}  // namespace tunebench
