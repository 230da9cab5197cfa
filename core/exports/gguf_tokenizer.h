// A model's tokenizer in the form in which llama.cpp reads it: tokenizer.ggml.* and tokenizer.chat_template.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/formats/gguf.h"

namespace tunebench {

struct GgufTokenizer {
    GgufMetadata metadata = {};
    std::vector<std::string> notes = {};  // what llama.cpp may do differently; sentences
};

/// From the tokenizer.json of a model's folder and the files beside it. `rows` is the embedding's number of
/// rows: as many tokens are listed, those that the tokenizer lacks as unused. Byte-level vocabularies become
/// model "gpt2" with their merges; vocabularies with a fallback to bytes become "llama" with scores that
/// order the tokens as their merges do. Unsupported for other tokenizers, Corrupt when there are more tokens
/// than rows, the errors of Tokenizer::load. `added_tokens`: special tokens that the folder does not have.
Result<GgufTokenizer> gguf_tokenizer(const std::filesystem::path& folder, std::int64_t rows,
                                     std::span<const std::string> added_tokens = {});

}  // namespace tunebench
