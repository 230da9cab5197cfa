// A tokenizer.json for a tokenizer that has none, put together from its vocabulary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/json.h"
#include "core/text/tokenizer/sources/tokenizer_config.h"

namespace tunebench {

class DescriptionBuilder {
public:
    /// A text of a template: a token, or one of the texts "$A" and "$B".
    struct Part {
        std::string text = {};
        int type = 0;
    };

    /// `model` is the member "model"; `tokens` its tokens by id.
    DescriptionBuilder(Json model, const std::vector<std::string>& tokens);

    /// "normalizer", "pre_tokenizer" or "decoder".
    void set(const char* key, Json part) { json_[key] = std::move(part); }

    /// An added token: with the id of the vocabulary, or else its own, or else the next one.
    void add(const NamedToken& token);

    /// What the files name, and of `usual` what the vocabulary has.
    void add_all(const TokenizerConfig& config, const std::vector<NamedToken>& usual);

    bool has(const std::string& token) const { return ids_.contains(token); }

    /// A post-processor "TemplateProcessing"; tokens without an id are left out.
    void set_template(const std::vector<Part>& single, const std::vector<Part>& pair);

    Json take() { return std::move(json_); }

private:
    Json template_of(const std::vector<Part>& parts, Json& special_tokens) const;

    Json json_;
    std::unordered_map<std::string, std::int64_t> ids_;
    std::int64_t next_id_ = 0;
};

}  // namespace tunebench
