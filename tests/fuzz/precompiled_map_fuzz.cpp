// Any bytes as SentencePiece's precompiled map, which then normalizes these bytes as a text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/utf8.h"
#include "core/text/tokenizer/base64.h"
#include "core/text/tokenizer/normalizer.h"
#include "core/text/tokenizer/precompiled_map.h"
#include "core/text/unicode.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::fuzz::require;

void check_normalizer(std::string_view bytes, const std::string& text) {
    const tunebench::Json json = {{"type", "Precompiled"},
                                  {"precompiled_charsmap", tunebench::to_base64(bytes)}};
    const auto normalizer = tunebench::make_normalizer(tunebench::ComponentDescription(json, "fuzz"));
    require(normalizer.has_value());
    for (const bool aligned : {false, true}) {
        tunebench::AlignedText target(tunebench::Piece(text), aligned);
        (*normalizer)->normalize(target);
        require(tunebench::is_valid_utf8(target.text()));
        require(!aligned || target.piece().source(target.text().size()) <= text.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    require(tunebench::from_base64(tunebench::to_base64(bytes)) == bytes);
    if (tunebench::PrecompiledMap::parse(bytes))
        check_normalizer(bytes, tunebench::replace_invalid_utf8(bytes));
    return 0;
}
