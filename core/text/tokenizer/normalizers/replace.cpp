#include "core/text/tokenizer/normalizers/normalizers.h"
#include "core/text/tokenizer/text_pattern.h"

namespace tunebench {

namespace {

class Replace final : public Normalizer {
public:
    Replace(TextPattern pattern, std::string content)
        : pattern_(std::move(pattern)), content_(std::move(content)) {}

    void normalize(AlignedText& text) const override {
        AlignedText::Edit edit(text);
        pattern_.for_each_or_throw(text.text(), [&](std::size_t begin, std::size_t end, bool is_match) {
            if (is_match)
                edit.replace(begin, end, content_);
            else
                edit.keep(begin, end);
        });
        edit.finish();
    }

private:
    TextPattern pattern_;
    std::string content_;
};

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_replace(const ComponentDescription& description) {
    TRY(const ComponentDescription pattern, description.member("pattern"));
    TRY(TextPattern compiled, TextPattern::make(pattern));
    TRY(std::string content, description.required_text("content"));
    return component<Normalizer, Replace>(std::move(compiled), std::move(content));
}

}  // namespace tunebench
