#include "core/data/file_columns.h"

#include <set>

#include "tests/core/data/byte_tokenizer.h"

namespace tunebench {
namespace {

using Names = std::vector<std::string>;

class FileColumnsTest : public DataTest {};

TEST_F(FileColumnsTest, AreThoseOfTheFirstRowsInTheOrderOfTheFile) {
    EXPECT_EQ(*columns_of(write("a.jsonl", "{\"z\": 1, \"a\": 2}\n{\"m\": 1, \"a\": 3}\n")),
              (Names{"z", "a", "m"}));
    const auto csv = *columns_of(write("a.csv", "text,label\nx,y\n"));
    EXPECT_EQ((std::set<std::string>(csv.begin(), csv.end())), (std::set<std::string>{"label", "text"}));
}

TEST_F(FileColumnsTest, RowsThatCannotBeReadArePassedOver) {
    EXPECT_EQ(*columns_of(write("a.jsonl", "oops\n[1]\n{\"a\": 2}\n")), Names{"a"});
}

TEST_F(FileColumnsTest, OfAFolderThoseOfItsFirstFile) {
    std::filesystem::create_directory(folder_ / "data");
    write("data/b.jsonl", "{\"b\": 1}\n");
    write("data/a.jsonl", "{\"a\": 1}\n");
    EXPECT_EQ(*columns_of(folder_ / "data"), Names{"a"});
}

TEST_F(FileColumnsTest, DocumentsHaveNone) {
    EXPECT_EQ(*columns_of(write("a.txt", "a text\n")), Names{});
    EXPECT_FALSE(columns_of(folder_ / "absent.jsonl"));
}

}  // namespace
}  // namespace tunebench
