#include "core/text/tokenizer/normalizers/normalizers.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

class Strip final : public Normalizer {
public:
    Strip(bool left, bool right) : left_(left), right_(right) {}

    void normalize(AlignedText& target) const override {
        const std::string& text = target.text();
        std::size_t begin = 0;
        std::size_t end = text.size();
        while (left_ && begin < end) {
            const CodePoint first = code_point_at(text, begin);
            if (!is_white_space(first.value))
                break;
            begin += first.length;
        }
        while (right_ && begin < end) {
            const CodePoint last = code_point_before(text, end);
            if (!is_white_space(last.value))
                break;
            end -= last.length;
        }
        AlignedText::Edit edit(target);
        edit.keep(begin, end);
        edit.finish();
    }

private:
    bool left_;
    bool right_;
};

class Prepend final : public Normalizer {
public:
    explicit Prepend(std::string prefix) : prefix_(std::move(prefix)) {}

    void normalize(AlignedText& text) const override {
        if (text.text().empty())
            return;
        AlignedText::Edit edit(text);
        edit.replace(0, 0, prefix_);
        edit.keep(0, text.text().size());
        edit.finish();
    }

private:
    std::string prefix_;
};

}  // namespace

Result<std::unique_ptr<const Normalizer>> make_strip(const ComponentDescription& description) {
    TRY(const bool left, description.boolean("strip_left", true));
    TRY(const bool right, description.boolean("strip_right", true));
    return component<Normalizer, Strip>(left, right);
}

Result<std::unique_ptr<const Normalizer>> make_prepend(const ComponentDescription& description) {
    TRY(std::string prefix, description.required_text("prepend"));
    return component<Normalizer, Prepend>(std::move(prefix));
}

}  // namespace tunebench
