#include "core/text/tokenizer/token_trie.h"

#include <algorithm>

namespace tunebench {

namespace {

/// The sorted tokens [begin, end), which are equal up to `depth`.
struct TokenRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t depth = 0;
};

}  // namespace

TokenTrie::TokenTrie(std::vector<std::pair<std::string_view, std::int32_t>> tokens) {
    std::erase_if(tokens, [](const auto& token) { return token.first.empty(); });
    std::ranges::stable_sort(tokens, {}, [](const auto& token) { return token.first; });
    std::vector<TokenRange> ranges = {{0, tokens.size(), 0}};
    nodes_.emplace_back();
    for (std::size_t node = 0; node < nodes_.size(); ++node) {
        auto [begin, end, depth] = ranges[node];
        nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
        for (; begin < end && tokens[begin].first.size() == depth; ++begin)
            nodes_[node].token = tokens[begin].second;
        while (begin < end) {
            const char byte = tokens[begin].first[depth];
            std::size_t next = begin;
            while (next < end && tokens[next].first[depth] == byte)
                ++next;
            nodes_.push_back({.byte = static_cast<std::uint8_t>(byte)});
            ranges.push_back({begin, next, depth + 1});
            begin = next;
        }
    }
    nodes_.push_back({.first_child = static_cast<std::uint32_t>(nodes_.size())});
    for (std::size_t byte = 0; byte < first_.size(); ++byte)
        first_[byte] = static_cast<std::uint32_t>(child(0, static_cast<std::uint8_t>(byte)));
}

std::size_t TokenTrie::child(std::size_t node, std::uint8_t byte) const {
    const auto begin = nodes_.begin() + nodes_[node].first_child;
    const auto end = nodes_.begin() + nodes_[node + 1].first_child;
    const auto found =
        std::partition_point(begin, end, [&](const Node& candidate) { return candidate.byte < byte; });
    return found != end && found->byte == byte ? static_cast<std::size_t>(found - nodes_.begin()) : 0;
}

}  // namespace tunebench
