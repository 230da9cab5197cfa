#include "core/data/source_hashes.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "core/base/sha256.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

class SourceHashesTest : public ::testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  ("source_hashes_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name) << text;
        return (folder_ / name).string();
    }

    fs::path folder_;
    CancelToken cancel_;
};

TEST_F(SourceHashesTest, NamesDataFilesAsGiven) {
    DataSection data;
    data.train = {write("b.jsonl", "two"), write("a.jsonl", "one")};
    data.validation = write("v.jsonl", "three");
    const auto hashes = hash_data_files(data, cancel_);
    ASSERT_TRUE(hashes);
    EXPECT_EQ(*hashes, (FileHashes{{data.train[0].path, sha256_hex("two")},
                                   {data.train[1].path, sha256_hex("one")},
                                   {data.validation, sha256_hex("three")}}));
}

TEST_F(SourceHashesTest, NamesTheDataFileThatIsMissing) {
    DataSection data;
    data.train = {(folder_ / "gone.jsonl").string()};
    const auto hashes = hash_data_files(data, cancel_);
    ASSERT_FALSE(hashes);
    EXPECT_EQ(hashes.error().code, ErrorCode::NotFound);
    EXPECT_NE(hashes.error().message.find("gone.jsonl"), std::string::npos);
}

TEST_F(SourceHashesTest, TakesTheFilesThatMakeAModelSortedByName) {
    for (const auto* name : {"model-00002-of-00002.safetensors", "model-00001-of-00002.safetensors",
                             "config.json", "tokenizer.json", "model.safetensors.index.json"})
        write(name, name);
    write("README.md", "not part of the model");
    write("optimizer.pt", "nor this");
    const auto hashes = hash_model_files(folder_, cancel_);
    ASSERT_TRUE(hashes);
    FileHashes expected;
    for (const auto* name :
         {"config.json", "model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors",
          "model.safetensors.index.json", "tokenizer.json"})
        expected.emplace_back(name, sha256_hex(name));
    EXPECT_EQ(*hashes, expected);
}

TEST_F(SourceHashesTest, SaysWhichModelFolderIsMissing) {
    const auto hashes = hash_model_files(folder_ / "nowhere", cancel_);
    ASSERT_FALSE(hashes);
    EXPECT_EQ(hashes.error().code, ErrorCode::NotFound);
    EXPECT_EQ(hashes.error().field, "model.path");
    EXPECT_NE(hashes.error().message.find("nowhere"), std::string::npos);
}

TEST_F(SourceHashesTest, StopsWhenCancelled) {
    DataSection data;
    data.train = {write("a.jsonl", "one")};
    cancel_.cancel();
    const auto hashes = hash_data_files(data, cancel_);
    ASSERT_FALSE(hashes);
    EXPECT_EQ(hashes.error().code, ErrorCode::Cancelled);
}

}  // namespace
}  // namespace tunebench
