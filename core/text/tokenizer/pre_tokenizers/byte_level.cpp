#include "core/text/tokenizer/byte_alphabet.h"
#include "core/text/tokenizer/pre_tokenizers/pre_tokenizers.h"

namespace tunebench {

namespace {

class ByteLevel final : public PreTokenizer {
public:
    ByteLevel(bool add_prefix_space, bool use_regex)
        : add_prefix_space_(add_prefix_space), use_regex_(use_regex) {}

    void split(const Piece& piece, const PieceSink& sink) const override {
        if (piece.empty())
            return;
        if (!add_prefix_space_ || piece.text().front() == ' ')
            return split_words(piece, sink);
        AlignedText spaced(piece, true);
        AlignedText::Edit edit(spaced);
        edit.replace(0, 0, " ");
        edit.keep(0, piece.text().size());
        edit.finish();
        split_words(spaced.piece(), sink);
    }

private:
    void split_words(const Piece& piece, const PieceSink& sink) const {
        const std::string_view text = piece.text();
        std::string characters;
        std::vector<std::uint32_t> origin;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = use_regex_ ? gpt2_word_end(text, begin) : text.size();
            characters.clear();
            origin.clear();
            for (std::size_t i = begin; i < end; ++i) {
                const std::string_view character = byte_character(static_cast<std::uint8_t>(text[i]));
                characters += character;
                origin.insert(origin.end(), character.size(), static_cast<std::uint32_t>(piece.source(i)));
            }
            origin.push_back(static_cast<std::uint32_t>(piece.source(end)));
            sink(Piece(characters, origin.data()));
            begin = end;
        }
    }

    bool add_prefix_space_;
    bool use_regex_;
};

}  // namespace

Result<std::unique_ptr<const PreTokenizer>> make_byte_level_pre_tokenizer(
    const ComponentDescription& description) {
    TRY(const bool add_prefix_space, description.boolean("add_prefix_space", true));
    TRY(const bool use_regex, description.boolean("use_regex", true));
    return component<PreTokenizer, ByteLevel>(add_prefix_space, use_regex);
}

}  // namespace tunebench
