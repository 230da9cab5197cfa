#include "core/base/error_exception.h"
#include "core/base/utf8.h"
#include "core/text/tokenizer/tokenizer_parts.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

/// One text on its way through the parts.
class TextEncoder {
public:
    TextEncoder(const TokenizerParts& parts, bool spans)
        : parts_(parts),
          spans_(spans),
          aligned_(spans || (parts.pre_tokenizer && parts.pre_tokenizer->looks_at_origins())) {}

    Encoding encode(const Piece& text) {
        find_tokens(parts_.added.plain(), text, [&](const Piece& piece) { normalize(piece); });
        return std::move(encoding_);
    }

private:
    /// Emits the added tokens of a piece and hands on what lies between them.
    template <class Next>
    void find_tokens(const AddedTokenMatcher& matcher, const Piece& piece, Next next) {
        if (matcher.empty())
            return next(piece);
        matcher.for_each(piece.text(), [&](std::size_t begin, std::size_t end, const AddedToken* token) {
            const Piece part = piece.part(begin, end);
            if (token)
                emit(token->id, part.source_span(0, part.text().size()));
            else
                next(part);
        });
    }

    void normalize(const Piece& piece) {
        const auto next = [&](const Piece& part) { split(part); };
        if (!parts_.normalizer)
            return find_tokens(parts_.added.normalized(), piece, next);
        AlignedText text(piece, aligned_);
        parts_.normalizer->normalize(text);
        find_tokens(parts_.added.normalized(), text.piece(), next);
    }

    void split(const Piece& piece) {
        if (piece.empty())
            return;
        if (parts_.pre_tokenizer)
            parts_.pre_tokenizer->split(piece, [&](const Piece& word) { tokenize(word); });
        else
            tokenize(piece);
    }

    void tokenize(const Piece& word) {
        tokens_.clear();
        parts_.model->tokenize(word.text(), tokens_);
        std::size_t at = 0;
        for (const ModelToken& token : tokens_) {
            if (token.id != kNoToken)
                emit(token.id, spans_ ? word.source_span(at, at + token.length) : Span());
            else if (!encoding_.unknown)
                encoding_.unknown = word.text().substr(at, token.length);
            at += token.length;
        }
    }

    void emit(std::int32_t id, Span span) {
        encoding_.ids.push_back(id);
        if (spans_)
            encoding_.spans.push_back(span);
    }

    const TokenizerParts& parts_;
    bool spans_;
    bool aligned_;  // whether every byte's origin is kept
    Encoding encoding_;
    std::vector<ModelToken> tokens_;
};

/// The text with every invalid sequence of bytes replaced by U+FFFD.
void replace_invalid(AlignedText& target) {
    const std::string& text = target.text();
    AlignedText::Edit edit(target);
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        const std::size_t valid = valid_utf8_prefix(rest);
        edit.keep(at, at + valid);
        at += valid;
        if (at == text.size())
            break;
        const std::size_t invalid = invalid_sequence_length(rest.substr(valid));
        edit.replace(at, at + invalid, "\xEF\xBF\xBD");
        at += invalid;
    }
    edit.finish();
}

/// Tokens that are parts of one character stand for its bytes, all of them for the same.
void widen_to_characters(std::vector<Span>& spans, std::string_view text) {
    const auto within_character = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    for (Span& span : spans) {
        while (span.size() > 0 && within_character(span.begin))
            --span.begin;
        while (span.size() > 0 && within_character(span.end))
            ++span.end;
    }
}

Encoding encoding_of(const TokenizerParts& parts, std::string_view text, bool spans) {
    if (!is_valid_utf8(text)) {
        AlignedText repaired(Piece(text), spans);
        replace_invalid(repaired);
        return TextEncoder(parts, spans).encode(repaired.piece());
    }
    Encoding encoding = TextEncoder(parts, spans).encode(Piece(text));
    widen_to_characters(encoding.spans, text);
    return encoding;
}

}  // namespace

Result<Encoding> encode_with_parts(const TokenizerParts& parts, std::string_view text, bool spans) {
    try {
        return encoding_of(parts, text, spans);
    } catch (const ErrorException& thrown) {  // words go from part to part by calls that return nothing
        return thrown.error();
    }
}

}  // namespace tunebench
