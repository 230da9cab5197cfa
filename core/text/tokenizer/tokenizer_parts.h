// What a Tokenizer is made of; for the files that implement it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/text/chat_template/model_chat.h"
#include "core/text/tokenizer/added_tokens.h"
#include "core/text/tokenizer/decoder.h"
#include "core/text/tokenizer/normalizer.h"
#include "core/text/tokenizer/post_processor.h"
#include "core/text/tokenizer/pre_tokenizer.h"
#include "core/text/tokenizer/token_model.h"

namespace tunebench {

/// Copies share all but the added tokens.
struct TokenizerParts {
    AddedTokens added = {};
    std::shared_ptr<const Normalizer> normalizer = {};         // null: none
    std::shared_ptr<const PreTokenizer> pre_tokenizer = {};    // null: the text is one word
    std::shared_ptr<const TokenModel> model = {};              // never null
    std::shared_ptr<const PostProcessor> post_processor = {};  // null: none
    std::shared_ptr<const Decoder> decoder = {};               // null: tokens joined by spaces

    // From the neighbours of tokenizer.json.
    std::optional<std::int32_t> begin_token = {};
    std::optional<std::int32_t> end_token = {};
    std::optional<std::int32_t> pad_token = {};
    std::optional<std::int32_t> separator_token = {};
    std::vector<std::int32_t> end_tokens = {};
    ModelChat chat = {};

    std::optional<std::int32_t> token_id(std::string_view token) const;
    const std::string* token_text(std::int32_t id) const;
    bool is_special(std::int32_t id) const;
};

/// The parts that tokenizer.json itself describes.
Result<TokenizerParts> parts_from_json(const Json& json, const std::string& source);

/// Fills in what the files beside tokenizer.json say. Corrupt for a malformed one.
Result<void> read_neighbours(const std::filesystem::path& folder, TokenizerParts& parts);

/// The ids of a text; spans only when asked for. Errors of Tokenizer::encode.
Result<Encoding> encode_with_parts(const TokenizerParts& parts, std::string_view text, bool spans);

}  // namespace tunebench
