#include "core/text/tokenizer/sentence_piece_file.h"

#include <limits>

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/sentence_piece_bytes.h"

namespace tunebench {
namespace {

using ModelType = SentencePieceFile::ModelType;
using PieceType = SentencePieceFile::PieceType;

Error refusal_of(const std::string& bytes) {
    const auto file = SentencePieceFile::parse(bytes, "some/tokenizer.model");
    EXPECT_FALSE(file);
    return file ? Error() : file.error();
}

TEST(SentencePieceFileTest, ReadsWhatATokenizerNeeds) {
    const std::string bytes =
        test::piece_field("<unk>", 0, PieceType::Unknown) + test::piece_field("▁a", -1.5F) +
        test::piece_field("<0x0A>", 0, PieceType::Byte) +
        test::bytes_field(2, test::number_field(3, 2) + test::number_field(35, 1) +
                                 test::bytes_field(45, "?") + test::number_field(99, 7)) +
        test::bytes_field(3, test::bytes_field(2, "map") + test::number_field(3, 0)) +
        test::bytes_field(4, "self test");
    const auto file = SentencePieceFile::parse(bytes, "test");
    ASSERT_TRUE(file) << file.error().message;
    ASSERT_EQ(file->pieces.size(), 3U);
    EXPECT_EQ(file->pieces[0].type, PieceType::Unknown);
    EXPECT_EQ(file->pieces[1].text, "▁a");
    EXPECT_EQ(file->pieces[1].score, -1.5F);
    EXPECT_EQ(file->pieces[2].type, PieceType::Byte);
    EXPECT_EQ(file->model_type, ModelType::Bpe);
    EXPECT_TRUE(file->byte_fallback);
    EXPECT_EQ(file->unknown_id, 0);
    EXPECT_EQ(file->unknown_piece, "?");
    EXPECT_EQ(file->precompiled_map, "map");
    EXPECT_FALSE(file->add_dummy_prefix);
}

TEST(SentencePieceFileTest, MissingPartsHaveTheFormatsDefaults) {
    const auto file = SentencePieceFile::parse(test::bytes_field(1, test::bytes_field(1, "a")), "test");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->model_type, ModelType::Unigram);
    EXPECT_EQ(file->pieces[0].type, PieceType::Normal);
    EXPECT_EQ(file->unknown_piece, "<unk>");
    EXPECT_TRUE(file->add_dummy_prefix);
    EXPECT_FALSE(file->byte_fallback);
}

TEST(SentencePieceFileTest, BadPiecesAreRefusedByTheirNumber) {
    const auto with = [](const std::string& text, float score) {
        return test::piece_field("<unk>", 0) + test::piece_field(text, score);
    };
    for (const std::string& bytes :
         {with("", 0), with("<unk>", 0), with("\xFF", 0), with(std::string(1025, 'a'), 0),
          with("a", std::numeric_limits<float>::quiet_NaN()),
          with("a", std::numeric_limits<float>::infinity())}) {
        const Error error = refusal_of(bytes);
        EXPECT_EQ(error.code, ErrorCode::Corrupt);
        EXPECT_NE(error.message.find("some/tokenizer.model: the piece 1"), std::string::npos)
            << error.message;
        EXPECT_FALSE(error.hint.empty());
    }
}

TEST(SentencePieceFileTest, OtherBytesAreRefused) {
    EXPECT_EQ(refusal_of("").code, ErrorCode::Corrupt);
    EXPECT_EQ(refusal_of("not a model").code, ErrorCode::Corrupt);
    EXPECT_EQ(refusal_of(test::bytes_field(2, "")).code, ErrorCode::Corrupt);
    EXPECT_EQ(refusal_of(test::bytes_field(1, "\x0A\x7F")).code, ErrorCode::Corrupt);
    const std::string piece = test::piece_field("a", 0);
    for (const std::uint64_t unknown :
         {std::uint64_t{1}, std::uint64_t{0xFFFF'FFFF'FFFF'FFFF}, std::uint64_t{1} << 31})
        EXPECT_EQ(refusal_of(piece + test::bytes_field(2, test::number_field(40, unknown))).code,
                  ErrorCode::Corrupt);
    EXPECT_EQ(refusal_of(piece + test::bytes_field(2, test::bytes_field(45, "\xFF"))).code,
              ErrorCode::Corrupt);
}

TEST(SentencePieceFileTest, EveryTruncationEndsInAnErrorOrAWholeFile) {
    const std::string bytes = test::sentence_piece_bytes({{"<unk>"}, {"a", -1}, {"ab", -2}}, ModelType::Bpe);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto file = SentencePieceFile::parse(bytes.substr(0, size), "test");
        if (file) {
            EXPECT_LE(file->pieces.size(), 3U);
        }
    }
}

}  // namespace
}  // namespace tunebench
