#include "core/formats/documents.h"

#include <vector>

#include <gtest/gtest.h>

#include "tests/core/formats/read_rows.h"

namespace tunebench {

using test::FolderOfFiles;
using test::read_rows;
using test::ReadRows;

namespace {

ReadRows read_text(std::string_view text, const DocumentLimits& limits = {}) {
    const FolderOfFiles folder;
    return read_rows(DocumentReader(*open_byte_stream(folder.write("notes.txt", text)), limits), folder);
}

TEST(DocumentsTest, AFileIsOneDocument) {
    const auto read = read_text("\r\n\nA title\r\n\r\n  First.\n\nSecond.\n \n\n");
    EXPECT_EQ(read.texts(), std::vector<std::string>{"A title\n\n  First.\n\nSecond."});
    EXPECT_EQ(read.rows[0].line, 3);
}

TEST(DocumentsTest, FilesWithoutTextHaveNone) {
    for (const auto* text : {"", "\n\n", " \t\n\f\n", "\xEF\xBB\xBF"})
        EXPECT_TRUE(read_text(text).rows.empty()) << text;
}

TEST(DocumentsTest, ALongFileIsCutAtAnEmptyLineOrElseAtALine) {
    const DocumentLimits limits = {.wanted_bytes = 8, .max_bytes = 16, .max_line_bytes = 100};
    const auto read = read_text("one\n\ntwo\nthree\n\nfour\n", limits);
    EXPECT_EQ(read.texts(), (std::vector<std::string>{"one\n\ntwo\nthree", "four"}));
    EXPECT_EQ(read.rows[1].line, 6);
    EXPECT_EQ(read_text("aaaa\nbbbb\ncccc\ndddd\neeee\n", limits).texts(),
              (std::vector<std::string>{"aaaa\nbbbb\ncccc\ndddd", "eeee"}));
}

TEST(DocumentsTest, NothingOfALongFileIsLost) {
    std::string text;
    for (int i = 0; i < 200; ++i)
        text += std::to_string(i) + (i % 7 == 0 ? "\n\n" : "\n");
    std::string joined;
    for (const auto& part :
         read_text(text, {.wanted_bytes = 50, .max_bytes = 60, .max_line_bytes = 100}).texts())
        joined += part + "\n";
    std::erase(joined, '\n');
    std::erase(text, '\n');
    EXPECT_EQ(joined, text);
}

TEST(DocumentsTest, NamesTheLineOfWhatIsNoText) {
    const auto read =
        read_text(std::string_view("good\nbad \xFF\nnul \0\nend\n", 21), {.max_line_bytes = 100});
    EXPECT_EQ(read.errors,
              (std::vector<std::string>{"notes.txt line 2: the text is not valid UTF-8",
                                        "notes.txt line 3: there is a NUL byte, which no text has"}));
    EXPECT_EQ(read.texts(), std::vector<std::string>{"good\nend"});
    const auto long_line = read_text(std::string(101, 'x') + "\nend", {.max_line_bytes = 100});
    EXPECT_EQ(long_line.errors, std::vector<std::string>{"notes.txt line 1: the line is longer than 100 B"});
    EXPECT_EQ(long_line.texts(), std::vector<std::string>{"end"});
}

}  // namespace
}  // namespace tunebench
