#include "core/formats/csv.h"

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {

using test::FolderOfFiles;

namespace {

using Fields = std::vector<std::string>;

struct Read {
    std::vector<CsvRecord> records = {};
    std::vector<std::string> errors = {};

    std::vector<Fields> fields() const {
        std::vector<Fields> all;
        for (const auto& record : records)
            all.push_back(record.fields);
        return all;
    }
};

Read read_text(std::string_view text, char delimiter = ',', const CsvLimits& limits = {}) {
    const FolderOfFiles folder;
    CsvReader reader(*open_byte_stream(folder.write("rows.csv", text)), delimiter, limits);
    Read all;
    while (true) {
        auto record = reader.next();
        if (!record)
            all.errors.push_back(record.error().message.substr(folder.path().string().size() + 1));
        else if (*record)
            all.records.push_back(**std::move(record));
        else
            return all;
    }
}

TEST(CsvTest, ReadsRecordsAndTheirLines) {
    const auto read = read_text("a,b\n\n1,2\r\n3,\n");
    EXPECT_EQ(read.fields(), (std::vector<Fields>{{"a", "b"}, {"1", "2"}, {"3", ""}}));
    EXPECT_EQ(read.records[1].line, 3);
    EXPECT_EQ(read.records[2].line, 4);
    EXPECT_TRUE(read.errors.empty());
}

TEST(CsvTest, ReadsQuotesDelimitersAndLineBreaksInQuotes) {
    const auto read = read_text("\"a,b\",\"say \"\"yes\"\"\",\"one\ntwo\r\nthree\"\nx,\"\",\"\"\"\"\n");
    EXPECT_EQ(read.fields(),
              (std::vector<Fields>{{"a,b", "say \"yes\"", "one\ntwo\r\nthree"}, {"x", "", "\""}}));
    EXPECT_EQ(read.records[1].line, 4);
}

TEST(CsvTest, TakesEveryLineEndAByteOrderMarkAndALastLineWithoutOne) {
    for (const auto* text : {"a,b\n1,2", "a,b\r\n1,2\r\n", "a,b\r1,2\r",
                             "\xEF\xBB\xBF"
                             "a,b\n1,2\n",
                             "a,b\n\r\n\n1,2"})
        EXPECT_EQ(read_text(text).fields(), (std::vector<Fields>{{"a", "b"}, {"1", "2"}})) << text;
}

TEST(CsvTest, AQuoteInsideAFieldIsACharacter) {
    EXPECT_EQ(read_text("5\" disk,a\"b\"\n").fields(), (std::vector<Fields>{{"5\" disk", "a\"b\""}}));
}

TEST(CsvTest, EmptyFilesHaveNoRecord) {
    for (const auto* text : {"", "\n\n", "\r\n", "\xEF\xBB\xBF"})
        EXPECT_TRUE(read_text(text).records.empty());
}

TEST(CsvTest, AnEmptyFieldInQuotesIsARecord) {
    EXPECT_EQ(read_text("\"\"\n").fields(), (std::vector<Fields>{{""}}));
}

TEST(CsvTest, NamesTheLineOfWhatIsWrongAndGoesOn) {
    const auto read = read_text("a,b\n\"x\"y,2\nc,d\n\xFF,1\ne,f\n1,\"open\nstill open\n");
    EXPECT_EQ(read.fields(), (std::vector<Fields>{{"a", "b"}, {"c", "d"}, {"e", "f"}}));
    EXPECT_EQ(read.errors, (std::vector<std::string>{
                               "rows.csv line 2: a field goes on behind its closing quote",
                               "rows.csv line 4: the text is not valid UTF-8",
                               "rows.csv line 6: the quote that opens a field here is never closed"}));
}

TEST(CsvTest, NulBytesAreNoText) {
    const auto read = read_text(std::string_view("a\0b,c\nd,e\n", 10));
    ASSERT_EQ(read.errors.size(), 1U);
    EXPECT_NE(read.errors[0].find("line 1: there is a NUL byte"), std::string::npos);
    EXPECT_EQ(read.fields(), (std::vector<Fields>{{"d", "e"}}));
}

TEST(CsvTest, RecordsHaveALimitAndReadingGoesOn) {
    const CsvLimits limits = {.max_record_bytes = 10, .max_fields = 3};
    const auto read = read_text(
        "1234567890\n12345678901\n1,2,3\n1,2,3,4\n" + std::string(500'000, ',') + "\nend\n", ',', limits);
    EXPECT_EQ(read.fields(), (std::vector<Fields>{{"1234567890"}, {"1", "2", "3"}, {"end"}}));
    ASSERT_EQ(read.errors.size(), 3U);
    EXPECT_EQ(read.errors[0], "rows.csv line 2: the record is longer than 10 B");
    EXPECT_EQ(read.errors[1], "rows.csv line 4: the record has more than 3 fields");
}

TEST(CsvTest, FieldsLongerThanTheBufferAreWhole) {
    const std::string word(200'000, 'w');
    const auto read = read_text("\"" + word + "\n" + word + "\",x\nlast,y");
    ASSERT_EQ(read.records.size(), 2U);
    EXPECT_EQ(read.records[0].fields[0], word + "\n" + word);
    EXPECT_EQ(read.records[1].line, 3);
}

TEST(CsvTest, WhatIsWrittenAsTheStandardSaysComesBack) {
    std::vector<Fields> records;
    std::string text;
    const std::string alphabet = "a,\"\n\r ;é";
    for (unsigned seed = 1; seed < 300; ++seed) {
        Fields fields(3);
        unsigned state = seed * 2654435761U;
        for (auto& field : fields)
            for (unsigned length = state % 7; length > 0; --length, state = state * 1664525U + 1013904223U)
                field += alphabet.substr((state >> 16) % (alphabet.size() - 2), 1);
        for (const auto& field : fields) {
            text += &field == fields.data() ? "" : ",";
            text += '"';
            for (const char c : field)
                text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
        }
        text += seed % 2 ? "\n" : "\r\n";
        records.push_back(std::move(fields));
    }
    EXPECT_EQ(read_text(text).fields(), records);
}

TEST(CsvTest, RecognisesTheDelimiterOfTheHeader) {
    EXPECT_EQ(csv_delimiter("a,b,c\n1;2;3;4;5"), ',');
    EXPECT_EQ(csv_delimiter("a;b;c\r\n1,2,3,4"), ';');
    EXPECT_EQ(csv_delimiter("a\tb\n"), '\t');
    EXPECT_EQ(csv_delimiter("\"a;b;c\",d\n"), ',');
    EXPECT_EQ(csv_delimiter("only\n"), ',');
    EXPECT_EQ(csv_delimiter(""), ',');
}

}  // namespace
}  // namespace tunebench
