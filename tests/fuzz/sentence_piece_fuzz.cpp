// Any bytes but the first as SentencePiece's model file; the first names the family that it is converted as.
// What comes out is a tokenizer that can be used.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/text/tokenizer/sources/sources.h"
#include "core/text/tokenizer/tokenizer.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::fuzz::require;

constexpr std::string_view kFamilies[] = {"",
                                          "LlamaTokenizer",
                                          "GemmaTokenizer",
                                          "T5Tokenizer",
                                          "XLMRobertaTokenizer",
                                          "AlbertTokenizer",
                                          "DebertaV2Tokenizer",
                                          "OtherTokenizer"};
constexpr std::string_view kText = "a b  ab1,é 日本\xF0\x9F\x98\x80\t<s></s><unk>▁ ";

void check_tokenizer(const tunebench::Json& json) {
    const auto tokenizer = tunebench::Tokenizer::from_json(tunebench::json_text(json));
    if (!tokenizer)  // a normalizer or a token that does not fit, with a reason
        return require(!tokenizer.error().message.empty());
    const auto ids = tokenizer->encode(kText, true);
    require(ids.has_value());
    for (const std::int32_t id : *ids)
        require(id >= 0 && id < tokenizer->vocabulary_size());
    require(tunebench::is_valid_utf8(tokenizer->decode(*ids, false)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto model = tunebench::SentencePieceFile::parse(bytes, "fuzz");
    if (!model)
        return 0;
    const auto config =
        tunebench::TokenizerConfig::of({{"tokenizer_class", kFamilies[data[0] % std::size(kFamilies)]}});
    if (const auto json = tunebench::describe_sentence_pieces(*model, config, "fuzz"))
        check_tokenizer(*json);
    return 0;
}
