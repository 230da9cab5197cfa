#include "core/text/tokenizer/pre_tokenizers/pre_tokenizers.h"
#include "core/text/tokenizer/split_behavior.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

using CharacterTest = bool (*)(char32_t);

bool is_number(char32_t character) {
    return character_class(character) == CharacterClass::Number;
}

/// Splits at the characters that pass a test, each a match of its own.
class CharacterSplit final : public PreTokenizer {
public:
    CharacterSplit(CharacterTest test, SplitBehavior behavior) : test_(test), behavior_(behavior) {}

    void split(const Piece& piece, const PieceSink& sink) const override {
        const std::string_view text = piece.text();
        Splitter splitter(behavior_, piece, sink);
        std::size_t begin = 0;  // of the characters since the last match
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint character = code_point_at(text, at);
            const std::size_t end = at + character.length;
            if (test_(character.value)) {
                if (begin < at)
                    splitter.add(begin, at, false);
                splitter.add(at, end, true);
                begin = end;
            }
            at = end;
        }
        if (begin < text.size())
            splitter.add(begin, text.size(), false);
        splitter.finish();
    }

private:
    CharacterTest test_;
    SplitBehavior behavior_;
};

/// Runs of word characters and runs of other characters; white space goes.
class Whitespace final : public PreTokenizer {
public:
    void split(const Piece& piece, const PieceSink& sink) const override {
        const std::string_view text = piece.text();
        std::size_t begin = 0;
        Kind run = Kind::Space;
        for (std::size_t at = 0; at < text.size();) {
            const CodePoint character = code_point_at(text, at);
            const Kind kind = kind_of(character.value);
            if (kind != run) {
                put(piece, begin, at, run, sink);
                begin = at;
                run = kind;
            }
            at += character.length;
        }
        put(piece, begin, text.size(), run, sink);
    }

private:
    enum class Kind : std::uint8_t { Space, Word, Other };

    static Kind kind_of(char32_t character) {
        if (is_white_space(character))
            return Kind::Space;
        return is_word_character(character) ? Kind::Word : Kind::Other;
    }

    static void put(const Piece& piece, std::size_t begin, std::size_t end, Kind kind,
                    const PieceSink& sink) {
        if (kind != Kind::Space && begin < end)
            sink(piece.part(begin, end));
    }
};

/// Words between white space, and within them every punctuation mark a word of its own.
class BertWords final : public PreTokenizer {
public:
    void split(const Piece& piece, const PieceSink& sink) const override {
        spaces_.split(piece, [&](const Piece& word) { punctuation_.split(word, sink); });
    }

private:
    CharacterSplit spaces_{&is_white_space, SplitBehavior::Removed};
    CharacterSplit punctuation_{&is_punctuation, SplitBehavior::Isolated};
};

/// Every `length` characters a word.
class FixedLength final : public PreTokenizer {
public:
    explicit FixedLength(std::int64_t length) : length_(length) {}

    void split(const Piece& piece, const PieceSink& sink) const override {
        const std::string_view text = piece.text();
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = begin;
            for (std::int64_t count = 0; count < length_ && end < text.size(); ++count)
                end += code_point_at(text, end).length;
            sink(piece.part(begin, end));
            begin = end;
        }
    }

private:
    std::int64_t length_;
};

}  // namespace

Result<std::unique_ptr<const PreTokenizer>> make_digits(const ComponentDescription& description) {
    TRY(const bool individual, description.boolean("individual_digits", false));
    return component<PreTokenizer, CharacterSplit>(
        &is_number, individual ? SplitBehavior::Isolated : SplitBehavior::Contiguous);
}

Result<std::unique_ptr<const PreTokenizer>> make_punctuation(const ComponentDescription& description) {
    TRY(const SplitBehavior behavior, split_behavior(description, SplitBehavior::Isolated));
    return component<PreTokenizer, CharacterSplit>(&is_punctuation, behavior);
}

Result<std::unique_ptr<const PreTokenizer>> make_whitespace(const ComponentDescription&) {
    return component<PreTokenizer, Whitespace>();
}

Result<std::unique_ptr<const PreTokenizer>> make_whitespace_split(const ComponentDescription&) {
    return component<PreTokenizer, CharacterSplit>(&is_white_space, SplitBehavior::Removed);
}

Result<std::unique_ptr<const PreTokenizer>> make_bert_pre_tokenizer(const ComponentDescription&) {
    return component<PreTokenizer, BertWords>();
}

Result<std::unique_ptr<const PreTokenizer>> make_fixed_length(const ComponentDescription& description) {
    TRY(const std::int64_t length, description.integer("length", 5));
    if (length < 1)
        return description.error("\"length\" is less than one character");
    return component<PreTokenizer, FixedLength>(length);
}

}  // namespace tunebench
