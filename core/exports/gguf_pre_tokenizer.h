// How llama.cpp is told to cut text into words before byte-pair merging: tokenizer.ggml.pre.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/json.h"

namespace tunebench {

/// llama.cpp's name for the pre-tokenizer of a byte-level tokenizer.json; none when no name of llama.cpp
/// stands for the same cuts. Several models share a name's expressions; any of their names will do.
std::optional<std::string_view> gguf_pre_tokenizer(const Json& tokenizer);

}  // namespace tunebench
