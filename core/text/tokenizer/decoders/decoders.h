// The makers that decoder.cpp's table names; each reads its own members of the description.
#pragma once

#include "core/text/tokenizer/decoder.h"

namespace tunebench {

// bytes.cpp: tokens that stand for bytes.
Result<std::unique_ptr<const Decoder>> make_byte_level_decoder(const ComponentDescription& description);
Result<std::unique_ptr<const Decoder>> make_byte_fallback_decoder(const ComponentDescription& description);

// characters.cpp: characters within the tokens.
Result<std::unique_ptr<const Decoder>> make_metaspace_decoder(const ComponentDescription& description);
Result<std::unique_ptr<const Decoder>> make_replace_decoder(const ComponentDescription& description);
Result<std::unique_ptr<const Decoder>> make_strip_decoder(
    const ComponentDescription& description);  // content, start, stop
Result<std::unique_ptr<const Decoder>> make_fuse_decoder(const ComponentDescription& description);

// words.cpp: where words begin and end.
Result<std::unique_ptr<const Decoder>> make_word_piece_decoder(
    const ComponentDescription& description);  // prefix, cleanup
Result<std::unique_ptr<const Decoder>> make_bpe_decoder(const ComponentDescription& description);  // suffix
Result<std::unique_ptr<const Decoder>> make_ctc_decoder(
    const ComponentDescription& description);  // pad_token, word_delimiter_token, cleanup

}  // namespace tunebench
