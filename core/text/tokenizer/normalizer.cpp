#include "core/text/tokenizer/normalizer.h"

#include "core/text/tokenizer/normalizers/normalizers.h"

namespace tunebench {

namespace {

class NormalizerSequence final : public Normalizer {
public:
    explicit NormalizerSequence(std::vector<std::unique_ptr<const Normalizer>> steps)
        : steps_(std::move(steps)) {}

    void normalize(AlignedText& text) const override {
        for (const auto& step : steps_)
            step->normalize(text);
    }

private:
    std::vector<std::unique_ptr<const Normalizer>> steps_;
};

Result<std::unique_ptr<const Normalizer>> make_normalizer_sequence(const ComponentDescription& description) {
    TRY(auto steps, make_components(description, "normalizers", &make_normalizer));
    return component<Normalizer, NormalizerSequence>(std::move(steps));
}

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_normalizer(const ComponentDescription& description) {
    static constexpr ComponentType<Normalizer> kTypes[] = {
        {"Sequence", &make_normalizer_sequence},
        {"NFC", &make_nfc},
        {"NFD", &make_nfd},
        {"NFKC", &make_nfkc},
        {"NFKD", &make_nfkd},
        {"Lowercase", &make_lowercase},
        {"StripAccents", &make_strip_accents},
        {"Strip", &make_strip},
        {"Prepend", &make_prepend},
        {"Replace", &make_replace},
        {"BertNormalizer", &make_bert_normalizer},
        {"Nmt", &make_nmt},
        {"Precompiled", &make_precompiled},
        {"ByteLevel", &make_byte_level_normalizer},
    };
    return make_component<Normalizer>(description, "normalizer", kTypes);
}

}  // namespace tunebench
