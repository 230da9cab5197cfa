// The counting of pairs while a BPE vocabulary is trained.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include <queue>

namespace tunebench {

struct TokenPair {
    std::int32_t left = 0;
    std::int32_t right = 0;

    auto operator<=>(const TokenPair&) const = default;
};

/// A word of the corpus as tokens, and how often it occurs.
struct CountedWord {
    std::vector<std::int32_t> tokens = {};
    std::int64_t count = 0;
};

/// Knows at any time which pair of neighbours is the most frequent.
class PairMerging {
public:
    explicit PairMerging(std::vector<CountedWord> words);

    /// The most frequent pair, of several the lowest; none when none occurs `minimum_count` times.
    std::optional<TokenPair> most_frequent(std::int64_t minimum_count);

    /// Replaces the pair by `merged` in every word.
    void merge(TokenPair pair, std::int32_t merged);

private:
    struct PairHash {
        std::size_t operator()(const TokenPair& pair) const {
            return static_cast<std::size_t>(pair.left) * 0x9E3779B97F4A7C15 +
                   static_cast<std::size_t>(pair.right);
        }
    };
    struct Occurrences {
        std::int64_t count = 0;
        std::vector<std::uint32_t> words = {};  // that hold the pair, or held it once
    };
    struct Candidate {
        std::int64_t count = 0;
        TokenPair pair = {};

        bool operator<(const Candidate& other) const {
            return count != other.count ? count < other.count : pair > other.pair;
        }
    };

    void change(TokenPair pair, std::uint32_t word, std::int64_t by);
    void merge_in_word(std::uint32_t word, TokenPair pair, std::int32_t merged,
                       std::vector<TokenPair>& grown);

    std::vector<CountedWord> words_;
    std::unordered_map<TokenPair, Occurrences, PairHash> pairs_;
    std::priority_queue<Candidate> queue_;  // counts may be out of date: the true ones are in pairs_
};

}  // namespace tunebench
