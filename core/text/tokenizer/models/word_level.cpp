#include "core/text/tokenizer/models/models.h"
#include "core/text/tokenizer/vocabulary.h"

namespace tunebench {

namespace {

class WordLevelModel final : public TokenModel {
public:
    WordLevelModel(Vocabulary vocabulary, std::int32_t unknown)
        : vocabulary_(std::move(vocabulary)), unknown_(unknown) {}

    void tokenize(std::string_view word, std::vector<ModelToken>& tokens) const override {
        tokens.push_back(
            {vocabulary_.find(word).value_or(unknown_), static_cast<std::uint32_t>(word.size())});
    }

    bool may_lack_tokens() const override { return unknown_ == kNoToken; }

    std::optional<std::int32_t> token_id(std::string_view token) const override {
        return vocabulary_.find(token);
    }
    const std::string* token_text(std::int32_t id) const override { return vocabulary_.text(id); }
    std::int32_t id_end() const override { return vocabulary_.id_end(); }

private:
    Vocabulary vocabulary_;
    std::int32_t unknown_;
};

}  // namespace

Result<std::unique_ptr<const TokenModel>> make_word_level_model(const ComponentDescription& description) {
    TRY(const ComponentDescription vocab, description.member("vocab"));
    TRY(Vocabulary vocabulary, Vocabulary::make(vocab));
    TRY(const std::int32_t unknown, vocabulary.unknown_token(description));
    return component<TokenModel, WordLevelModel>(std::move(vocabulary), unknown);
}

}  // namespace tunebench
