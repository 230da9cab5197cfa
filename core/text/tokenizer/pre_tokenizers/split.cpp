#include "core/text/tokenizer/pre_tokenizers/pre_tokenizers.h"
#include "core/text/tokenizer/split_behavior.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

class Split final : public PreTokenizer {
public:
    Split(TextPattern pattern, SplitBehavior behavior, bool invert)
        : pattern_(std::move(pattern)), behavior_(behavior), invert_(invert) {}

    void split(const Piece& piece, const PieceSink& sink) const override {
        Splitter splitter(behavior_, piece, sink);
        pattern_.for_each_or_throw(piece.text(), [&](std::size_t begin, std::size_t end, bool is_match) {
            splitter.add(begin, end, is_match != invert_);
        });
        splitter.finish();
    }

private:
    TextPattern pattern_;
    SplitBehavior behavior_;
    bool invert_;
};

}  // namespace

Result<std::unique_ptr<const PreTokenizer>> make_split(const ComponentDescription& description) {
    TRY(const ComponentDescription pattern, description.member("pattern"));
    TRY(TextPattern compiled, TextPattern::make(pattern));
    TRY(const SplitBehavior behavior, split_behavior(description, SplitBehavior::Isolated));
    TRY(const bool invert, description.boolean("invert", false));
    return component<PreTokenizer, Split>(std::move(compiled), behavior, invert);
}

Result<std::unique_ptr<const PreTokenizer>> make_char_delimiter_split(
    const ComponentDescription& description) {
    TRY(std::string delimiter, description.required_text("delimiter"));
    if (delimiter.empty() || code_point_at(delimiter, 0).length != delimiter.size())
        return description.error("\"delimiter\" should be one character");
    return component<PreTokenizer, Split>(TextPattern::literal(std::move(delimiter)), SplitBehavior::Removed,
                                          false);
}

}  // namespace tunebench
