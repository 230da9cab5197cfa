#include "core/formats/rows/data_files.h"

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {

using test::FolderOfFiles;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> names_in(const FolderOfFiles& folder, DataUse use = DataUse::Training) {
    const auto files = data_files_of(folder.path(), use);
    EXPECT_TRUE(files) << files.error().message;
    std::vector<std::string> names;
    if (files)
        for (const auto& file : *files)
            names.push_back(file.lexically_relative(folder.path()).string());
    return names;
}

TEST(DataFilesTest, AFileStandsForItself) {
    EXPECT_EQ(*data_files_of("/absent/a.csv"), std::vector<fs::path>{"/absent/a.csv"});
}

TEST(DataFilesTest, AFolderStandsForItsFilesInOrder) {
    const FolderOfFiles folder;
    for (const auto* name : {"b.jsonl", "a.csv", "deep/er/c.json.gz", "deep/A.TSV", "notes.md", "LICENSE",
                             "script.py", ".hidden.jsonl", ".git/x.jsonl", "dataset_info.json", "rows.xlsx"})
        folder.write(name, "x");
    EXPECT_EQ(names_in(folder),
              (std::vector<std::string>{"a.csv", "b.jsonl", "deep/A.TSV", "deep/er/c.json.gz"}));
}

TEST(DataFilesTest, TextsCountWhereThereIsNothingElse) {
    const FolderOfFiles folder;
    folder.write("two.md", "x");
    folder.write("one.txt", "x");
    EXPECT_EQ(names_in(folder), (std::vector<std::string>{"one.txt", "two.md"}));
}

// Or a model would be trained on the very rows that it is judged by.
TEST(DataFilesTest, OfADataSetInSplitsThoseToTrainOnCount) {
    const FolderOfFiles folder;
    for (const auto* name :
         {"data/train-00000-of-00002.parquet", "data/train-00001-of-00002.parquet", "more.jsonl",
          "data/test-00000-of-00001.parquet", "data/validation-00000-of-00001.parquet", "dev.jsonl",
          "eval/a.jsonl", "test/train_2.jsonl", "latest.jsonl", "trainer.csv", "my_val_rows.csv"})
        folder.write(name, "x");
    EXPECT_EQ(names_in(folder), (std::vector<std::string>{
                                    "data/train-00000-of-00002.parquet", "data/train-00001-of-00002.parquet",
                                    "latest.jsonl", "more.jsonl", "test/train_2.jsonl", "trainer.csv"}));
}

TEST(DataFilesTest, WithoutASplitToTrainOnAllFilesCount) {
    const FolderOfFiles folder;
    for (const auto* name : {"test.jsonl", "validation.jsonl", "rows.jsonl"})
        folder.write(name, "x");
    EXPECT_EQ(names_in(folder), (std::vector<std::string>{"rows.jsonl", "test.jsonl", "validation.jsonl"}));
}

TEST(DataFilesTest, ToEvaluateOnTheValidationSplitCountsOrElseTheTestSplit) {
    const FolderOfFiles folder;
    for (const auto* name : {"data/train-00000-of-00001.parquet", "data/test-00000-of-00001.parquet",
                             "data/validation-00000-of-00001.parquet", "dev.jsonl", "rows.jsonl"})
        folder.write(name, "x");
    EXPECT_EQ(names_in(folder, DataUse::Evaluation),
              (std::vector<std::string>{"data/validation-00000-of-00001.parquet", "dev.jsonl"}));
    fs::remove(folder.path() / "data/validation-00000-of-00001.parquet");
    fs::remove(folder.path() / "dev.jsonl");
    EXPECT_EQ(names_in(folder, DataUse::Evaluation),
              (std::vector<std::string>{"data/test-00000-of-00001.parquet"}));
    fs::remove(folder.path() / "data/test-00000-of-00001.parquet");
    EXPECT_EQ(names_in(folder, DataUse::Evaluation), names_in(folder));
}

TEST(DataFilesTest, LinksDoNotLeadOutOfTheFolder) {
    const FolderOfFiles elsewhere;
    elsewhere.write("secret.jsonl", "x");
    const FolderOfFiles folder;
    folder.write("real/rows.jsonl", "x");
    fs::create_symlink("real/rows.jsonl", folder.path() / "inside.jsonl");
    fs::create_symlink(elsewhere.path() / "secret.jsonl", folder.path() / "outside.jsonl");
    fs::create_symlink(elsewhere.path(), folder.path() / "outside");
    fs::create_symlink(folder.path(), folder.path() / "real" / "loop");
    fs::create_symlink("absent.jsonl", folder.path() / "broken.jsonl");
    EXPECT_EQ(names_in(folder), (std::vector<std::string>{"inside.jsonl", "real/rows.jsonl"}));
}

TEST(DataFilesTest, AFolderWithoutDataIsNamed) {
    const FolderOfFiles folder;
    folder.write("rows.xlsx", "x");
    const auto files = data_files_of(folder.path());
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error().code, ErrorCode::NotFound);
    EXPECT_NE(files.error().message.find(folder.path().string()), std::string::npos);
    EXPECT_NE(files.error().hint.find("*.csv"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
