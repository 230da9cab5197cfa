#include <algorithm>
#include <unordered_map>

#include "core/text/tokenizer/sources/sources.h"
#include "core/text/tokenizer/token_trie.h"

namespace tunebench {

namespace {

struct Merge {
    std::int32_t left = 0;  // ids of the two pieces
    std::int32_t right = 0;
    float score = 0;  // of the piece that they make
    std::int64_t left_length = 0;
    std::int64_t right_length = 0;  // in characters

    bool goes_before(const Merge& other) const {
        if (score != other.score)
            return score > other.score;
        if (left_length != other.left_length)
            return left_length > other.left_length;
        return right_length > other.right_length;
    }
};

std::int64_t characters_in(std::string_view text) {
    return std::ranges::count_if(text, [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80; });
}

class MergeFinder {
public:
    explicit MergeFinder(const std::vector<SentencePieceFile::Piece>& pieces)
        : pieces_(pieces), trie_(numbered(pieces)) {
        for (const auto& [text, id] : numbered(pieces))
            ids_.emplace(text, id);
    }

    std::vector<Merge> find() const {
        std::vector<Merge> merges;
        for (const auto& piece : pieces_)
            add_merges_of(piece, merges);
        std::ranges::stable_sort(merges, [](const Merge& a, const Merge& b) { return a.goes_before(b); });
        return merges;
    }

private:
    using Numbered = std::vector<std::pair<std::string_view, std::int32_t>>;

    static Numbered numbered(const std::vector<SentencePieceFile::Piece>& pieces) {
        Numbered tokens;
        for (const auto& piece : pieces)
            tokens.emplace_back(piece.text, static_cast<std::int32_t>(tokens.size()));
        return tokens;
    }

    /// Of merges that are otherwise equal, those of lower ids go first.
    void add_merges_of(const SentencePieceFile::Piece& piece, std::vector<Merge>& merges) const {
        const auto before = static_cast<std::ptrdiff_t>(merges.size());
        const std::string_view text = piece.text;
        trie_.for_each_prefix(text, [&](std::size_t length, std::int32_t left) {
            const auto right = ids_.find(text.substr(length));
            if (right != ids_.end())
                merges.push_back({left, right->second, piece.score, characters_in(text.substr(0, length)),
                                  characters_in(text.substr(length))});
        });
        std::ranges::sort(merges.begin() + before, merges.end(), {},
                          [](const Merge& merge) { return std::pair(merge.left, merge.right); });
    }

    const std::vector<SentencePieceFile::Piece>& pieces_;
    TokenTrie trie_;
    std::unordered_map<std::string_view, std::int32_t> ids_;
};

}  // namespace

Json merges_of(const std::vector<SentencePieceFile::Piece>& pieces) {
    const auto text_of = [&](std::int32_t id) { return pieces[static_cast<std::size_t>(id)].text; };
    Json merges = Json::array();
    for (const Merge& merge : MergeFinder(pieces).find())
        merges.push_back(Json::array({text_of(merge.left), text_of(merge.right)}));
    return merges;
}

}  // namespace tunebench
