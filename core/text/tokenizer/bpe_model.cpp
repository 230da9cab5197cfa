#include "core/text/tokenizer/bpe_model.h"

#include <utility>

#include <fmt/format.h>

#include "core/text/tokenizer/bpe_merger.h"
#include "core/text/tokenizer/metaspace.h"
#include "core/text/unicode.h"

namespace tunebench {

BpeModel::BpeModel(Vocabulary vocabulary, MergeTable merges, Options options, bool splits_at_visible_space)
    : vocabulary_(std::move(vocabulary)),
      merges_(std::move(merges)),
      options_(std::move(options)),
      splits_at_visible_space_(splits_at_visible_space),
      cache_(std::make_unique<WordCache>()) {
    for (std::size_t byte = 0; byte < byte_tokens_.size(); ++byte)
        byte_tokens_[byte] = vocabulary_.find(fmt::format("<0x{:02X}>", byte));
    for (std::size_t i = 0; i < character_ids_.size(); ++i) {
        std::string character;
        append_utf8(character, static_cast<char32_t>(i));
        character_ids_[i] = vocabulary_.find(character).value_or(-1);
    }
}

void BpeModel::tokenize(std::string_view word, std::vector<ModelToken>& tokens) const {
    if (!splits_at_visible_space_)
        return tokenize_word(word, tokens);
    for (std::size_t begin = 0; begin < word.size();) {
        std::size_t end = begin;
        while (word.substr(end).starts_with(kVisibleSpace))
            end += kVisibleSpace.size();
        end = std::min(word.find(kVisibleSpace, end), word.size());
        tokenize_word(word.substr(begin, end - begin), tokens);
        begin = end;
    }
}

void BpeModel::tokenize_word(std::string_view word, std::vector<ModelToken>& tokens) const {
    if (word.empty() || cache_->find(word, tokens))
        return;
    const std::size_t before = tokens.size();
    const auto whole = options_.ignore_merges ? vocabulary_.find(word) : std::nullopt;
    if (whole) {
        tokens.push_back({*whole, static_cast<std::uint32_t>(word.size())});
    } else {
        std::vector<ModelToken> symbols = initial_symbols(word);
        merge_symbols(symbols, merges_);
        tokens.insert(tokens.end(), symbols.begin(), symbols.end());
    }
    cache_->add(word, tokens.data() + before, tokens.size() - before);
}

/// Looking up a hash for every byte of a text would take most of the time that new words take.
std::optional<std::int32_t> BpeModel::id_of(std::string_view character, char32_t code_point) const {
    if (code_point >= character_ids_.size())
        return vocabulary_.find(character);
    const auto id = character_ids_[code_point];
    return id < 0 ? std::nullopt : std::optional(id);
}

std::vector<ModelToken> BpeModel::initial_symbols(std::string_view word) const {
    std::vector<ModelToken> symbols;
    symbols.reserve(word.size());
    const bool is_plain = options_.continuing_prefix.empty() && options_.word_suffix.empty();
    std::optional<ModelToken> unknown;  // waits, as it may grow
    std::uint32_t dropped = 0;          // bytes that no token stands for; they count with the next one
    const auto put = [&](ModelToken symbol) {
        symbol.length += std::exchange(dropped, 0);
        symbols.push_back(symbol);
    };
    for (std::size_t begin = 0; begin < word.size();) {
        const CodePoint code_point = code_point_at(word, begin);
        const auto length = static_cast<std::uint32_t>(code_point.length);
        const std::size_t end = begin + length;
        const std::string_view character = word.substr(begin, length);
        const std::string edge = is_plain ? "" : symbol_text(character, begin == 0, end == word.size());
        const std::string_view symbol = is_plain ? character : std::string_view(edge);
        const auto id = is_plain ? id_of(character, code_point.value) : vocabulary_.find(symbol);
        if (id) {
            if (unknown)
                put(*std::exchange(unknown, std::nullopt));
            put({*id, length});
        } else if (!append_bytes(symbol, length, symbols)) {
            if (!options_.unknown) {
                dropped += length;
            } else if (unknown && options_.fuse_unknown) {
                unknown->length += length;
            } else {
                if (unknown)
                    put(*unknown);
                unknown = ModelToken{*options_.unknown, length};
            }
        }
        begin = end;
    }
    if (unknown)
        put(*unknown);
    if (!symbols.empty())
        symbols.back().length += dropped;
    return symbols;
}

std::string BpeModel::symbol_text(std::string_view character, bool first, bool last) const {
    return (first ? std::string() : options_.continuing_prefix) + std::string(character) +
           (last ? options_.word_suffix : std::string());
}

/// False, and nothing appended, unless every byte has a token. Prefix and suffix become bytes too, which
/// stand for nothing of the word.
bool BpeModel::append_bytes(std::string_view symbol, std::size_t character_length,
                            std::vector<ModelToken>& symbols) const {
    if (!options_.byte_fallback)
        return false;
    for (const char byte : symbol)
        if (!byte_tokens_[static_cast<std::uint8_t>(byte)])
            return false;
    for (std::size_t i = 0; i < symbol.size(); ++i)
        symbols.push_back(
            {*byte_tokens_[static_cast<std::uint8_t>(symbol[i])], i < character_length ? 1U : 0U});
    return true;
}

}  // namespace tunebench
