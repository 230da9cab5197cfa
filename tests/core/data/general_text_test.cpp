#include "core/data/general_text.h"

#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

class GeneralTextTest : public DataTest {
protected:
    Result<Dataset> load(const std::string& file) {
        config_.evaluation.general_file = file;
        return load_general_text(config_, tokenizer(), {});
    }

    RunConfig config_ = {};
};

TEST_F(GeneralTextTest, EverythingInItCountsHoweverTheRunReadsItsOwnData) {
    config_.data.train = {"nowhere.jsonl"};
    config_.data.validation = "nowhere.jsonl";
    config_.data.validation_share = 0.5;
    config_.data.layout = DataLayout::Messages;
    const auto loaded = load(write("general.jsonl", R"({"prompt": "ab", "completion": "cd"})"));
    ASSERT_TRUE(loaded) << loaded.error().message;
    ASSERT_EQ(loaded->examples.size(), 1U);
    const auto example = loaded->examples[0];
    EXPECT_EQ(example.tokens, (std::vector<std::int32_t>{kBegin, 'a', 'b', 'c', 'd', kEnd}));
    EXPECT_EQ(example.supervised, (std::vector<std::uint8_t>{0, 1, 1, 1, 1, 1}));
}

TEST_F(GeneralTextTest, OfADataSetInSplitsTheHeldOutOneIsRead) {
    std::filesystem::create_directory(folder_ / "set");
    write("set/train.jsonl", R"({"text": "aaaa"})");
    write("set/validation.jsonl", R"({"text": "bb"})");
    const auto loaded = load((folder_ / "set").string());
    ASSERT_TRUE(loaded) << loaded.error().message;
    ASSERT_EQ(loaded->files.size(), 1U);
    EXPECT_TRUE(loaded->files.front().ends_with("validation.jsonl"));
}

TEST_F(GeneralTextTest, WithoutAFileAndForAClassifierThereIsNone) {
    EXPECT_TRUE(load("")->examples.empty());
    config_.model.task = Task::Classification;
    EXPECT_TRUE(load("nowhere.jsonl")->examples.empty());
}

TEST_F(GeneralTextTest, WhatCannotBeReadIsOfItsField) {
    const auto loaded = load((folder_ / "nowhere.jsonl").string());
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().field, "evaluation.general_file");
    EXPECT_NE(loaded.error().message.find("nowhere.jsonl"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
