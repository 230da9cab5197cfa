// What the files beside a vocabulary say of the tokenizer: tokenizer_config.json, special_tokens_map.json,
// added_tokens.json and config.json, each of which may be missing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

/// A token that such a file names. `id` only where the file gives one.
struct NamedToken {
    std::string content = {};
    std::optional<std::int64_t> id = {};
    bool single_word = false;
    bool lstrip = false;
    bool rstrip = false;
    bool normalized = false;
    bool special = true;
};

class TokenizerConfig {
public:
    /// Errors of read_json_file for a file that exists.
    static Result<TokenizerConfig> read(const std::filesystem::path& folder);

    /// From the content of a tokenizer_config.json alone.
    static TokenizerConfig of(Json tokenizer_config);

    /// What transformers reads beside a tokenizer.json: that of read_tokenizer_settings.
    static Result<TokenizerConfig> beside_tokenizer_json(const std::filesystem::path& folder);

    /// The kind of tokenizer in small letters without signs: "llama" for LlamaTokenizerFast, or else for the
    /// model_type of config.json; empty where both are missing.
    const std::string& family() const { return family_; }

    /// A member of tokenizer_config.json; `fallback` where it is missing, null or of another type.
    bool flag(std::string_view key, bool fallback) const;
    std::int64_t integer(std::string_view key, std::int64_t fallback) const;

    /// The special token `name` ("bos_token"); `fallback` where no file has it.
    std::string token(std::string_view name, std::string_view fallback) const;

    /// Every token that the files name: first those with ids, in their order.
    std::vector<NamedToken> tokens() const;

private:
    const Json* named(std::string_view name) const;

    Json config_ = {};
    Json added_tokens_ = {};
    std::string family_ = {};
};

}  // namespace tunebench
