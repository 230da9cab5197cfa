// Training of a byte-level BPE vocabulary (Sennrich et al., arXiv 1508.07909): again and again the most
// frequent pair of neighbouring tokens becomes a token.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace tunebench {

struct BpeTrainingOptions {
    std::int32_t vocabulary_size = 2048;           // special tokens and the 256 bytes included
    std::int64_t minimum_count = 2;                // of a pair that becomes a token
    std::vector<std::string> special_tokens = {};  // ids 0, 1, ... in this order

    // For tokenizer_config.json; empty: none.
    std::string begin_token = {};
    std::string end_token = {};
    std::string pad_token = {};
    std::string chat_template = {};
};

/// The texts of the two files of a tokenizer, as the transformers library reads them.
struct TokenizerFiles {
    std::string tokenizer_json = {};
    std::string tokenizer_config_json = {};

    /// Both into an existing folder, each replaced as a whole. Errors of write_file_durably.
    Result<void> write(const std::filesystem::path& folder) const;
};

/// The same texts give the same files, in whatever order they are added: of pairs equally frequent, the one
/// of the lower ids is merged first.
class BpeTrainer {
public:
    /// Counts the words (GPT-2's expression) of a text, in which special tokens should not occur.
    void add(std::string_view text);

    /// InvalidArgument for a vocabulary smaller than the special tokens and bytes, for a special token given
    /// twice, and for a begin, end or pad token that is no special token. Fewer tokens than asked for come
    /// out when no pair is frequent enough any more.
    Result<TokenizerFiles> train(const BpeTrainingOptions& options) const;

private:
    std::map<std::string, std::int64_t, std::less<>> words_;  // in byte characters
};

}  // namespace tunebench
