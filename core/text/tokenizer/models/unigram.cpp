#include <fmt/format.h>

#include "core/text/tokenizer/models/models.h"
#include "core/text/tokenizer/models/unigram_model.h"

namespace tunebench {

namespace {

struct ScoredTokens {
    std::vector<std::string> texts = {};
    std::vector<double> scores = {};
};

/// Each ["token", score]; the ids are the places.
Result<ScoredTokens> read_scored_tokens(const ComponentDescription& description) {
    const auto vocab = json_array(description.json(), "vocab");
    if (!vocab)
        return in_source(vocab.error(), description.place());
    ScoredTokens tokens;
    for (const Json& entry : **vocab) {
        if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() || !entry[1].is_number())
            return description.error(fmt::format("vocab[{}] is {}, and not a token and its score",
                                                 tokens.texts.size(), json_text(entry).substr(0, 80)));
        tokens.texts.push_back(entry[0].get<std::string>());
        tokens.scores.push_back(entry[1].get<double>());
    }
    if (tokens.texts.empty())
        return description.error("\"vocab\" has no tokens");
    return tokens;
}

}  // namespace

Result<std::unique_ptr<const TokenModel>> make_unigram_model(const ComponentDescription& description) {
    TRY(ScoredTokens tokens, read_scored_tokens(description));
    UnigramModel::Options options;
    TRY(options.byte_fallback, description.boolean("byte_fallback", false));
    TRY(const std::int64_t unknown, description.integer("unk_id", kNoToken));
    const Json* named = find_member(description.json(), "unk_id");
    const bool is_named = named && !named->is_null();
    if (is_named && (unknown < 0 || unknown >= static_cast<std::int64_t>(tokens.texts.size())))
        return description.error("\"unk_id\" is no token's id");
    options.unknown = static_cast<std::int32_t>(unknown);
    return component<TokenModel, UnigramModel>(Vocabulary::of(std::move(tokens.texts)),
                                               std::move(tokens.scores), options);
}

}  // namespace tunebench
