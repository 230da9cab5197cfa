#include "core/base/utf8.h"
#include "core/text/tokenizer/byte_alphabet.h"
#include "core/text/tokenizer/byte_token.h"
#include "core/text/tokenizer/decoders/decoders.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

class ByteLevelDecoder final : public Decoder {
public:
    void decode(std::vector<std::string>& tokens) const override {
        std::string bytes;
        for (const std::string& token : tokens)
            bytes += from_byte_characters(token);
        tokens.assign(1, replace_invalid_utf8(bytes));
    }
};

/// Joins neighbouring byte tokens to the text that they spell. A run that is no UTF-8 becomes one U+FFFD a
/// byte, as in the reference.
class ByteFallbackDecoder final : public Decoder {
public:
    void decode(std::vector<std::string>& tokens) const override {
        std::vector<std::string> result;
        std::string run;
        const auto end_run = [&] {
            if (run.empty())
                return;
            if (is_valid_utf8(run))
                result.push_back(run);
            else
                result.insert(result.end(), run.size(), "\xEF\xBF\xBD");
            run.clear();
        };
        for (std::string& token : tokens) {
            if (const auto byte = byte_of_token(token)) {
                run += static_cast<char>(*byte);
                continue;
            }
            end_run();
            result.push_back(std::move(token));
        }
        end_run();
        tokens = std::move(result);
    }
};

}  // namespace

Result<std::unique_ptr<const Decoder>> make_byte_level_decoder(const ComponentDescription&) {
    return component<Decoder, ByteLevelDecoder>();
}

Result<std::unique_ptr<const Decoder>> make_byte_fallback_decoder(const ComponentDescription&) {
    return component<Decoder, ByteFallbackDecoder>();
}

}  // namespace tunebench
