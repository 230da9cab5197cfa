#include "core/hub/cached_repositories.h"

#include <gtest/gtest.h>

#include "core/hub/blob_lock.h"
#include "core/hub/repository_cache.h"
#include "tests/core/hub/shared_cache.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";
const std::string kHash(64, 'a');
const Repository kModel = {.id = "org/name"};

/// config.json as a copy, the weights as a link to a blob of 1000 bytes.
void fill(const test::SharedCache& cache) {
    cache.add_ref("main", kCommit + "\n");
    cache.add_copy(kCommit, "config.json", "{}");
    cache.add_blob(kHash, std::string(1000, 'w'));
    cache.add_link(kCommit, "model.safetensors", "../../blobs/" + kHash);
}

TEST(CachedRepositoriesTest, WholeOnesHaveFolderCommitAndSize) {
    const test::SharedCache cache;
    fill(cache);
    const auto found = cached_repositories(cache.path());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].repository, kModel);
    EXPECT_TRUE(found[0].is_whole());
    EXPECT_EQ(found[0].commit, kCommit);
    EXPECT_EQ(found[0].folder, cache.snapshot(kCommit));
    EXPECT_EQ(found[0].bytes, 1000U + 2U + 41U);  // the link counts nothing, the reference its digits
    EXPECT_EQ(found[0].unfinished_bytes, 0U);
}

TEST(CachedRepositoriesTest, WhatIsBegunOrMissingIsSaid) {
    const test::SharedCache cache;
    cache.add_copy(kCommit, "config.json", "{}");
    cache.add_blob(kHash + ".incomplete", std::string(300, 'w'));
    const auto found = cached_repositories(cache.path());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_FALSE(found[0].is_whole());
    EXPECT_EQ(found[0].commit, kCommit);  // the only one
    EXPECT_EQ(found[0].missing, std::vector<std::string>{"model.safetensors"});
    EXPECT_EQ(found[0].unfinished_bytes, 300U);
    EXPECT_TRUE(has_unfinished_files(cache.path(), kModel));
}

TEST(CachedRepositoriesTest, OtherFoldersAreLeftOut) {
    const test::SharedCache cache;
    EXPECT_TRUE(cached_repositories(cache.path() / "nowhere").empty());
    for (const auto* name :
         {"spaces--a--b", "models--", "models--..--..", "models--a b", ".locks", "version.txt"})
        fs::create_directories(cache.path() / name);
    EXPECT_TRUE(cached_repositories(cache.path()).empty());
    fs::create_directories(cache.path() / "datasets--a--b");
    fs::create_directories(cache.path() / "models--gpt2");
    const auto found = cached_repositories(cache.path());
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].repository.id, "gpt2");
    EXPECT_EQ(found[1].repository.kind, RepositoryKind::Dataset);
    EXPECT_FALSE(found[1].is_whole());
}

TEST(CachedRepositoriesTest, DeletingTakesOneRepositoryAndNothingElse) {
    const test::SharedCache cache;
    fill(cache);
    fs::create_directories(cache.path() / "models--org--name2");
    fs::create_directories(cache.path() / ".locks/models--org--name");
    ASSERT_TRUE(remove_repository(cache.path(), kModel));
    EXPECT_FALSE(fs::exists(cache.repository()));
    EXPECT_FALSE(fs::exists(cache.path() / ".locks/models--org--name"));
    EXPECT_TRUE(fs::exists(cache.path() / "models--org--name2"));
    EXPECT_EQ(remove_repository(cache.path(), kModel).error().code, ErrorCode::NotFound);
    for (const auto* id : {"", "..", "../x", "a/../../x", "/"})
        EXPECT_FALSE(remove_repository(cache.path(), {.id = id})) << id;
    EXPECT_TRUE(fs::exists(cache.path()));
}

TEST(CachedRepositoriesTest, ALinkedFolderLosesTheLinkOnly) {
    const test::SharedCache cache;
    const test::SharedCache elsewhere;
    fill(elsewhere);
    fs::create_directory_symlink(elsewhere.repository(), cache.repository());
    ASSERT_TRUE(remove_repository(cache.path(), kModel));
    EXPECT_FALSE(fs::exists(fs::symlink_status(cache.repository())));
    EXPECT_TRUE(fs::exists(elsewhere.snapshot(kCommit) / "model.safetensors"));
}

TEST(CachedRepositoriesTest, DiscardingTakesUnfinishedFilesThatNobodyFetches) {
    const test::SharedCache cache;
    fill(cache);
    const std::string other(64, 'b');
    cache.add_blob(other + ".incomplete", "1");
    cache.add_blob(std::string(64, 'c') + ".incomplete", "2");
    fs::create_directories(cache.path() / ".locks/models--org--name");
    {
        const auto lock = BlobLock::take(RepositoryCache(cache.path(), kModel).lock(other), {});
        ASSERT_TRUE(lock);
        ASSERT_TRUE(discard_unfinished(cache.path(), kModel));
    }
    EXPECT_TRUE(fs::exists(cache.repository() / "blobs" / (other + ".incomplete")));
    EXPECT_FALSE(fs::exists(cache.repository() / "blobs" / (std::string(64, 'c') + ".incomplete")));
    ASSERT_TRUE(discard_unfinished(cache.path(), kModel));
    EXPECT_FALSE(has_unfinished_files(cache.path(), kModel));
    EXPECT_TRUE(fs::exists(cache.snapshot(kCommit) / "model.safetensors"));
}

TEST(CachedRepositoriesTest, OfARepositoryThatWasOnlyBegunNothingStays) {
    const test::SharedCache cache;
    cache.add_blob(kHash + ".incomplete", "1");
    fs::create_directories(cache.snapshot(kCommit));
    ASSERT_TRUE(discard_unfinished(cache.path(), kModel));
    EXPECT_FALSE(fs::exists(cache.repository()));
}

}  // namespace
}  // namespace tunebench
