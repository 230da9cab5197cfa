#include <array>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "core/formats/safetensors.h"
#include "tests/core/base/folder_of_files.h"

namespace tunebench {

namespace fs = std::filesystem;
using test::FolderOfFiles;

namespace {

constexpr std::array<float, 2> kValues = {1.0F, 2.0F};

TensorView view(std::string name) {
    return {std::move(name), DType::F32, {2}, std::as_bytes(std::span(kValues))};
}

void write_shard(const fs::path& path, std::initializer_list<std::string> names) {
    std::vector<TensorView> tensors;
    for (const std::string& name : names)
        tensors.push_back(view(name));
    fs::create_directories(path.parent_path());
    ASSERT_TRUE(write_safetensors(path, tensors));
}

constexpr std::string_view kIndex = "model.safetensors.index.json";

/// a and b in the first shard, c in the second.
void write_model(const FolderOfFiles& folder) {
    write_shard(folder.path() / "model-00001-of-00002.safetensors", {"a", "b"});
    write_shard(folder.path() / "model-00002-of-00002.safetensors", {"c"});
    folder.write(kIndex,
                 R"({"metadata": {"total_size": 24}, "weight_map": {"a": "model-00001-of-00002.safetensors",
        "b": "model-00001-of-00002.safetensors", "c": "model-00002-of-00002.safetensors"}})");
}

Error error_of(const fs::path& path) {
    const auto set = SafetensorsSet::open(path);
    EXPECT_FALSE(set) << path;
    return set ? Error{} : set.error();
}

void expect_in(const std::string& message, std::string_view part) {
    EXPECT_NE(message.find(part), std::string::npos) << message;
}

}  // namespace

TEST(SafetensorsSetTest, FindsTensorsAcrossShards) {
    const FolderOfFiles folder;
    write_model(folder);
    for (const fs::path& path : {folder.path(), folder.path() / kIndex}) {
        const auto set = SafetensorsSet::open(path);
        ASSERT_TRUE(set) << set.error().message;
        EXPECT_EQ(set->files().size(), 2U);
        EXPECT_EQ(set->names(), (std::vector<std::string>{"a", "b", "c"}));
        EXPECT_EQ(set->tensor_bytes(), 24U);
        EXPECT_EQ(set->find("c")->name, "c");
        EXPECT_EQ(set->file_of("c")->path().filename(), "model-00002-of-00002.safetensors");
        EXPECT_EQ(set->bytes("b")->size(), 8U);
    }
}

TEST(SafetensorsSetTest, OpensASingleFileAndAFolderWithOne) {
    const FolderOfFiles folder;
    write_shard(folder.path() / "model.safetensors", {"a"});
    write_shard(folder.path() / "adapter_model.safetensors", {"x"});
    EXPECT_NE(SafetensorsSet::open(folder.path())->find("a"), nullptr);
    EXPECT_NE(SafetensorsSet::open(folder.path() / "adapter_model.safetensors")->find("x"), nullptr);
}

TEST(SafetensorsSetTest, ATensorThatNoFileHasIsNotFound) {
    const FolderOfFiles folder;
    write_model(folder);
    const auto set = SafetensorsSet::open(folder.path());
    ASSERT_TRUE(set);
    EXPECT_EQ(set->find("d"), nullptr);
    EXPECT_EQ(set->file_of("d"), nullptr);
    EXPECT_EQ(set->bytes("d").error().message, "There is no tensor \"d\" in " + folder.path().string() + ".");
}

TEST(SafetensorsSetTest, NamesTheShardThatIsMissing) {
    const FolderOfFiles folder;
    write_model(folder);
    fs::remove(folder.path() / "model-00002-of-00002.safetensors");
    const Error error = error_of(folder.path());
    EXPECT_EQ(error.code, ErrorCode::NotFound);
    expect_in(error.message,
              "The shard " + (folder.path() / "model-00002-of-00002.safetensors").string() + " is missing");
}

TEST(SafetensorsSetTest, NamesTheShardThatIsTruncated) {
    const FolderOfFiles folder;
    write_model(folder);
    const fs::path shard = folder.path() / "model-00001-of-00002.safetensors";
    fs::resize_file(shard, fs::file_size(shard) - 1);
    const Error error = error_of(folder.path());
    EXPECT_EQ(error.code, ErrorCode::Corrupt);
    expect_in(error.message, shard.string());
    expect_in(error.message, "truncated");
}

TEST(SafetensorsSetTest, NamesATensorThatItsShardLacks) {
    const FolderOfFiles folder;
    write_model(folder);
    write_shard(folder.path() / "model-00002-of-00002.safetensors", {"other"});
    expect_in(error_of(folder.path()).message, "Tensor \"c\" is not in ");
}

TEST(SafetensorsSetTest, ATensorInTheOtherShardThanTheIndexSaysIsAnError) {
    const FolderOfFiles folder;
    write_shard(folder.path() / "1.safetensors", {"a"});
    write_shard(folder.path() / "2.safetensors", {"b"});
    folder.write(kIndex, R"({"weight_map": {"a": "2.safetensors", "b": "1.safetensors"}})");
    expect_in(error_of(folder.path()).message,
              "Tensor \"a\" is not in " + (folder.path() / "2.safetensors").string());
}

TEST(SafetensorsSetTest, NamesATensorThatIsPresentTwice) {
    const FolderOfFiles folder;
    write_model(folder);
    write_shard(folder.path() / "model-00002-of-00002.safetensors", {"c", "a"});
    expect_in(error_of(folder.path()).message, "Tensor \"a\" is in two files");
}

TEST(SafetensorsSetTest, RefusesShardsOutsideTheFolder) {
    const FolderOfFiles folder;
    write_shard(folder.path() / "outside.safetensors", {"a"});
    const fs::path model = folder.path() / "model";
    fs::create_directories(model);
    fs::create_symlink("../outside.safetensors", model / "link.safetensors");
    for (const std::string name : {"../outside.safetensors", "x/../../outside.safetensors",
                                   "..\\\\outside.safetensors", "link.safetensors", "\\u0000", ""}) {
        folder.write("model/" + std::string(kIndex), R"({"weight_map": {"a": ")" + name + "\"}}");
        const Error error = error_of(model);
        EXPECT_EQ(error.code, ErrorCode::Corrupt) << name;
        expect_in(error.message, "is refused");
        expect_in(error.message, (model / kIndex).string());
    }
    folder.write("model/" + std::string(kIndex),
                 R"({"weight_map": {"a": ")" + (folder.path() / "outside.safetensors").string() + "\"}}");
    expect_in(error_of(model).message, "it is absolute");
}

TEST(SafetensorsSetTest, RefusesABrokenIndex) {
    const FolderOfFiles folder;
    const auto message_for = [&](std::string_view text) {
        folder.write(kIndex, text);
        return error_of(folder.path()).message;
    };
    expect_in(message_for("{"), "index.json line 1");
    expect_in(message_for("{}"), "\"weight_map\" is missing");
    expect_in(message_for(R"({"weight_map": []})"), "\"weight_map\" must be an object");
    expect_in(message_for(R"({"weight_map": {}})"), "lists no tensor");
    expect_in(message_for(R"({"weight_map": {"a": 1}})"), "shard of tensor \"a\" is not a text");
    expect_in(message_for(R"({"weight_map": {"a": "x", "a": "y"}})"), "the key \"a\" occurs twice");
}

TEST(SafetensorsSetTest, PickledWeightsAreNeverReadAndTheUserIsToldWhy) {
    const FolderOfFiles folder;
    folder.write("pytorch_model.bin", "\x80\x02");
    const Error error = error_of(folder.path());
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    expect_in(error.message, "only pickled weights");
    expect_in(error.hint, "safetensors");
}

TEST(SafetensorsSetTest, SaysWhichFilesAFolderLacks) {
    const FolderOfFiles folder;
    const Error error = error_of(folder.path());
    EXPECT_EQ(error.code, ErrorCode::NotFound);
    expect_in(error.message, "neither model.safetensors nor model.safetensors.index.json");
    EXPECT_EQ(error_of(folder.path() / "absent").code, ErrorCode::NotFound);
}

}  // namespace tunebench
