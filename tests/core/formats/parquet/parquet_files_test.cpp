// The files in tests/data/parquet come from other writers; town.jsonl says what they hold.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "core/formats/jsonl.h"
#include "tests/core/formats/parquet/parquet_rows.h"

namespace tunebench {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(TUNEBENCH_SOURCE_DIR) / "tests/data/parquet";

std::vector<std::filesystem::path> parquet_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder))
        if (entry.path().extension() == ".parquet")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::vector<Json> expected_rows() {
    auto reader = JsonlReader::open(kFolder / "town.jsonl");
    EXPECT_TRUE(reader);
    std::vector<Json> rows;
    while (reader) {
        const auto row = reader->next();
        if (!row || !*row)
            break;
        rows.push_back((*row)->value);
    }
    return rows;
}

TEST(ParquetFilesTest, AllHoldTheSameRows) {
    const auto expected = expected_rows();
    ASSERT_EQ(expected.size(), 6U);
    ASSERT_EQ(parquet_files().size(), 9U);
    for (const auto& path : parquet_files()) {
        auto reader = ParquetReader::open(path);
        ASSERT_TRUE(reader) << reader.error().message;
        EXPECT_EQ(reader->rows(), 6);
        for (const auto& row : expected) {
            const auto read = reader->next();
            ASSERT_TRUE(read) << read.error().message;
            ASSERT_TRUE(*read) << path;
            EXPECT_EQ(Json((*read)->value), row) << path << " row " << (*read)->number;
        }
        EXPECT_FALSE(*reader->next());
    }
}

TEST(ParquetFilesTest, AllHaveTheSameColumns) {
    const std::vector<ParquetColumn> expected = {{"id", "int32"},
                                                 {"title", "text"},
                                                 {"score", "double"},
                                                 {"messages", "list<struct<role: text, content: text>>"}};
    for (const auto& path : parquet_files())
        EXPECT_EQ(ParquetReader::open(path)->schema(), expected) << path;
}

TEST(ParquetFilesTest, ChosenColumnsComeAlone) {
    for (const auto& path : parquet_files()) {
        auto reader = ParquetReader::open(path);
        ASSERT_TRUE(reader->select({"title", "id", "title"}));
        EXPECT_EQ(test::read_rows(*reader).rows[1], R"({"id":2,"title":"Brücke"})") << path;
    }
}

}  // namespace
}  // namespace tunebench
