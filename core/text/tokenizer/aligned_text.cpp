#include "core/text/tokenizer/aligned_text.h"

namespace tunebench {

AlignedText::AlignedText(const Piece& piece, bool aligned) : text_(piece.text()), offset_(piece.source(0)) {
    if (!aligned)
        return;
    origin_.resize(text_.size() + 1);
    for (std::size_t i = 0; i < origin_.size(); ++i)
        origin_[i] = static_cast<std::uint32_t>(piece.source(i));
}

AlignedText::Edit::Edit(AlignedText& target) : target_(target) {
    text_.reserve(target.text_.size());
    if (target.aligned())
        origin_.reserve(target.origin_.size());
}

void AlignedText::Edit::append(std::size_t begin, std::size_t end, std::string_view text) {
    text_ += text;
    if (!begin_ && !text.empty())
        begin_ = begin;
    end_ = end;
}

void AlignedText::Edit::keep(std::size_t begin, std::size_t end) {
    append(begin, end, std::string_view(target_.text_).substr(begin, end - begin));
    if (target_.aligned())
        origin_.insert(origin_.end(), target_.origin_.data() + begin, target_.origin_.data() + end);
}

void AlignedText::Edit::replace(std::size_t begin, std::size_t end, std::string_view replacement) {
    append(begin, end, replacement);
    if (target_.aligned())
        origin_.insert(origin_.end(), replacement.size(), target_.origin_[begin]);
}

void AlignedText::Edit::finish() {
    target_.offset_ += begin_.value_or(0);
    if (target_.aligned())
        origin_.push_back(target_.origin_[end_]);
    target_.text_ = std::move(text_);
    target_.origin_ = std::move(origin_);
}

}  // namespace tunebench
