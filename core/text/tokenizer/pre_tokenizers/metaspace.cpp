#include "core/text/tokenizer/metaspace.h"

#include "core/text/tokenizer/pre_tokenizers/pre_tokenizers.h"

namespace tunebench {

namespace {

class MetaspacePreTokenizer final : public PreTokenizer {
public:
    MetaspacePreTokenizer(Metaspace metaspace, bool split)
        : metaspace_(std::move(metaspace)), split_(split) {}

    void split(const Piece& piece, const PieceSink& sink) const override {
        AlignedText text(piece, true);
        replace_spaces(text, piece);
        const Piece replaced = text.piece();
        if (!split_)
            return sink(replaced);
        const std::string_view characters = replaced.text();
        for (std::size_t begin = 0; begin < characters.size();) {  // a word starts with the visible space
            std::size_t end = characters.find(metaspace_.replacement, begin + 1);
            end = end == std::string_view::npos ? characters.size() : end;
            sink(replaced.part(begin, end));
            begin = end;
        }
    }

    bool looks_at_origins() const override { return metaspace_.prepend == Metaspace::Prepend::First; }

private:
    void replace_spaces(AlignedText& text, const Piece& piece) const {
        const std::string& old = text.text();
        AlignedText::Edit edit(text);
        const bool prepend = metaspace_.prepend == Metaspace::Prepend::Always ||
                             (metaspace_.prepend == Metaspace::Prepend::First && piece.source(0) == 0);
        if (prepend && !old.starts_with(' ') && !old.starts_with(metaspace_.replacement))
            edit.replace(0, 0, metaspace_.replacement);
        for (std::size_t begin = 0; begin < old.size();) {
            const std::size_t space = std::min(old.find(' ', begin), old.size());
            edit.keep(begin, space);
            if (space < old.size())
                edit.replace(space, space + 1, metaspace_.replacement);
            begin = space + 1;
        }
        edit.finish();
    }

    Metaspace metaspace_;
    bool split_;
};

}  // namespace

Result<std::unique_ptr<const PreTokenizer>> make_metaspace_pre_tokenizer(
    const ComponentDescription& description) {
    TRY(Metaspace metaspace, Metaspace::make(description));
    TRY(const bool split, description.boolean("split", true));
    return component<PreTokenizer, MetaspacePreTokenizer>(std::move(metaspace), split);
}

}  // namespace tunebench
