#include "core/text/tokenizer/bpe_pair_merging.h"

#include <algorithm>

namespace tunebench {

PairMerging::PairMerging(std::vector<CountedWord> words) : words_(std::move(words)) {
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
        const auto& tokens = words_[word].tokens;
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            change({tokens[i], tokens[i + 1]}, word, words_[word].count);
    }
    for (const auto& [pair, occurrences] : pairs_)
        queue_.push({occurrences.count, pair});
}

std::optional<TokenPair> PairMerging::most_frequent(std::int64_t minimum_count) {
    while (!queue_.empty()) {
        const Candidate top = queue_.top();
        const std::int64_t count = pairs_[top.pair].count;
        if (count == top.count)
            return count >= minimum_count ? std::optional(top.pair) : std::nullopt;
        queue_.pop();
        if (count > 0 && count < top.count)  // a pair that grew was queued again when it did
            queue_.push({count, top.pair});
    }
    return std::nullopt;
}

void PairMerging::merge(TokenPair pair, std::int32_t merged) {
    const std::vector<std::uint32_t> words = std::move(pairs_[pair].words);
    std::vector<TokenPair> grown;
    for (const std::uint32_t word : words)
        merge_in_word(word, pair, merged, grown);
    std::ranges::sort(grown);
    grown.erase(std::unique(grown.begin(), grown.end()), grown.end());
    for (const TokenPair& other : grown)
        queue_.push({pairs_[other].count, other});
    pairs_.erase(pair);
}

void PairMerging::change(TokenPair pair, std::uint32_t word, std::int64_t by) {
    Occurrences& occurrences = pairs_[pair];
    occurrences.count += by;
    if (by > 0 && (occurrences.words.empty() || occurrences.words.back() != word))
        occurrences.words.push_back(word);
}

void PairMerging::merge_in_word(std::uint32_t word, TokenPair pair, std::int32_t merged,
                                std::vector<TokenPair>& grown) {
    auto& [tokens, count] = words_[word];
    const std::vector<std::int32_t> old = tokens;
    tokens.clear();
    for (std::size_t i = 0; i < old.size(); ++i) {
        const bool here = i + 1 < old.size() && old[i] == pair.left && old[i + 1] == pair.right;
        tokens.push_back(here ? merged : old[i]);
        i += here ? 1 : 0;
    }
    if (tokens.size() == old.size())
        return;
    for (std::size_t i = 0; i + 1 < old.size(); ++i)
        change({old[i], old[i + 1]}, word, -count);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const TokenPair now{tokens[i], tokens[i + 1]};
        change(now, word, count);
        if (now.left == merged || now.right == merged)
            grown.push_back(now);
    }
}

}  // namespace tunebench
