#include "core/run/input_hashes.h"

#include <fstream>

#include <gtest/gtest.h>

#include "core/base/sha256.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

void ignore(const std::string&) {}

TEST(InputHashesTest, CoverModelAndDataInAFixedOrder) {
    const test::TemporaryFolder folder;
    const auto config = test::tiny_run(folder.path(), 1);
    std::ofstream(folder.path() / "model" / "notes.md") << "not read by the run";
    const auto hashes = hash_inputs(config, {}, ignore);
    ASSERT_TRUE(hashes) << hashes.error().message;
    std::vector<std::string> names;
    for (const auto& [path, hash] : *hashes) {
        names.push_back(std::filesystem::path(path).filename().string());
        EXPECT_EQ(hash, *sha256_of_file(path));
    }
    EXPECT_EQ(names, (std::vector<std::string>{"config.json", "model.safetensors", "tokenizer.json",
                                               "train.jsonl", "valid.jsonl"}));
}

TEST(InputHashesTest, TheFileOfAChatTemplateIsAnInput) {
    const test::TemporaryFolder folder;
    auto config = test::tiny_run(folder.path(), 1);
    config.data.chat_template = (folder.path() / "house.jinja").string();
    std::ofstream(config.data.chat_template) << "{{ messages[0].content }}";
    const auto hashes = hash_inputs(config, {}, ignore);
    ASSERT_TRUE(hashes) << hashes.error().message;
    ASSERT_EQ(hashes->size(), 6u);
    EXPECT_EQ(hashes->back(),
              (std::pair{config.data.chat_template, sha256_hex("{{ messages[0].content }}")}));
    config.data.chat_template = "chatml";
    EXPECT_EQ(hash_inputs(config, {}, ignore)->size(), 5u);
}

TEST(InputHashesTest, TheModelsAdditionalChatTemplatesAreInputs) {
    const test::TemporaryFolder folder;
    const auto config = test::tiny_run(folder.path(), 1);
    const auto templates = folder.path() / "model" / "additional_chat_templates";
    std::filesystem::create_directory(templates);
    const auto before = *hash_inputs(config, {}, ignore);
    std::ofstream(templates / "tool_use.jinja") << "{{ tools }}";
    const auto found = input_differences(before, *hash_inputs(config, {}, ignore));
    EXPECT_EQ(found, std::vector<std::string>{(templates / "tool_use.jinja").string() + " is new"});
}

TEST(InputHashesTest, OfAFolderInSplitsTheFilesThatAreRead) {
    const test::TemporaryFolder folder;
    auto config = test::tiny_run(folder.path(), 1);
    const auto splits = folder.path() / "splits";
    std::filesystem::create_directory(splits);
    for (const auto* name : {"test.jsonl", "train.jsonl", "valid.jsonl"})
        std::ofstream(splits / name) << "{}";
    config.data.train = {splits.string()};
    config.data.validation = splits.string();
    auto files = input_files(config);
    ASSERT_GE(files.size(), 2u);
    files.erase(files.begin(), files.end() - 2);
    EXPECT_EQ(files, (std::vector<std::filesystem::path>{splits / "train.jsonl", splits / "valid.jsonl"}));
}

TEST(InputHashesTest, SayWhatIsBeingRead) {
    const test::TemporaryFolder folder;
    const auto config = test::tiny_run(folder.path(), 1);
    std::vector<std::string> said;
    ASSERT_TRUE(hash_inputs(config, {}, [&](std::string text) { said.push_back(std::move(text)); }));
    ASSERT_EQ(said.size(), 5u);
    EXPECT_EQ(said.front(), "Reading config.json, 0 %");
}

TEST(InputHashesTest, AFileThatIsNamedTwiceIsReadOnce) {
    const test::TemporaryFolder folder;
    auto config = test::tiny_run(folder.path(), 1);
    config.data.validation = config.data.train.front().path;
    EXPECT_EQ(hash_inputs(config, {}, ignore)->size(), 4u);
}

TEST(InputHashesTest, ACancelledReadingIsAnError) {
    const test::TemporaryFolder folder;
    const auto config = test::tiny_run(folder.path(), 1);
    CancelToken cancel;
    cancel.cancel();
    const auto hashes = hash_inputs(config, cancel, ignore);
    ASSERT_FALSE(hashes);
    EXPECT_EQ(hashes.error().code, ErrorCode::Cancelled);
}

TEST(InputHashesTest, AMissingFileIsNamed) {
    const test::TemporaryFolder folder;
    auto config = test::tiny_run(folder.path(), 1);
    config.data.validation = "/nonexistent/valid.jsonl";
    const auto hashes = hash_inputs(config, {}, ignore);
    ASSERT_FALSE(hashes);
    EXPECT_NE(hashes.error().message.find("/nonexistent/valid.jsonl"), std::string::npos);
}

TEST(InputHashesTest, WhatDiffersIsNamed) {
    const FileHashes before = {{"a.json", "1"}, {"rows.jsonl", "2"}};
    EXPECT_TRUE(check_same_inputs(before, {{"rows.jsonl", "2"}, {"a.json", "1"}}));
    const auto changed = check_same_inputs(before, {{"a.json", "1"}, {"rows.jsonl", "3"}});
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().message,
              "rows.jsonl has changed since the run began: it would not go on as it was");
    EXPECT_FALSE(changed.error().hint.empty());
    const auto gone = check_same_inputs(before, {{"a.json", "1"}});
    ASSERT_FALSE(gone);
    EXPECT_NE(gone.error().message.find("rows.jsonl is gone"), std::string::npos) << gone.error().message;
    const auto several = check_same_inputs(before, {{"a.json", "4"}, {"b.json", "5"}, {"rows.jsonl", "2"}});
    ASSERT_FALSE(several);
    EXPECT_NE(several.error().message.find("and 1 more"), std::string::npos) << several.error().message;
}

}  // namespace
}  // namespace tunebench
