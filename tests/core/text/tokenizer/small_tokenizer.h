// Small tokenizers for tests, as tokenizer.json would describe them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/text/tokenizer/component_description.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

inline Json parsed(std::string_view text) {
    auto json = parse_json(text, "test");
    EXPECT_TRUE(json) << (json ? "" : json.error().message);
    return json ? *std::move(json) : Json();
}

/// A part of a tokenizer from its description, or null with a failure.
template <class Component>
std::unique_ptr<const Component> made(
    Result<std::unique_ptr<const Component>> (*make)(const ComponentDescription&), std::string_view text) {
    const Json json = parsed(text);
    auto component = make(ComponentDescription(json, "test"));
    EXPECT_TRUE(component) << (component ? "" : component.error().message);
    return component ? *std::move(component) : nullptr;
}

/// The error of a part that cannot be made.
template <class Component>
Error refusal(Result<std::unique_ptr<const Component>> (*make)(const ComponentDescription&),
              std::string_view text) {
    const Json json = parsed(text);
    const auto component = make(ComponentDescription(json, "tokenizer.json, part"));
    EXPECT_FALSE(component);
    return component ? Error() : component.error();
}

/// A tokenizer.json with these tokens (ids in order) and merges, and no other parts.
inline Json tokenizer_json(const std::vector<std::string>& tokens, const Json& merges) {
    Json vocabulary = Json::object();
    for (const std::string& token : tokens)
        vocabulary[token] = vocabulary.size();
    return {{"version", "1.0"},
            {"added_tokens", Json::array()},
            {"normalizer", nullptr},
            {"pre_tokenizer", nullptr},
            {"post_processor", nullptr},
            {"decoder", nullptr},
            {"model", {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", merges}}}};
}

inline Tokenizer tokenizer_of(const Json& json) {
    auto tokenizer = Tokenizer::from_json(json_text(json));
    EXPECT_TRUE(tokenizer) << (tokenizer ? "" : tokenizer.error().message);
    return *std::move(tokenizer);
}

/// SentencePiece's way of Llama 2: visible spaces, bytes as a fallback.
inline Json sentence_piece_json() {
    std::vector<std::string> tokens = {"<unk>", "<s>", "</s>"};
    for (int byte = 0; byte < 256; ++byte) {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        tokens.push_back(std::string("<0x") + kDigits[static_cast<std::size_t>(byte / 16)] +
                         kDigits[static_cast<std::size_t>(byte % 16)] + ">");
    }
    for (const char* token : {"▁", "h", "e", "l", "o", "he", "ll", "hell", "hello", "▁hello", "▁▁"})
        tokens.emplace_back(token);
    Json json = tokenizer_json(tokens, {"h e", "l l", "he ll", "hell o", "▁ hello", "▁ ▁"});
    json["model"]["unk_token"] = "<unk>";
    json["model"]["byte_fallback"] = true;
    json["model"]["fuse_unk"] = true;
    json["normalizer"] = parsed(R"({"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "▁"},
        {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]})");
    json["decoder"] = parsed(R"({"type": "Sequence", "decoders": [
        {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"},
        {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]})");
    json["added_tokens"] = parsed(R"([{"id": 1, "content": "<s>", "special": true, "normalized": false},
        {"id": 2, "content": "</s>", "special": true, "normalized": false}])");
    return json;
}

}  // namespace tunebench
