#include "core/engine/generation/answer_writer.h"

#include <gtest/gtest.h>

#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

/// With the byte tokenizer of the tiny model, so that a token is a byte.
class AnswerWriterTest : public testing::Test {
protected:
    AnswerWriterTest() { test::write_tiny_model(folder_.path()); }

    /// Writes the bytes until the writer has enough, and how many it took.
    std::size_t write(const std::string& bytes) {
        const auto tokenizer = *Tokenizer::load(folder_.path());
        AnswerWriter writer(tokenizer, request_, [this](const AnswerToken& token) { told_ += token.text; });
        std::size_t taken = 0;
        for (const char byte : bytes) {
            ++taken;
            if (!writer.add(static_cast<unsigned char>(byte), at::zeros(258)))
                break;
        }
        is_stopped_ = writer.is_stopped();
        pieces_ = writer.take_pieces();
        return taken;
    }

    std::string text() const {
        std::string text;
        for (const auto& piece : pieces_)
            text += piece.text;
        return text;
    }

    test::TemporaryFolder folder_;
    GenerateRequest request_;
    std::string told_;
    std::vector<AnswerToken> pieces_;
    bool is_stopped_ = false;
};

TEST_F(AnswerWriterTest, AStopTextEndsTheAnswerAndIsNoPartOfIt) {
    request_.sampling.stop = {"never", "\nQ:", ""};
    EXPECT_EQ(write("yes\nno\nQ: more"), 9U);
    EXPECT_TRUE(is_stopped_);
    EXPECT_EQ(text(), "yes\nno");
    EXPECT_EQ(pieces_.size(), 6U);
    EXPECT_EQ(told_, "yes\nno\nQ") << "what looked like an answer had been told";
}

TEST_F(AnswerWriterTest, TheFirstOfSeveralStopTextsCounts) {
    request_.sampling.stop = {"bc", "abcd"};
    EXPECT_EQ(write("xabcd"), 4U);
    EXPECT_EQ(text(), "xa");
}

TEST_F(AnswerWriterTest, ACharacterIsToldWhenItIsWhole) {
    EXPECT_EQ(write("a\xC3\xA9z"), 4U);
    EXPECT_FALSE(is_stopped_);
    ASSERT_EQ(pieces_.size(), 4U);
    EXPECT_EQ(pieces_[1].text, "");
    EXPECT_EQ(pieces_[1].chosen.text, "<0xC3>");
    EXPECT_EQ(pieces_[2].text, "\xC3\xA9");
    EXPECT_EQ(text(), "a\xC3\xA9z");
}

TEST_F(AnswerWriterTest, HalfACharacterAtTheEndIsNotLost) {
    write("a\xC3");
    EXPECT_EQ(text(), "a\xEF\xBF\xBD");
}

TEST_F(AnswerWriterTest, WithoutAlternativesNothingIsWeighed) {
    write("ab");
    EXPECT_TRUE(pieces_[0].likeliest.empty());
    request_.alternatives = 3;
    write("ab");
    ASSERT_EQ(pieces_[0].likeliest.size(), 3U);
    EXPECT_EQ(pieces_[0].likeliest[0].id, 0);  // all are as likely: the lowest ids
    EXPECT_EQ(pieces_[0].likeliest[2].id, 2);
    EXPECT_DOUBLE_EQ(pieces_[0].chosen.probability, 1.0 / 258.0);
}

}  // namespace
}  // namespace tunebench
