#include "core/base/contained_path.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {

namespace fs = std::filesystem;
using test::FolderOfFiles;

namespace {

std::vector<std::string> hostile_names() {
    return {"",
            ".",
            "..",
            "../x",
            "../../etc/passwd",
            "a/../../x",
            "a/..",
            "./x",
            "a/./x",
            "/etc/passwd",
            "//server/share",
            "/",
            "a//b",
            "a/",
            "~/../x/",
            "..\\x",
            "a\\..\\x",
            "\\\\server\\share\\x",
            "\\x",
            "C:\\x",
            "C:x",
            "C:/x",
            "file:stream",
            "file:///etc/passwd",
            std::string("a\0b", 3),
            std::string("model.safetensors\0.json", 23),
            "a\nb",
            "a\x1B[2Jb",
            "a\x7F",
            "CON",
            "con.safetensors",
            "a/NUL",
            "PRN.txt",
            "aux",
            "COM1",
            "lpt9.x",
            "nul .txt",
            "name.",
            "name ",
            "...",
            "a?b",
            "a*b",
            "a|b",
            "<a>",
            "\"a\"",
            "\xFF\xFE",
            "\xC0\xAE\xC0\xAE/x",
            std::string(256, 'a'),
            "ok/" + std::string(300, 'b'),
            std::string(5000, 'a')};
}

}  // namespace

TEST(ContainedPathTest, RefusesFiftyHostileNames) {
    const FolderOfFiles folder;
    EXPECT_GE(hostile_names().size(), 40U);
    for (const std::string& name : hostile_names()) {
        const auto path = contained_path(folder.path(), name);
        ASSERT_FALSE(path) << name;
        EXPECT_EQ(path.error().code, ErrorCode::Corrupt);
        EXPECT_NE(path.error().message.find(folder.path().string()), std::string::npos);
        EXPECT_EQ(path.error().message.find('\x1B'), std::string::npos)
            << "no control character reaches a terminal";
    }
}

TEST(ContainedPathTest, AcceptsTheNamesThatModelsHave) {
    const FolderOfFiles folder;
    for (const std::string name :
         {"model.safetensors", "model-00001-of-00002.safetensors", "onnx/model.onnx", "1_Pooling/config.json",
          ".gitattributes", "a..b", "..a", "-x", "con1", "company", "name with spaces.txt", "größe/日本.json",
          "a/b/c/d/e/f", "[x]{y}(z)+,;=@&$!#%^'`~"}) {
        const auto path = contained_path(folder.path(), name);
        ASSERT_TRUE(path) << name << ": " << path.error().message;
        EXPECT_EQ(*path, folder.path() / name);
    }
    EXPECT_TRUE(contained_path(folder.path(), std::string(255, 'a')));
}

TEST(ContainedPathTest, NamesAFolderThatIsNotThere) {
    const auto absent = contained_path("/nonexistent-folder", "a");
    EXPECT_EQ(absent.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(absent.error().hint.empty());
}

TEST(ContainedPathTest, FollowsLinksOnlyInsideTheFolder) {
    const FolderOfFiles outside;
    outside.write("secret", "s");
    const FolderOfFiles folder;
    folder.write("real/file", "f");
    fs::create_symlink("real/file", folder.path() / "inside");
    fs::create_directory_symlink(folder.path() / "real", folder.path() / "inside-folder");
    fs::create_symlink(outside.path() / "secret", folder.path() / "out");
    fs::create_directory_symlink(outside.path(), folder.path() / "out-folder");
    fs::create_directory_symlink("..", folder.path() / "real" / "up");
    fs::create_directory_symlink("../..", folder.path() / "real" / "up-twice");
    fs::create_symlink(outside.path() / "not-there", folder.path() / "dangling");
    fs::create_symlink("loop", folder.path() / "loop");
    for (const std::string name : {"inside", "inside-folder/file", "inside-folder/new", "real/up/real/file"})
        EXPECT_TRUE(contained_path(folder.path(), name)) << name;
    for (const std::string name :
         {"out", "out-folder/secret", "out-folder/new", "real/up-twice/x", "dangling", "loop"})
        EXPECT_FALSE(contained_path(folder.path(), name)) << name;
}

TEST(ContainedPathTest, AFolderReachedThroughALinkIsAsGoodAsAnother) {
    const FolderOfFiles folder;
    folder.write("model/a", "a");
    fs::create_directory_symlink("model", folder.path() / "link");
    EXPECT_EQ(*contained_path(folder.path() / "link", "a"), folder.path() / "link" / "a");
    EXPECT_TRUE(contained_path((folder.path() / "model").string() + "/", "a"));
}

TEST(ContainedPathTest, AFolderWhoseNameOnlyBeginsTheSameIsOutside) {
    const FolderOfFiles folder;
    folder.write("model-evil/x", "x");
    folder.write("model/a", "a");
    fs::create_symlink("../model-evil/x", folder.path() / "model" / "x");
    EXPECT_FALSE(contained_path(folder.path() / "model", "x"));
}

TEST(ContainedPathTest, ASnapshotOfTheHubCacheMayLinkToItsOwnBlobsOnly) {
    const FolderOfFiles cache;
    cache.write("models--org--name/blobs/abc", "weights");
    cache.write("models--other--name/blobs/def", "others");
    cache.write("models--org--name/refs/main", "r");
    const fs::path snapshot = cache.path() / "models--org--name" / "snapshots" / "r";
    fs::create_directories(snapshot);
    fs::create_symlink("../../blobs/abc", snapshot / "model.safetensors");
    fs::create_symlink("../../../models--other--name/blobs/def", snapshot / "foreign");
    fs::create_symlink("../../refs/main", snapshot / "ref");
    EXPECT_TRUE(contained_path(snapshot, "model.safetensors"));
    EXPECT_FALSE(contained_path(snapshot, "foreign"));
    EXPECT_FALSE(contained_path(snapshot, "ref"));
}

}  // namespace tunebench
