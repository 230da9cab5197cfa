// A tokenizer for tests in which a byte of text is the token of the same number, and a folder of data files
// that vanishes with the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

inline constexpr std::int32_t kBegin = 256;
inline constexpr std::int32_t kEnd = 257;
inline constexpr std::int32_t kTurnBegin = 258;
inline constexpr std::int32_t kTurnEnd = 259;

/// The letter that byte-level tokenizers write for a byte, as UTF-8: printable Latin-1 stands for itself, the
/// other bytes for U+0100 and on, in order.
inline std::string letter_of_byte(int byte) {
    const auto is_printable = [](int b) {
        return (b >= 33 && b <= 126) || (b >= 161 && b <= 255 && b != 173);
    };
    int code = byte;
    if (!is_printable(byte)) {
        code = 256;
        for (int b = 0; b < byte; ++b)
            code += is_printable(b) ? 0 : 1;
    }
    if (code < 128)
        return std::string(1, static_cast<char>(code));
    return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

inline OrderedJson byte_tokenizer_json(bool adds_begin) {
    auto vocabulary = OrderedJson::object();
    for (int byte = 0; byte < 256; ++byte)
        vocabulary[letter_of_byte(byte)] = byte;
    auto added = OrderedJson::array();
    std::int32_t id = kBegin;
    for (const auto* token : {"<s>", "</s>", "<|im_start|>", "<|im_end|>"})
        added.push_back({{"id", id++},
                         {"content", token},
                         {"single_word", false},
                         {"lstrip", false},
                         {"rstrip", false},
                         {"normalized", false},
                         {"special", true}});
    const auto piece = [](const char* kind, const char* name) {
        return OrderedJson{{kind, {{"id", name}, {"type_id", 0}}}};
    };
    OrderedJson processor = nullptr;
    if (adds_begin)
        processor = {{"type", "TemplateProcessing"},
                     {"single", {piece("SpecialToken", "<s>"), piece("Sequence", "A")}},
                     {"pair", {piece("SpecialToken", "<s>"), piece("Sequence", "A"), piece("Sequence", "B")}},
                     {"special_tokens", {{"<s>", {{"id", "<s>"}, {"ids", {kBegin}}, {"tokens", {"<s>"}}}}}}};
    const OrderedJson byte_level = {
        {"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", false}};
    return {{"version", "1.0"},
            {"truncation", nullptr},
            {"padding", nullptr},
            {"added_tokens", added},
            {"normalizer", nullptr},
            {"pre_tokenizer", byte_level},
            {"post_processor", processor},
            {"decoder", byte_level},
            {"model",
             {{"type", "BPE"},
              {"dropout", nullptr},
              {"unk_token", nullptr},
              {"continuing_subword_prefix", nullptr},
              {"end_of_word_suffix", nullptr},
              {"fuse_unk", false},
              {"byte_fallback", false},
              {"vocab", vocabulary},
              {"merges", OrderedJson::array()}}}};
}

/// A fixture with a folder for files and the tokenizer, whose begin token is added to texts with special
/// tokens.
class DataTest : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        std::string pattern = (std::filesystem::temp_directory_path() / "tunebench_data_XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr) << test->name();
        folder_ = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return (folder_ / name).string();
    }

    Tokenizer tokenizer(bool adds_begin = true,
                        const OrderedJson& configuration = default_configuration()) const {
        write("tokenizer.json", byte_tokenizer_json(adds_begin).dump());
        write("tokenizer_config.json", configuration.dump());
        auto loaded = Tokenizer::load(folder_);
        if (!loaded)
            throw std::runtime_error(loaded.error().message);
        return *std::move(loaded);
    }

    static OrderedJson default_configuration() { return {{"bos_token", "<s>"}, {"eos_token", "</s>"}}; }

    std::filesystem::path folder_ = {};
};

/// The tokens of a text of this tokenizer.
inline std::vector<std::int32_t> bytes_of(std::string_view text) {
    std::vector<std::int32_t> tokens;
    for (const char c : text)
        tokens.push_back(static_cast<unsigned char>(c));
    return tokens;
}

}  // namespace tunebench
