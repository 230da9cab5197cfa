#include "core/text/tokenizer/aligned_text.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

TEST(AlignedTextTest, PartsOfAPieceKnowTheirPlaceInTheSource) {
    const Piece piece("hello", 10);
    EXPECT_EQ(piece.part(1, 3).text(), "el");
    EXPECT_EQ(piece.part(1, 3).source_span(0, 2), (Span{11, 13}));
}

TEST(AlignedTextTest, EditsKeepTheOriginOfEveryByte) {
    AlignedText text(Piece("a bc", 5), true);
    AlignedText::Edit edit(text);
    edit.replace(0, 0, "__");  // inserted
    edit.keep(0, 1);
    edit.replace(1, 2, "SPACE");
    edit.keep(2, 4);
    edit.finish();
    EXPECT_EQ(text.text(), "__aSPACEbc");
    EXPECT_EQ(text.piece().source_span(0, 3), (Span{5, 6}));
    EXPECT_EQ(text.piece().source_span(3, 8), (Span{6, 7}));
    EXPECT_EQ(text.piece().source_span(8, 10), (Span{7, 9}));
}

TEST(AlignedTextTest, SecondEditStillPointsToTheSource) {
    AlignedText text(Piece("xyz"), true);
    AlignedText::Edit first(text);
    first.keep(1, 3);
    first.finish();
    AlignedText::Edit second(text);
    second.replace(0, 1, "YY");
    second.keep(1, 2);
    second.finish();
    EXPECT_EQ(text.text(), "YYz");
    EXPECT_EQ(text.piece().source_span(0, 2), (Span{1, 2}));
    EXPECT_EQ(text.piece().source_span(2, 3), (Span{2, 3}));
}

TEST(AlignedTextTest, WithoutAlignmentTheOriginOfTheFirstByteIsKept) {
    AlignedText text(Piece("  x", 7), false);
    AlignedText::Edit edit(text);
    edit.keep(2, 3);
    edit.finish();
    EXPECT_FALSE(text.aligned());
    EXPECT_EQ(text.piece().source(0), 9U);
}

TEST(AlignedTextTest, TextThatIsTakenAwayDoesNotCountAsTheStart) {
    for (const bool aligned : {false, true}) {
        AlignedText text(Piece("xab", 5), aligned);
        AlignedText::Edit edit(text);
        edit.replace(0, 1, "");
        edit.keep(1, 3);
        edit.finish();
        EXPECT_EQ(text.piece().source(0), 6U);
    }
}

}  // namespace
}  // namespace tunebench
