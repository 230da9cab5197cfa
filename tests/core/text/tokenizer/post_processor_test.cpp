#include "core/text/tokenizer/post_processor.h"

#include <gtest/gtest.h>

#include "tests/core/text/tokenizer/small_tokenizer.h"

namespace tunebench {
namespace {

constexpr const char* kTemplate = R"({"type": "TemplateProcessing",
    "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
               {"SpecialToken": {"id": "</s>", "type_id": 0}}],
    "special_tokens": {"<s>": {"id": "<s>", "ids": [1]}, "</s>": {"id": "</s>", "ids": [2, 3]}}})";

Encoding processed(std::string_view description, Encoding encoding, std::size_t text_size) {
    made(&make_post_processor, description)->add_special_tokens(encoding, text_size);
    return encoding;
}

TEST(PostProcessorTest, TemplateAddsTokensOnBothSidesWithEmptySpans) {
    const Encoding encoding = processed(kTemplate, {{7, 8}, {{0, 2}, {2, 5}}}, 5);
    EXPECT_EQ(encoding.ids, (std::vector{1, 7, 8, 2, 3}));
    EXPECT_EQ(encoding.spans, (std::vector<Span>{{0, 0}, {0, 2}, {2, 5}, {5, 5}, {5, 5}}));
}

TEST(PostProcessorTest, SpansStayEmptyWhenNotAskedFor) {
    EXPECT_TRUE(processed(kTemplate, {{7}, {}}, 1).spans.empty());
}

TEST(PostProcessorTest, SequencesByteLevelAndClsSepWork) {
    const std::string sequence =
        R"({"type": "Sequence", "processors": [{"type": "ByteLevel"}, )" + std::string(kTemplate) + "]}";
    EXPECT_EQ(processed(sequence, {{7}, {}}, 1).ids, (std::vector{1, 7, 2, 3}));
    EXPECT_EQ(
        processed(R"({"type": "RobertaProcessing", "sep": ["</s>", 2], "cls": ["<s>", 0]})", {{7}, {}}, 1)
            .ids,
        (std::vector{0, 7, 2}));
}

TEST(PostProcessorTest, BrokenTemplatesAreRefused) {
    for (const char* text :
         {R"({"type": "TemplateProcessing"})", R"({"type": "TemplateProcessing", "single": []})",
          R"({"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "x"}}, {"Sequence": {}}]})",
          R"({"type": "TemplateProcessing", "single": [{"Sequence": {}}, {"Sequence": {}}]})",
          R"({"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "x"}}, {"Sequence": {}}],
              "special_tokens": {"x": {"ids": [-1]}}})",
          R"({"type": "RobertaProcessing", "sep": ["</s>"], "cls": ["<s>", 0]})"})
        EXPECT_EQ(refusal(&make_post_processor, text).code, ErrorCode::Corrupt) << text;
    EXPECT_EQ(refusal(&make_post_processor, R"({"type": "Other"})").code, ErrorCode::Unsupported);
}

}  // namespace
}  // namespace tunebench
