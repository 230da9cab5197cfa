#include "core/base/folder_entries.h"

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {
namespace {

using Paths = std::vector<std::filesystem::path>;

TEST(FolderEntriesTest, AreSortedAndNotThoseOfFoldersWithin) {
    const test::FolderOfFiles folder;
    const auto second = folder.write("b.json", "2");
    const auto first = folder.write("a.json", "1");
    folder.write("c/deeper.json", "3");
    EXPECT_EQ(folder_entries(folder.path()), (Paths{first, second, folder.path() / "c"}));
}

TEST(FolderEntriesTest, AreNoneOfWhatIsNoFolder) {
    const test::FolderOfFiles folder;
    EXPECT_TRUE(folder_entries(folder.path() / "absent").empty());
    EXPECT_TRUE(folder_entries(folder.write("file", "1")).empty());
}

}  // namespace
}  // namespace tunebench
