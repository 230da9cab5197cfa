// Any bytes as a tokenizer.json, and any bytes as a text: what stands before the first zero byte is the file,
// what follows is the text. The text also goes through a byte-level tokenizer that loses nothing.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/text/tokenizer/bpe_trainer.h"
#include "core/text/tokenizer/token_stream.h"
#include "core/text/tokenizer/tokenizer.h"
#include "core/text/unicode.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::Encoding;
using tunebench::Span;
using tunebench::Tokenizer;
using tunebench::TokenStream;
using tunebench::fuzz::require;

/// Nothing for a text that an expression of the tokenizer would take too long for.
Encoding check_encoding(const Tokenizer& tokenizer, std::string_view text) {
    const auto encoded = tokenizer.encode_with_spans(text, true);
    const auto ids = tokenizer.encode(text, true);
    require(encoded.has_value() == ids.has_value());
    if (!encoded) {
        require(!encoded.error().message.empty() && !encoded.error().hint.empty());
        return {};
    }
    const Encoding& encoding = *encoded;
    require(encoding.ids == *ids);
    require(encoding.spans.size() == encoding.ids.size());
    for (const Span& span : encoding.spans)
        require(span.begin <= span.end && span.end <= text.size());
    for (const std::int32_t id : encoding.ids)
        require(id >= 0 && id < tokenizer.vocabulary_size());
    return encoding;
}

void check_decoding(const Tokenizer& tokenizer, const Encoding& encoding) {
    require(tunebench::is_valid_utf8(tokenizer.decode(encoding.ids, true)));
    TokenStream stream(tokenizer);
    for (const std::int32_t id : encoding.ids)
        require(tunebench::is_valid_utf8(stream.push(id)));
    require(tunebench::is_valid_utf8(stream.finish()));
    for (const std::int32_t id : encoding.ids)
        require(tunebench::is_valid_utf8(tokenizer.token_display(id)));
}

Tokenizer lossless_tokenizer() {
    tunebench::BpeTrainer trainer;
    trainer.add("the rain in Spain stays mainly in the plain, and the plain is in the rain");
    tunebench::BpeTrainingOptions options;
    options.vocabulary_size = 300;
    options.special_tokens = {"<|x|>"};
    const auto files = trainer.train(options);
    require(files.has_value());
    auto tokenizer = Tokenizer::from_json(files->tokenizer_json);
    require(tokenizer.has_value());
    return *std::move(tokenizer);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Tokenizer lossless = lossless_tokenizer();
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t zero = std::min(input.find('\0'), size);
    const std::string_view text = input.substr(std::min(zero + 1, size));
    if (const auto tokenizer = Tokenizer::from_json(input.substr(0, zero)))
        check_decoding(*tokenizer, check_encoding(*tokenizer, text));
    const Encoding encoding = check_encoding(lossless, text);
    require(lossless.decode(encoding.ids, false) == tunebench::replace_invalid_utf8(text));
    return 0;
}
