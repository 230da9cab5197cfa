#include "core/hub/repository_cache.h"

#include <cerrno>

#include <gtest/gtest.h>

#include "tests/core/base/folder_of_files.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

const std::string kCommit(40, 'c');
const std::string kHash(40, '1');

int refuse_symlink(const char* /*target*/, const char* /*link*/) {
    errno = EPERM;
    return -1;
}

class RepositoryCacheTest : public testing::Test {
protected:
    RepositoryCache prepared(MakeSymlink make_symlink = system_symlink) const {
        RepositoryCache cache(folder_.path(), {.kind = RepositoryKind::Model, .id = "org/name"},
                              make_symlink);
        EXPECT_TRUE(cache.prepare(kCommit));
        folder_.write("models--org--name/blobs/" + kHash, "content");
        return cache;
    }

    test::FolderOfFiles folder_;
};

TEST_F(RepositoryCacheTest, PathsAreThoseOfTheDocumentation) {
    const auto cache = prepared();
    const fs::path root = folder_.path();
    EXPECT_EQ(cache.folder(), root / "models--org--name");
    EXPECT_EQ(cache.blob(kHash), root / "models--org--name/blobs" / kHash);
    EXPECT_EQ(cache.incomplete(kHash), root / "models--org--name/blobs" / (kHash + ".incomplete"));
    EXPECT_EQ(cache.snapshot(kCommit), root / "models--org--name/snapshots" / kCommit);
    EXPECT_EQ(cache.lock(kHash), root / ".locks/models--org--name" / (kHash + ".lock"));
    EXPECT_EQ(RepositoryCache(root, {.kind = RepositoryKind::Dataset, .id = "o/d"}).folder(),
              root / "datasets--o--d");
}

TEST_F(RepositoryCacheTest, LinksAreRelative) {
    const auto cache = prepared();
    ASSERT_TRUE(cache.link(kCommit, "config.json", kHash));
    ASSERT_TRUE(cache.link(kCommit, "a/b/c.json", kHash));
    EXPECT_EQ(fs::read_symlink(cache.snapshot(kCommit) / "config.json"), fs::path("../../blobs") / kHash);
    EXPECT_EQ(fs::read_symlink(cache.snapshot(kCommit) / "a/b/c.json"),
              fs::path("../../../../blobs") / kHash);
    EXPECT_EQ(test::bytes_of(cache.snapshot(kCommit) / "a/b/c.json"), "content");
    EXPECT_TRUE(*cache.has_file(kCommit, "a/b/c.json", 7));
    EXPECT_FALSE(*cache.has_file(kCommit, "a/b/c.json", 8));
}

TEST_F(RepositoryCacheTest, WithoutLinksTheFileIsCopied) {
    const auto cache = prepared(refuse_symlink);
    ASSERT_TRUE(cache.link(kCommit, "a/config.json", kHash));
    EXPECT_FALSE(fs::is_symlink(cache.snapshot(kCommit) / "a/config.json"));
    EXPECT_EQ(test::bytes_of(cache.snapshot(kCommit) / "a/config.json"), "content");
}

TEST_F(RepositoryCacheTest, ALinkToNothingIsReplaced) {
    const auto cache = prepared();
    fs::create_symlink(fs::path("../../blobs") / std::string(40, '9'),
                       cache.snapshot(kCommit) / "config.json");
    EXPECT_FALSE(*cache.has_file(kCommit, "config.json", 7));
    ASSERT_TRUE(cache.link(kCommit, "config.json", kHash));
    EXPECT_EQ(test::bytes_of(cache.snapshot(kCommit) / "config.json"), "content");
}

TEST_F(RepositoryCacheTest, NothingIsWrittenOutsideOfTheSnapshot) {
    const auto cache = prepared();
    fs::create_directories(folder_.path() / "outside");
    fs::create_directory_symlink(folder_.path() / "outside", cache.snapshot(kCommit) / "door");
    for (const auto* path :
         {"../x", "/x", "a/../../x", "a\\..\\x", "", ".", "..", "a//b", "door/x", "C:x", "a/./b"}) {
        const auto linked = cache.link(kCommit, path, kHash);
        ASSERT_FALSE(linked) << path;
        EXPECT_EQ(linked.error().code, ErrorCode::Corrupt) << path;
        EXPECT_FALSE(cache.mark_missing(kCommit, std::string("../") + path)) << path;
    }
    EXPECT_TRUE(fs::is_empty(folder_.path() / "outside"));
}

TEST_F(RepositoryCacheTest, RefsHoldTheCommitAndNothingElse) {
    const auto cache = prepared();
    ASSERT_TRUE(cache.write_ref("main", kCommit));
    ASSERT_TRUE(cache.write_ref("refs/pr/7", kCommit));
    ASSERT_TRUE(cache.write_ref(kCommit, kCommit));
    EXPECT_EQ(test::bytes_of(cache.folder() / "refs/main"), kCommit);
    EXPECT_EQ(test::bytes_of(cache.folder() / "refs/refs/pr/7"), kCommit);
    EXPECT_FALSE(fs::exists(cache.folder() / "refs" / kCommit));
    EXPECT_EQ(*cache.commit_of("refs/pr/7"), kCommit);
}

TEST_F(RepositoryCacheTest, MissingFilesAreEmptyMarks) {
    const auto cache = prepared();
    ASSERT_TRUE(cache.mark_missing(kCommit, "sub/optional.json"));
    EXPECT_EQ(fs::file_size(cache.folder() / ".no_exist" / kCommit / "sub/optional.json"), 0U);
    EXPECT_TRUE(cache.is_marked_missing(kCommit, "sub/optional.json"));
    EXPECT_FALSE(cache.is_marked_missing(kCommit, "other.json"));
}

}  // namespace
}  // namespace tunebench
