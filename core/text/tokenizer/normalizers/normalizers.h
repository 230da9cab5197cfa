// The makers that normalizer.cpp's table names; each reads its own members of the description.
#pragma once

#include "core/text/tokenizer/normalizer.h"

namespace tunebench {

// unicode_form.cpp: the normalization forms of Unicode (UAX 15).
Result<std::unique_ptr<const Normalizer>> make_nfc(const ComponentDescription& description);
Result<std::unique_ptr<const Normalizer>> make_nfd(const ComponentDescription& description);
Result<std::unique_ptr<const Normalizer>> make_nfkc(const ComponentDescription& description);
Result<std::unique_ptr<const Normalizer>> make_nfkd(const ComponentDescription& description);

// characters.cpp: one character at a time.
Result<std::unique_ptr<const Normalizer>> make_lowercase(const ComponentDescription& description);
Result<std::unique_ptr<const Normalizer>> make_strip_accents(const ComponentDescription& description);
Result<std::unique_ptr<const Normalizer>> make_nmt(const ComponentDescription& description);
Result<std::unique_ptr<const Normalizer>> make_byte_level_normalizer(const ComponentDescription& description);

// bert.cpp: clean_text, handle_chinese_chars, strip_accents (as lowercase where it is null), lowercase.
Result<std::unique_ptr<const Normalizer>> make_bert_normalizer(const ComponentDescription& description);

// precompiled.cpp: SentencePiece's map of characters (precompiled_charsmap).
Result<std::unique_ptr<const Normalizer>> make_precompiled(const ComponentDescription& description);

// edges.cpp: the two ends of the text.
Result<std::unique_ptr<const Normalizer>> make_strip(
    const ComponentDescription& description);  // strip_left, _right
Result<std::unique_ptr<const Normalizer>> make_prepend(const ComponentDescription& description);  // prepend

// replace.cpp: every match of a pattern.
Result<std::unique_ptr<const Normalizer>> make_replace(
    const ComponentDescription& description);  // pattern, content

}  // namespace tunebench
