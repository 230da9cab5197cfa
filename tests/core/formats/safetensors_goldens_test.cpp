// Files that the reference library wrote: each is read, written again and compared byte for byte.
#include <filesystem>
#include <vector>

#include <gtest/gtest.h>

#include "core/formats/safetensors.h"
#include "tests/core/base/folder_of_files.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

std::vector<TensorView> views_of(const SafetensorsFile& file) {
    std::vector<TensorView> views;
    for (const TensorEntry& entry : file.tensors()) {
        const auto bytes = file.bytes(entry);
        EXPECT_TRUE(bytes) << entry.name;
        if (bytes)
            views.push_back({entry.name, entry.dtype, entry.shape, *bytes});
    }
    return views;
}

}  // namespace

TEST(SafetensorsGoldensTest, WritingWhatWasReadGivesTheSameBytes) {
    const fs::path goldens = fs::path(TUNEBENCH_SOURCE_DIR) / ".." / "shared" / "goldens";
    if (!fs::is_directory(goldens))
        GTEST_SKIP() << goldens << " is not there";
    const test::FolderOfFiles folder;
    const fs::path copy = folder.path() / "copy.safetensors";
    int files = 0;
    for (const auto& place : fs::recursive_directory_iterator(goldens)) {
        if (place.path().extension() != ".safetensors")
            continue;
        const auto file = SafetensorsFile::open(place.path());
        ASSERT_TRUE(file) << file.error().message;
        ASSERT_TRUE(write_safetensors(copy, views_of(*file), file->metadata()));
        EXPECT_TRUE(test::bytes_of(copy) == test::bytes_of(place.path())) << place.path();
        ++files;
    }
    EXPECT_GT(files, 100);
}

}  // namespace tunebench
