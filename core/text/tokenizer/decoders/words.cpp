#include <algorithm>
#include <array>

#include "core/text/tokenizer/decoders/decoders.h"

namespace tunebench {

namespace {

void replace_all(std::string& text, std::string_view old, std::string_view replacement) {
    std::size_t at = old.empty() ? std::string::npos : text.find(old);
    if (at == std::string::npos)
        return;
    std::string result;
    std::size_t begin = 0;
    for (; at != std::string::npos; begin = at + old.size(), at = text.find(old, begin))
        result.append(text, begin, at - begin).append(replacement);
    text = result.append(text, begin);
}

/// Takes out the spaces that English does not have before its punctuation and contractions.
void clean_up(std::string& text) {
    static constexpr std::array<std::array<std::string_view, 2>, 11> kRules = {{{" .", "."},
                                                                                {" ?", "?"},
                                                                                {" !", "!"},
                                                                                {" ,", ","},
                                                                                {" ' ", "'"},
                                                                                {" n't", "n't"},
                                                                                {" 'm", "'m"},
                                                                                {" do not", " don't"},
                                                                                {" 's", "'s"},
                                                                                {" 've", "'ve"},
                                                                                {" 're", "'re"}}};
    for (const auto& [old, replacement] : kRules)
        replace_all(text, old, replacement);
}

/// A space before every token that does not continue a word.
class WordPieceDecoder final : public Decoder {
public:
    WordPieceDecoder(std::string prefix, bool cleanup) : prefix_(std::move(prefix)), cleanup_(cleanup) {}

    void decode(std::vector<std::string>& tokens) const override {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (i > 0 && tokens[i].starts_with(prefix_))
                tokens[i].erase(0, prefix_.size());
            else if (i > 0)
                tokens[i].insert(0, 1, ' ');
            if (cleanup_)
                clean_up(tokens[i]);
        }
    }

private:
    std::string prefix_;
    bool cleanup_;
};

/// A space for every end of a word but the last.
class BpeDecoder final : public Decoder {
public:
    explicit BpeDecoder(std::string suffix) : suffix_(std::move(suffix)) {}

    void decode(std::vector<std::string>& tokens) const override {
        for (std::size_t i = 0; i < tokens.size(); ++i)
            replace_all(tokens[i], suffix_, i + 1 == tokens.size() ? "" : " ");
    }

private:
    std::string suffix_;
};

/// Of neighbours that are equal one stays (Graves et al. 2006); padding goes.
class CtcDecoder final : public Decoder {
public:
    CtcDecoder(std::string pad, std::string delimiter, bool cleanup)
        : pad_(std::move(pad)), delimiter_(std::move(delimiter)), cleanup_(cleanup) {}

    void decode(std::vector<std::string>& tokens) const override {
        tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
        for (std::string& token : tokens) {
            replace_all(token, pad_, "");
            if (!cleanup_)
                continue;
            clean_up(token);
            replace_all(token, delimiter_, " ");
        }
        std::erase_if(tokens, [](const std::string& token) { return token.empty(); });
    }

private:
    std::string pad_;
    std::string delimiter_;
    bool cleanup_;
};

}  // namespace

Result<std::unique_ptr<const Decoder>> make_word_piece_decoder(const ComponentDescription& description) {
    TRY(std::string prefix, description.text("prefix", "##"));
    TRY(const bool cleanup, description.boolean("cleanup", true));
    return component<Decoder, WordPieceDecoder>(std::move(prefix), cleanup);
}

Result<std::unique_ptr<const Decoder>> make_bpe_decoder(const ComponentDescription& description) {
    TRY(std::string suffix, description.text("suffix", "</w>"));
    return component<Decoder, BpeDecoder>(std::move(suffix));
}

Result<std::unique_ptr<const Decoder>> make_ctc_decoder(const ComponentDescription& description) {
    TRY(std::string pad, description.text("pad_token", "<pad>"));
    TRY(std::string delimiter, description.text("word_delimiter_token", "|"));
    TRY(const bool cleanup, description.boolean("cleanup", true));
    return component<Decoder, CtcDecoder>(std::move(pad), std::move(delimiter), cleanup);
}

}  // namespace tunebench
