#include <vector>

#include <gtest/gtest.h>

#include "core/formats/rows/file_format.h"
#include "tests/core/base/folder_of_files.h"
#include "tests/core/formats/compressed_bytes.h"

namespace tunebench {

using test::FolderOfFiles;
using test::gzipped;
using test::zstandard;

namespace {

struct Read {
    std::string_view format = {};
    std::vector<DataRow> rows = {};
    std::vector<Error> errors = {};
};

Read read_file_of(std::string_view name, std::string_view bytes) {
    const FolderOfFiles folder;
    const auto file = folder.write(name, bytes);
    auto opened = open_rows(file);
    if (!opened) {
        EXPECT_NE(opened.error().message.find(file.string()), std::string::npos) << opened.error().message;
        EXPECT_FALSE(opened.error().hint.empty()) << opened.error().message;
        return {.errors = {opened.error()}};
    }
    Read all{.format = opened->format->name};
    while (true) {
        auto row = opened->rows->next();
        if (!row)
            all.errors.push_back(row.error());
        else if (*row)
            all.rows.push_back(**std::move(row));
        else
            break;
    }
    const auto progress = opened->rows->progress();
    EXPECT_EQ(progress.file_bytes, bytes.size());
    EXPECT_LE(progress.bytes_read, bytes.size());
    return all;
}

/// What an unusable file is called, and what is advised.
std::string refusal(std::string_view name, std::string_view bytes) {
    const auto read = read_file_of(name, bytes);
    return read.errors.empty() ? "read" : read.errors[0].message + " / " + read.errors[0].hint;
}

constexpr const char* kLines = "{\"a\": \"1\"}\n{\"a\": \"2\"}\n";

TEST(OpenRowsTest, EveryFormatGivesTheSameRows) {
    const std::pair<const char*, const char*> files[] = {
        {"rows.jsonl", kLines},
        {"rows.NDJSON", kLines},
        {"rows.json", kLines},
        {"rows.json", "[{\"a\": \"1\"},\n{\"a\": \"2\"}]"},
        {"rows.jsonl", "[{\"a\": \"1\"}, {\"a\": \"2\"}]"},
        {"rows.json", "{\"version\": 2, \"data\": [{\"a\": \"1\"},\n{\"a\": \"2\"}]}"},
        {"rows.csv", "a\n1\n2\n"},
        {"rows.csv",
         "\xEF\xBB\xBF"
         " a ;\r\n1;x\r\n2;\r\n"},
        {"rows.tsv", "a\t\n1\tx\n2\ty\n"},
        {"no ending", kLines},
        {"rows.dat", "[{\"a\": \"1\"}, {\"a\": \"2\"}]"}};
    for (const auto& [name, text] : files) {
        const auto read = read_file_of(name, text);
        ASSERT_TRUE(read.errors.empty()) << name << ": " << read.errors[0].message;
        ASSERT_EQ(read.rows.size(), 2U) << name;
        EXPECT_EQ(read.rows[0].value, Json::parse(R"({"a": "1"})")) << name << text;
        EXPECT_EQ(read.rows[1].value, Json::parse(R"({"a": "2"})")) << name << text;
    }
}

TEST(OpenRowsTest, CompressedFilesKeepTheirLines) {
    const std::string text = "{\"a\": 1}\n\n{\"a\": oops}\n{\"a\": 3}\n";
    for (const auto& [name, bytes] :
         {std::pair("rows.jsonl.gz", gzipped(text)), std::pair("rows.json.zst", zstandard(text)),
          std::pair("rows.jsonl", gzipped(text))}) {
        const auto read = read_file_of(name, bytes);
        ASSERT_EQ(read.rows.size(), 2U) << name;
        EXPECT_EQ(read.rows[1].line, 4);
        ASSERT_EQ(read.errors.size(), 1U);
        EXPECT_NE(read.errors[0].message.find("line 3, column 7"), std::string::npos)
            << read.errors[0].message;
    }
    EXPECT_EQ(read_file_of("rows.csv.gz", gzipped("a;b\n1;2\n")).rows[0].value,
              Json::parse(R"({"a":"1","b":"2"})"));
}

TEST(OpenRowsTest, ADamagedCompressedFileIsToldOnce) {
    auto bytes = gzipped(std::string(200'000, ' ') + kLines);
    bytes.resize(bytes.size() - 10);
    const auto read = read_file_of("rows.jsonl.gz", bytes);
    EXPECT_EQ(read.errors.size(), 1U);
}

TEST(OpenRowsTest, TextAndMarkdownAreDocuments) {
    for (const auto* name : {"a.txt", "a.md", "A.TXT"}) {
        const auto read = read_file_of(name, "# One\n\ntwo\n");
        ASSERT_EQ(read.rows.size(), 1U);
        EXPECT_EQ(read.rows[0].value["text"], "# One\n\ntwo");
        EXPECT_EQ(read.format, "plain text");
    }
}

TEST(OpenRowsTest, RowsOfATableMustFitTheirHeader) {
    const auto read = read_file_of("rows.csv", "a,b\n1,2\n1,2,3\n4\n   \n\"5\n5\",6\n");
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[1].value["a"], "5\n5");
    EXPECT_EQ(read.rows[1].line, 6);
    ASSERT_EQ(read.errors.size(), 2U);
    EXPECT_TRUE(
        read.errors[0].message.ends_with("rows.csv line 3: 3 fields where the first line names 2 columns"));
    EXPECT_TRUE(
        read.errors[1].message.ends_with("rows.csv line 4: 1 field where the first line names 2 columns"));
}

TEST(OpenRowsTest, ColumnsOfATableHaveNamesOfTheirOwn) {
    EXPECT_NE(refusal("rows.csv", "a,b,a\n").find("line 1: two columns are called 'a'"), std::string::npos);
    EXPECT_NE(refusal("rows.csv", ",,\n1,2,3\n").find("line 1: no column has a name"), std::string::npos);
    EXPECT_TRUE(read_file_of("rows.csv", "").rows.empty());
    EXPECT_TRUE(read_file_of("rows.csv", "a,b\n").rows.empty());
    const auto indexed = read_file_of("rows.csv", ",text\n0,x\n1,y\n");  // as pandas writes it
    ASSERT_EQ(indexed.rows.size(), 2U);
    EXPECT_EQ(indexed.rows[1].value, Json::parse(R"({"text": "y"})"));
}

TEST(OpenRowsTest, ParquetGivesTheRowsOfTheSameJsonLines) {
    const std::filesystem::path folder = TUNEBENCH_SOURCE_DIR "/tests/data/parquet";
    const auto rows_of = [&](const char* name) {
        auto opened = *open_rows(folder / name);
        std::vector<DataRow> rows;
        for (auto row = *opened.rows->next(); row; row = *opened.rows->next())
            rows.push_back(*std::move(row));
        const auto progress = opened.rows->progress();
        EXPECT_EQ(progress.bytes_read, progress.file_bytes) << name;
        return rows;
    };
    const auto lines = rows_of("town.jsonl"), table = rows_of("duckdb-zstd-v2.parquet");
    ASSERT_EQ(table.size(), lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_EQ(table[i].value.at("messages"), lines[i].value.at("messages")) << i;
        EXPECT_EQ(table[i].line, lines[i].line);
        EXPECT_EQ(table[i].unit, "row");
    }
}

TEST(OpenRowsTest, FilesOfOtherKindsAreNamedWithAWayOut) {
    const std::pair<std::string, std::string> files[] = {
        {"rows.xlsx", "is a spreadsheet"}, {"rows.bin", "is a pickle"},
        {"rows.pkl", "is a pickle"},       {"rows.arrow", "is an Arrow file"},
        {"rows.zip", "is an archive"},     {"rows.jsonl.bz2", "Decompress it"},
        {"rows.docx", "plain text"}};
    for (const auto& [name, said] : files)
        for (const auto* bytes : {"\x01\x02", "PK\x03\x04", "text"})
            EXPECT_NE(refusal(name, bytes).find(said), std::string::npos) << refusal(name, bytes);
    EXPECT_NE(refusal("rows.exe", "\x01").find("Data files end in .jsonl .ndjson .json .csv"),
              std::string::npos);
    EXPECT_NE(refusal("rows", "some words").find("is of no data file"), std::string::npos);
}

TEST(OpenRowsTest, ContentThatBeliesTheNameIsNamed) {
    const std::pair<std::string, std::string> files[] = {
        {std::string("PK\x03\x04\x14\x00", 6), "is an archive"},
        {"\x80\x04\x95\x10", "is a pickle"},
        {"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "is a pointer of Git LFS"},
        {"<!DOCTYPE html><html>Sign in", "is a web page"},
        {std::string("\xFF\xFE{\0\"\0", 6), "UTF-16"},
        {"%PDF-1.7", "is a document"}};
    for (const auto& [bytes, said] : files)
        for (const auto* name : {"rows.jsonl", "rows.json", "rows.csv", "rows.txt"})
            EXPECT_NE(refusal(name, bytes).find(said), std::string::npos)
                << name << " " << refusal(name, bytes);
}

TEST(OpenRowsTest, ANameAloneTellsWhatIsNotRead) {
    EXPECT_TRUE(check_data_file_name("a.jsonl"));
    EXPECT_TRUE(check_data_file_name("a.csv.gz"));
    EXPECT_TRUE(check_data_file_name("unnamed"));
    EXPECT_EQ(check_data_file_name("a.xlsx").error().code, ErrorCode::Unsupported);
    EXPECT_EQ(check_data_file_name("a.pkl.gz").error().code, ErrorCode::Unsupported);
}

TEST(OpenRowsTest, MissingFilesAreNotFound) {
    const FolderOfFiles folder;
    EXPECT_EQ(open_rows(folder.path() / "absent.csv").error().code, ErrorCode::NotFound);
}

TEST(OpenRowsTest, DialogsShowEveryEndingOnce) {
    const auto patterns = data_file_patterns();
    EXPECT_TRUE(patterns.starts_with("*.jsonl *.ndjson *.json *.csv")) << patterns;
    EXPECT_NE(patterns.find("*.md.zst"), std::string::npos);
    EXPECT_EQ(patterns.find("*.csv "), patterns.rfind("*.csv "));
}

}  // namespace
}  // namespace tunebench
