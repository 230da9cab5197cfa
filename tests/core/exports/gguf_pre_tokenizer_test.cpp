#include "core/exports/gguf_pre_tokenizer.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

const std::string kLlama3 = R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| )"
                            R"(?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const std::string kQwen2 = R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| )"
                           R"(?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

Json byte_level(bool use_regex) {
    return {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", use_regex}};
}

Json split(const std::string& expression) {
    return {
        {"type", "Split"}, {"pattern", {{"Regex", expression}}}, {"behavior", "Isolated"}, {"invert", false}};
}

Json sequence(std::vector<Json> parts) {
    return {{"type", "Sequence"}, {"pretokenizers", std::move(parts)}};
}

std::string name_of(const Json& cuts, bool ignore_merges = false) {
    const Json tokenizer = {{"pre_tokenizer", cuts},
                            {"model", {{"type", "BPE"}, {"ignore_merges", ignore_merges}}}};
    return std::string(gguf_pre_tokenizer(tokenizer).value_or("none"));
}

TEST(GgufPreTokenizerTest, KnowsTheCutsOfTheFamilies) {
    EXPECT_EQ(name_of(byte_level(true)), "gpt-2");
    EXPECT_EQ(name_of(sequence({split(kLlama3), byte_level(false)}), true), "llama-bpe");
    EXPECT_EQ(name_of(sequence({split(kLlama3), byte_level(false)}), false), "smaug-bpe");
    EXPECT_EQ(name_of(sequence({split(kQwen2), byte_level(false)})), "qwen2");
    EXPECT_EQ(name_of(sequence({{{"type", "Digits"}, {"individual_digits", true}}, byte_level(true)})),
              "smollm");
}

TEST(GgufPreTokenizerTest, HasNoNameForOtherCuts) {
    EXPECT_EQ(name_of(sequence({split("[a-z]+"), byte_level(false)})), "none");
    EXPECT_EQ(name_of(sequence({split(kQwen2), byte_level(true)})), "none");
    EXPECT_EQ(name_of(sequence({{{"type", "Digits"}, {"individual_digits", false}}, byte_level(true)})),
              "none");
    EXPECT_EQ(name_of({{"type", "Whitespace"}}), "none");
    EXPECT_EQ(name_of(nullptr), "none");
}

}  // namespace
}  // namespace tunebench
