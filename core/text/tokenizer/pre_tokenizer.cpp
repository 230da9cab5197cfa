#include "core/text/tokenizer/pre_tokenizer.h"

#include <algorithm>

#include "core/text/tokenizer/pre_tokenizers/pre_tokenizers.h"

namespace tunebench {

namespace {

class PreTokenizerSequence final : public PreTokenizer {
public:
    explicit PreTokenizerSequence(std::vector<std::unique_ptr<const PreTokenizer>> steps)
        : steps_(std::move(steps)) {}

    void split(const Piece& piece, const PieceSink& sink) const override { split_from(0, piece, sink); }

    bool looks_at_origins() const override {
        return std::ranges::any_of(steps_, [](const auto& step) { return step->looks_at_origins(); });
    }

private:
    void split_from(std::size_t step, const Piece& piece, const PieceSink& sink) const {
        if (step == steps_.size())
            return sink(piece);
        steps_[step]->split(piece, [&, step](const Piece& part) { split_from(step + 1, part, sink); });
    }

    std::vector<std::unique_ptr<const PreTokenizer>> steps_;
};

Result<std::unique_ptr<const PreTokenizer>> make_pre_tokenizer_sequence(
    const ComponentDescription& description) {
    TRY(auto steps, make_components(description, "pretokenizers", &make_pre_tokenizer));
    return component<PreTokenizer, PreTokenizerSequence>(std::move(steps));
}

}  // namespace

Result<std::unique_ptr<const PreTokenizer>> make_pre_tokenizer(const ComponentDescription& description) {
    static constexpr ComponentType<PreTokenizer> kTypes[] = {
        {"Sequence", &make_pre_tokenizer_sequence},
        {"ByteLevel", &make_byte_level_pre_tokenizer},
        {"Split", &make_split},
        {"Metaspace", &make_metaspace_pre_tokenizer},
        {"Digits", &make_digits},
        {"Punctuation", &make_punctuation},
        {"Whitespace", &make_whitespace},
        {"WhitespaceSplit", &make_whitespace_split},
        {"BertPreTokenizer", &make_bert_pre_tokenizer},
        {"CharDelimiterSplit", &make_char_delimiter_split},
        {"FixedLength", &make_fixed_length},
        {"UnicodeScripts", &make_unicode_scripts},
    };
    return make_component<PreTokenizer>(description, "pre-tokenizer", kTypes);
}

}  // namespace tunebench
