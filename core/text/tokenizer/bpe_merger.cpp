#include "core/text/tokenizer/bpe_merger.h"

#include <limits>

#include <queue>

namespace tunebench {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Neighbours by index; a symbol merged into the one before it has length kGone.
struct Links {
    std::uint32_t previous = kNone;
    std::uint32_t next = kNone;
    bool gone = false;
};

struct Candidate {
    std::uint32_t rank = 0;
    std::uint32_t at = 0;  // the left symbol
    std::int32_t left = 0;
    std::int32_t right = 0;
    std::int32_t merged = 0;

    bool operator>(const Candidate& other) const {
        return rank != other.rank ? rank > other.rank : at > other.at;
    }
};

class Merger {
public:
    Merger(std::vector<ModelToken>& symbols, const MergeTable& merges)
        : symbols_(symbols), merges_(merges), links_(symbols.size()) {
        const auto count = static_cast<std::uint32_t>(symbols.size());
        for (std::uint32_t i = 0; i < count; ++i) {
            links_[i].previous = i == 0 ? kNone : i - 1;
            links_[i].next = i + 1 == count ? kNone : i + 1;
        }
        std::vector<Candidate> first;
        first.reserve(symbols.size());
        for (std::uint32_t i = 0; i + 1 < count; ++i)
            if (const BpeMerge* merge = merges_.find(symbols_[i].id, symbols_[i + 1].id))
                first.push_back({merge->rank, i, symbols_[i].id, symbols_[i + 1].id, merge->id});
        queue_ = Queue({}, std::move(first));
    }

    void run() {
        while (!queue_.empty()) {
            const Candidate candidate = queue_.top();
            queue_.pop();
            if (is_current(candidate))
                apply(candidate);
        }
        std::erase_if(symbols_, [&](const ModelToken& symbol) {
            return links_[static_cast<std::size_t>(&symbol - symbols_.data())].gone;
        });
    }

private:
    using Queue = std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>>;

    bool is_current(const Candidate& candidate) const {
        const Links& links = links_[candidate.at];
        return !links.gone && links.next != kNone && symbols_[candidate.at].id == candidate.left &&
               symbols_[links.next].id == candidate.right;
    }

    void apply(const Candidate& candidate) {
        Links& left = links_[candidate.at];
        Links& right = links_[left.next];
        symbols_[candidate.at] = {candidate.merged,
                                  symbols_[candidate.at].length + symbols_[left.next].length};
        right.gone = true;
        left.next = right.next;
        if (left.next != kNone)
            links_[left.next].previous = candidate.at;
        push(left.previous);
        push(candidate.at);
    }

    /// The pair of the symbol at `at` and its next, if they merge.
    void push(std::uint32_t at) {
        if (at == kNone || links_[at].next == kNone)
            return;
        const std::int32_t left = symbols_[at].id;
        const std::int32_t right = symbols_[links_[at].next].id;
        if (const BpeMerge* merge = merges_.find(left, right))
            queue_.push({merge->rank, at, left, right, merge->id});
    }

    std::vector<ModelToken>& symbols_;
    const MergeTable& merges_;
    std::vector<Links> links_;
    Queue queue_;
};

}  // namespace

void merge_symbols(std::vector<ModelToken>& symbols, const MergeTable& merges) {
    if (symbols.size() > 1)
        Merger(symbols, merges).run();
}

}  // namespace tunebench
