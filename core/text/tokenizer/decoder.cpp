#include "core/text/tokenizer/decoder.h"

#include "core/text/tokenizer/decoders/decoders.h"

namespace tunebench {

namespace {

class DecoderSequence final : public Decoder {
public:
    explicit DecoderSequence(std::vector<std::unique_ptr<const Decoder>> steps) : steps_(std::move(steps)) {}

    void decode(std::vector<std::string>& tokens) const override {
        for (const auto& step : steps_)
            step->decode(tokens);
    }

private:
    std::vector<std::unique_ptr<const Decoder>> steps_;
};

Result<std::unique_ptr<const Decoder>> make_decoder_sequence(const ComponentDescription& description) {
    TRY(auto steps, make_components(description, "decoders", &make_decoder));
    return component<Decoder, DecoderSequence>(std::move(steps));
}

}  // namespace

Result<std::unique_ptr<const Decoder>> make_decoder(const ComponentDescription& description) {
    static constexpr ComponentType<Decoder> kTypes[] = {
        {"Sequence", &make_decoder_sequence},
        {"ByteLevel", &make_byte_level_decoder},
        {"ByteFallback", &make_byte_fallback_decoder},
        {"Metaspace", &make_metaspace_decoder},
        {"Replace", &make_replace_decoder},
        {"Strip", &make_strip_decoder},
        {"Fuse", &make_fuse_decoder},
        {"WordPiece", &make_word_piece_decoder},
        {"BPEDecoder", &make_bpe_decoder},
        {"CTC", &make_ctc_decoder},
    };
    return make_component<Decoder>(description, "decoder", kTypes);
}

}  // namespace tunebench
