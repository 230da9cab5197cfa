// The makers that pre_tokenizer.cpp's table names; each reads its own members of the description.
#pragma once

#include "core/text/tokenizer/pre_tokenizer.h"
#include "core/text/tokenizer/text_pattern.h"

namespace tunebench {

// byte_level.cpp: GPT-2's words (use_regex), every byte as a character, a space in front (add_prefix_space).
Result<std::unique_ptr<const PreTokenizer>> make_byte_level_pre_tokenizer(
    const ComponentDescription& description);

// metaspace.cpp: spaces as a visible character (replacement, prepend_scheme, split).
Result<std::unique_ptr<const PreTokenizer>> make_metaspace_pre_tokenizer(
    const ComponentDescription& description);

// split.cpp: at the matches of a pattern (pattern, behavior, invert).
Result<std::unique_ptr<const PreTokenizer>> make_split(const ComponentDescription& description);
Result<std::unique_ptr<const PreTokenizer>> make_char_delimiter_split(
    const ComponentDescription& description);  // delimiter

// character_runs.cpp: by the kind of character.
Result<std::unique_ptr<const PreTokenizer>> make_digits(const ComponentDescription& description);
Result<std::unique_ptr<const PreTokenizer>> make_punctuation(const ComponentDescription& description);
Result<std::unique_ptr<const PreTokenizer>> make_whitespace(const ComponentDescription& description);
Result<std::unique_ptr<const PreTokenizer>> make_whitespace_split(const ComponentDescription& description);
Result<std::unique_ptr<const PreTokenizer>> make_bert_pre_tokenizer(const ComponentDescription& description);
Result<std::unique_ptr<const PreTokenizer>> make_fixed_length(
    const ComponentDescription& description);  // length

// unicode_scripts.cpp: where the script changes, as SentencePiece's training cuts text.
Result<std::unique_ptr<const PreTokenizer>> make_unicode_scripts(const ComponentDescription& description);

}  // namespace tunebench
