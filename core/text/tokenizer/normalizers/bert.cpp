#include "core/text/tokenizer/normalizers/character_edit.h"
#include "core/text/tokenizer/normalizers/normalizers.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

/// Control characters go, and every white space is a space.
bool clean(char32_t character, std::string& changed) {
    const bool is_bert_space = character == '\t' || character == '\n' || character == '\r';
    if (!is_bert_space && (character == 0 || character == 0xFFFD || is_control(character)))
        return true;
    if (character == ' ' || !is_white_space(character))
        return false;
    changed = " ";
    return true;
}

/// The blocks of ideographs as the reference has them: extension E without its first 256.
bool is_ideograph(char32_t character) {
    static constexpr std::pair<char32_t, char32_t> kBlocks[] = {
        {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},   {0x20000, 0x2A6DF},
        {0x2A700, 0x2B73F}, {0x2B740, 0x2B81F}, {0x2B920, 0x2CEAF}, {0x2F800, 0x2FA1F}};
    for (const auto& [low, high] : kBlocks)
        if (character >= low && character <= high)
            return true;
    return false;
}

bool put_between_spaces(char32_t character, std::string& changed) {
    if (!is_ideograph(character))
        return false;
    changed = " ";
    append_utf8(changed, character);
    changed += ' ';
    return true;
}

struct BertOptions {
    bool clean_text = true;
    bool handle_chinese_chars = true;
    bool strip_accents = true;
    bool lowercase = true;
};

class BertNormalizer final : public Normalizer {
public:
    BertNormalizer(BertOptions options, std::unique_ptr<const Normalizer> decompose)
        : options_(options), decompose_(std::move(decompose)) {}

    void normalize(AlignedText& text) const override {
        if (options_.clean_text)
            change_characters(text, &clean);
        if (options_.handle_chinese_chars)
            change_characters(text, &put_between_spaces);
        if (options_.strip_accents) {
            decompose_->normalize(text);
            change_characters(text,
                              [](char32_t character, std::string&) { return is_nonspacing_mark(character); });
        }
        if (options_.lowercase)
            change_characters(text, &lower_case);
    }

private:
    BertOptions options_;
    std::unique_ptr<const Normalizer> decompose_;
};

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_bert_normalizer(const ComponentDescription& description) {
    BertOptions options;
    TRY(options.clean_text, description.boolean("clean_text", true));
    TRY(options.handle_chinese_chars, description.boolean("handle_chinese_chars", true));
    TRY(options.lowercase, description.boolean("lowercase", true));
    TRY(options.strip_accents, description.boolean("strip_accents", options.lowercase));
    TRY(auto decompose, make_nfd(description));
    return component<Normalizer, BertNormalizer>(options, std::move(decompose));
}

}  // namespace tunebench
