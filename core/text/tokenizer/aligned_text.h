// Text on its way through the tokenizer, and where each of its bytes came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/span.h"

namespace tunebench {

/// A stretch of text and its place in the text that the caller gave. Does not own the text.
class Piece {
public:
    /// `text` stands in the source at `offset`.
    explicit Piece(std::string_view text, std::size_t offset = 0) : text_(text), offset_(offset) {}

    /// `origin[i]` is the source offset of byte i; it has text.size() + 1 entries, ascending.
    Piece(std::string_view text, const std::uint32_t* origin) : text_(text), origin_(origin) {}

    std::string_view text() const { return text_; }
    bool empty() const { return text_.empty(); }

    /// The source offset of byte `at` (at most text().size()).
    std::size_t source(std::size_t at) const { return origin_ ? origin_[at] : offset_ + at; }

    /// The source bytes that [begin, end) of this piece came from.
    Span source_span(std::size_t begin, std::size_t end) const { return {source(begin), source(end)}; }

    Piece part(std::size_t begin, std::size_t end) const {
        Piece piece = *this;
        piece.text_ = text_.substr(begin, end - begin);
        piece.offset_ = offset_ + begin;
        piece.origin_ = origin_ ? origin_ + begin : nullptr;
        return piece;
    }

private:
    std::string_view text_;
    std::size_t offset_ = 0;
    const std::uint32_t* origin_ = nullptr;
};

/// Owned text that remembers its origin, when asked to: what normalizers edit.
class AlignedText {
public:
    /// A copy of `piece`. Without `aligned` only the origin of the first byte is kept: others are counted on.
    AlignedText(const Piece& piece, bool aligned);

    const std::string& text() const { return text_; }
    bool aligned() const { return !origin_.empty(); }

    /// Valid as long as this object, and until it is edited.
    Piece piece() const { return aligned() ? Piece(text_, origin_.data()) : Piece(text_, offset_); }

    /// Builds a new text from an old one, front to back.
    class Edit;

private:
    std::string text_;
    std::vector<std::uint32_t> origin_;  // text_.size() + 1 entries, or none
    std::size_t offset_ = 0;             // the origin of the first byte
};

class AlignedText::Edit {
public:
    explicit Edit(AlignedText& target);

    /// The bytes [begin, end) of the old text, as they are.
    void keep(std::size_t begin, std::size_t end);

    /// `replacement`, which stands for [begin, end) of the old text: all of it comes from that range.
    void replace(std::size_t begin, std::size_t end, std::string_view replacement);

    /// The edited text becomes the target's text. Bytes neither kept nor replaced are gone.
    void finish();

private:
    void append(std::size_t begin, std::size_t end, std::string_view text);

    AlignedText& target_;
    std::string text_;
    std::vector<std::uint32_t> origin_;
    std::optional<std::size_t> begin_;  // of the old text's bytes that became text
    std::size_t end_ = 0;
};

}  // namespace tunebench
