// Example: one training sequence as tokens, with a mark for each token that the loss counts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tunebench {

struct Example {
    std::vector<std::int32_t> tokens = {};
    std::vector<std::uint8_t> supervised = {};   // 1: the model learns to predict this token; never the first
                                                 // one, which nothing precedes
    std::vector<std::uint8_t> second_text = {};  // of a pair, 1: the token belongs to its second text; else
                                                 // empty
    bool learns_first = false;     // the first token too where virtual tokens precede it (prompt tuning)
    std::int64_t source_line = 0;  // line of the file it came from, 1 for the first
    std::int32_t source_file = 0;  // index in Dataset::files
    std::int32_t cut_tokens = 0;   // taken off its end by max_length
    std::int32_t label = -1;       // class index; -1: none, the tokens are what is learned
    bool operator==(const Example&) const = default;
};

struct LabelCount {
    std::string label = {};
    std::int64_t examples = 0;
    bool operator==(const LabelCount&) const = default;
};

/// Counts that a person must see before and after a run.
struct DataReport {
    std::int64_t rows = 0;       // each an example, or counted below as skipped or duplicate
    std::int64_t examples = 0;   // more than rows where documents are split or weights repeat them
    std::int64_t truncated = 0;  // of the examples, those cut at max_length
    std::int64_t truncated_tokens = 0;
    std::int64_t skipped_empty = 0;
    std::int64_t skipped_unsupervised = 0;  // nothing for the loss to count
    std::int64_t skipped_truncated =
        0;                        // of skipped_unsupervised, those where max_length cut off what it counts
    std::int64_t duplicates = 0;  // left out: a row before says the same
    std::int64_t tokens = 0;
    std::int64_t supervised_tokens = 0;
    std::int64_t longest = 0;             // tokens of the longest example
    std::string layout = {};              // "text", "prompt-completion", ...; several where files differ
    std::string layout_reason = {};       // why, in words
    std::vector<LabelCount> labels = {};  // of classification data, by class index
    std::string chat_template = {};       // of messages: which one and why, in words
    bool operator==(const DataReport&) const = default;
};

}  // namespace tunebench
