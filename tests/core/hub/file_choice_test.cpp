#include "core/hub/file_choice.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

const Repository kModel = {.kind = RepositoryKind::Model, .id = "org/model"};
const Repository kDataset = {.kind = RepositoryKind::Dataset, .id = "org/data"};

std::vector<HubFile> files_named(const std::vector<std::string>& names) {
    std::vector<HubFile> files;
    for (const auto& name : names)
        files.push_back({.path = name});
    return files;
}

std::vector<std::string> chosen(const Repository& repository, const std::vector<std::string>& names,
                                const FileChoice& choice = {}) {
    const auto files = choose_files(repository, files_named(names), choice);
    std::vector<std::string> paths;
    if (!files)
        return {"error: " + files.error().message};
    for (const auto& file : *files)
        paths.push_back(file.path);
    return paths;
}

using Names = std::vector<std::string>;

TEST(FileChoiceTest, OfAModelWhatLoadingNeeds) {
    const Names needed = {"config.json",
                          "generation_config.json",
                          "tokenizer.json",
                          "tokenizer.model",
                          "vocab.json",
                          "merges.txt",
                          "chat_template.jinja",
                          "additional_chat_templates/tool_use.jinja",
                          "model-00001-of-00002.safetensors",
                          "model.safetensors.index.json",
                          "README.md",
                          "LICENSE.txt",
                          "adapter_config.json"};
    Names all = needed;
    for (const auto* name :
         {"pytorch_model.bin", "tf_model.h5", "onnx/model.onnx", "onnx/config.json",
          "original/model.safetensors", ".gitattributes", "consolidated.safetensors", "logo.png"})
        all.emplace_back(name);
    EXPECT_EQ(chosen(kModel, all), needed);
}

TEST(FileChoiceTest, ConsolidatedWeightsAreTakenWhenThereAreNoOthers) {
    EXPECT_EQ(chosen(kModel, {"config.json", "consolidated.safetensors"}),
              (Names{"config.json", "consolidated.safetensors"}));
}

TEST(FileChoiceTest, OfADataSetTheFilesOfRows) {
    EXPECT_EQ(chosen(kDataset,
                     {"README.md", "data/train.jsonl", "data/x.parquet", "script.py", "a.csv", "image.png"}),
              (Names{"README.md", "data/train.jsonl", "data/x.parquet", "a.csv"}));
}

TEST(FileChoiceTest, PicklesAloneAreRefusedWithTheWayOut) {
    const auto files = choose_files(kModel, files_named({"config.json", "pytorch_model.bin"}), {});
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, ErrorCode::Unsupported);
    EXPECT_NE(files.error().message.find("pickles"), std::string::npos);
    EXPECT_NE(files.error().hint.find("safetensors"), std::string::npos);
    EXPECT_EQ(chosen(kModel, {"pytorch_model.bin"}, {.all = true}), (Names{"pytorch_model.bin"}));
    EXPECT_EQ(chosen(kModel, {"config.json", "pytorch_model.bin"}, {.patterns = {"*.json"}}),
              (Names{"config.json"}));
}

TEST(FileChoiceTest, PatternsAreThoseOfAShellOverTheWholePath) {
    const Names all = {"a.json", "sub/b.json", "sub/c.txt", "d1.bin", "d22.bin"};
    EXPECT_EQ(chosen(kModel, all, {.patterns = {"*.json"}}), (Names{"a.json", "sub/b.json"}));
    EXPECT_EQ(chosen(kModel, all, {.patterns = {"sub/"}}), (Names{"sub/b.json", "sub/c.txt"}));
    EXPECT_EQ(chosen(kModel, all, {.patterns = {"d?.bin", "*.txt"}}), (Names{"sub/c.txt", "d1.bin"}));
}

TEST(FileChoiceTest, NothingThatFitsIsAnError) {
    EXPECT_EQ(choose_files(kModel, files_named({"a.json"}), {.patterns = {"*.txt"}}).error().code,
              ErrorCode::NotFound);
    EXPECT_EQ(choose_files(kDataset, files_named({"a.py"}), {}).error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace tunebench
