#include "core/base/mapped_file.h"

#include <algorithm>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {
namespace {

constexpr std::size_t kBytes = std::size_t{32} << 20;

/// Of files in the process's resident memory; 0 where the system does not tell.
std::size_t resident_file_bytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssFile:"))
            return std::stoull(line.substr(8)) * 1024;
    return 0;
}

bool all_are(std::span<const std::byte> bytes, char letter) {
    return std::ranges::all_of(bytes, [&](std::byte byte) { return byte == static_cast<std::byte>(letter); });
}

}  // namespace

TEST(MappedFileTest, PagesGivenBackAreReadAgain) {
    const test::FolderOfFiles folder;
    folder.write("file", std::string(kBytes, 'x'));
    const auto file = MappedFile::open(folder.path() / "file");
    ASSERT_TRUE(file) << file.error().message;
    const auto bytes = file->bytes();
    ASSERT_TRUE(bytes);
    const auto before = resident_file_bytes();
    if (before == 0)
        GTEST_SKIP() << "This system does not tell what is resident of files.";
    ASSERT_TRUE(all_are(*bytes, 'x'));
    EXPECT_GE(resident_file_bytes(), before + kBytes * 9 / 10);
    give_back_pages(*bytes);
    EXPECT_LE(resident_file_bytes(), before + kBytes / 10);
    EXPECT_TRUE(all_are(*bytes, 'x'));
}

TEST(MappedFileTest, AnyPartMayBeGivenBack) {
    const test::FolderOfFiles folder;
    folder.write("file", std::string(100'000, 'y'));
    const auto file = MappedFile::open(folder.path() / "file");
    ASSERT_TRUE(file) << file.error().message;
    const auto bytes = file->bytes();
    ASSERT_TRUE(bytes);
    give_back_pages({});
    give_back_pages(bytes->first(1));
    give_back_pages(bytes->last(1));
    give_back_pages(bytes->subspan(5000, 70'000));
    EXPECT_TRUE(all_are(*bytes, 'y'));
}

}  // namespace tunebench
