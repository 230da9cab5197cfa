// Which tokens a text starts with.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace tunebench {

/// Immutable after construction. One node a byte that some tokens share, in one array.
class TokenTrie {
public:
    /// Tokens and their ids. Empty tokens are left out; of equal ones the last counts.
    explicit TokenTrie(std::vector<std::pair<std::string_view, std::int32_t>> tokens);

    /// Calls visit(length, id) for every token that `text` starts with, the shortest first. Looks at no more
    /// bytes than the longest token has.
    template <class Visit>
    void for_each_prefix(std::string_view text, Visit visit) const {
        std::size_t node = 0;
        for (std::size_t length = 1; length <= text.size(); ++length) {
            const auto byte = static_cast<std::uint8_t>(text[length - 1]);
            node = length == 1 ? first_[byte] : child(node, byte);
            if (node == 0)
                return;
            if (nodes_[node].token >= 0)
                visit(length, nodes_[node].token);
        }
    }

private:
    struct Node {
        std::int32_t token = -1;        // the token that ends here
        std::uint32_t first_child = 0;  // the children end where those of the next node begin
        std::uint8_t byte = 0;
    };

    /// 0, the root, where there is no such child.
    std::size_t child(std::size_t node, std::uint8_t byte) const;

    std::vector<Node> nodes_;                    // level by level, siblings by byte; one more at the end
    std::array<std::uint32_t, 256> first_ = {};  // the root's children: it has too many to search each time
};

}  // namespace tunebench
