#include "core/formats/jsonl.h"

#include <vector>

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {

using test::FolderOfFiles;

namespace {

struct Read {
    std::vector<DataRow> rows = {};
    std::vector<Error> errors = {};
};

Read read_all(JsonlReader& reader) {
    Read all;
    while (true) {
        auto row = reader.next();
        if (!row)
            all.errors.push_back(row.error());
        else if (*row)
            all.rows.push_back(**std::move(row));
        else
            return all;
    }
}

Read read_text(std::string_view text, const JsonLimits& limits = kRowLimits) {
    const FolderOfFiles folder;
    auto reader = JsonlReader::open(folder.write("town.jsonl", text), limits);
    EXPECT_TRUE(reader);
    return read_all(*reader);
}

}  // namespace

TEST(JsonlTest, ReadsARowALineAndCountsLines) {
    const Read read = read_text("{\"a\": 1}\n[2]\n\n   \n\"x\"\n");
    ASSERT_TRUE(read.errors.empty());
    ASSERT_EQ(read.rows.size(), 3U);
    EXPECT_EQ(read.rows[0].value["a"], 1);
    EXPECT_EQ(read.rows[0].line, 1);
    EXPECT_EQ(read.rows[1].value, Json::parse("[2]"));
    EXPECT_EQ(read.rows[2].value, "x");
    EXPECT_EQ(read.rows[2].line, 5);
}

TEST(JsonlTest, TakesAByteOrderMarkCrlfAndALastLineWithoutNewline) {
    const Read read = read_text("\xEF\xBB\xBF{\"a\": 1}\r\n\r\n{\"a\": 2}\r\n{\"a\": 3}");
    ASSERT_TRUE(read.errors.empty());
    ASSERT_EQ(read.rows.size(), 3U);
    EXPECT_EQ(read.rows[2].value["a"], 3);
    EXPECT_EQ(read.rows[2].line, 4);
}

TEST(JsonlTest, AnEmptyFileHasNoRows) {
    for (const std::string text : {"", "\n", "\r\n\r\n", "\xEF\xBB\xBF", "  \n\t\n"}) {
        const Read read = read_text(text);
        EXPECT_TRUE(read.rows.empty());
        EXPECT_TRUE(read.errors.empty());
    }
}

TEST(JsonlTest, NamesFileAndLineOfMalformedJsonAndGoesOn) {
    std::string text;
    for (int line = 1; line <= 5000; ++line)
        text += line == 4711 ? "{\"prompt\": \"x\", }\n" : "{\"prompt\": \"x\"}\n";
    const FolderOfFiles folder;
    const auto path = folder.write("town.jsonl", text);
    auto reader = JsonlReader::open(path);
    ASSERT_TRUE(reader);
    const Read read = read_all(*reader);
    ASSERT_EQ(read.errors.size(), 1U);
    EXPECT_EQ(read.errors[0].code, ErrorCode::Corrupt);
    EXPECT_EQ(read.errors[0].message,
              path.string() + " line 4711, column 17: this is not valid JSON: \"}\" is unexpected.");
    EXPECT_FALSE(read.errors[0].hint.empty());
    EXPECT_EQ(read.rows.size(), 4999U);
}

TEST(JsonlTest, AValueThatGoesOnInTheNextLineIsAnError) {
    const Read read = read_text("{\n\"a\": 1\n}\n");
    EXPECT_EQ(read.errors.size(), 3U);
    EXPECT_NE(read.errors[0].message.find("line 1, column 2: the text ends in the middle"),
              std::string::npos);
    EXPECT_NE(read.errors[0].hint.find("one complete JSON value"), std::string::npos);
}

TEST(JsonlTest, RefusesInvalidUtf8AndRecognisesUtf16) {
    const Read latin1 = read_text("{\"a\": \"gr\xFC\xDF\"}\n{\"a\": 1}\n");
    ASSERT_EQ(latin1.errors.size(), 1U);
    EXPECT_NE(latin1.errors[0].message.find("line 1, column 10: the text is not valid UTF-8"),
              std::string::npos);
    EXPECT_EQ(latin1.rows.size(), 1U);
    const Read utf16 = read_text(std::string("\xFF\xFE{\0}\0\n\0", 8));
    ASSERT_FALSE(utf16.errors.empty());
    EXPECT_NE(utf16.errors[0].hint.find("UTF-16"), std::string::npos);
}

TEST(JsonlTest, RefusesALineOverTheLimitAndGoesOn) {
    const JsonLimits limits = {.max_bytes = 10};
    const Read read =
        read_text("[1,2,3,45]\n[1,2,3,456]\n[1,2,3,45]\r\n" + std::string(2'000'000, ' ') + "\n[1]", limits);
    ASSERT_EQ(read.errors.size(), 2U);
    EXPECT_NE(read.errors[0].message.find("line 2: the line is longer than 10 B"), std::string::npos);
    EXPECT_NE(read.errors[1].message.find("line 4: "), std::string::npos);
    ASSERT_EQ(read.rows.size(), 3U);
    EXPECT_EQ(read.rows[1].line, 3);
    EXPECT_EQ(read.rows[2].line, 5);
}

TEST(JsonlTest, RefusesDuplicateKeysAndDeepNesting) {
    EXPECT_EQ(read_text("{\"a\": 1, \"a\": 2}").errors.size(), 1U);
    EXPECT_EQ(read_text(std::string(100'000, '[')).errors.size(), 1U);
}

TEST(JsonlTest, LinesLongerThanTheBufferAreWhole) {
    const std::string word(1'000'000, 'w');
    const Read read = read_text("[\"" + word + "\"]\n[\"" + word + "\"]");
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[1].value[0], word);
}

TEST(JsonlTest, TellsHowFarItIs) {
    const FolderOfFiles folder;
    auto reader = JsonlReader::open(folder.write("f", "[1]\n\n[2]"));
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->window().file_bytes(), 8U);
    ASSERT_TRUE(reader->next());
    EXPECT_EQ(reader->window().file_position(), 4U);
    EXPECT_EQ(reader->line(), 1);
    ASSERT_TRUE(reader->next());
    EXPECT_EQ(reader->window().file_position(), 8U);
    EXPECT_EQ(reader->line(), 3);
    EXPECT_FALSE(reader->next()->has_value());
    EXPECT_FALSE(reader->next()->has_value()) << "the end stays the end";
}

TEST(JsonlTest, NamesAFileThatCannotBeOpened) {
    const FolderOfFiles folder;
    EXPECT_EQ(JsonlReader::open(folder.path() / "absent.jsonl").error().code, ErrorCode::NotFound);
    EXPECT_EQ(JsonlReader::open(folder.path()).error().code, ErrorCode::Io);
}

}  // namespace tunebench
