#include "core/hub/cached_snapshot.h"

#include <gtest/gtest.h>

#include "core/hub/cached_download.h"
#include "tests/core/hub/shared_cache.h"

namespace tunebench {
namespace {

using test::SharedCache;

const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";
const std::string kHash1 = "7cb18dc9bafbfcf74629a4b760af1b160957a83e";
const std::string kHash2(64, '4');
const Repository kModel = {.kind = RepositoryKind::Model, .id = "org/name"};

/// config.json and model.safetensors of one revision.
void fill(const SharedCache& cache) {
    cache.add_blob(kHash1, "{}");
    cache.add_blob(kHash2, "weights");
    cache.add_link(kCommit, "config.json", "../../blobs/" + kHash1);
    cache.add_link(kCommit, "model.safetensors", "../../blobs/" + kHash2);
    cache.add_ref("main", kCommit);
}

TEST(CachedSnapshotTest, FindsWhatAnotherToolDownloaded) {
    const SharedCache cache;
    fill(cache);
    for (const std::string& revision : {std::string("main"), kCommit}) {
        const auto found = find_cached_snapshot(cache.path(), kModel, revision);
        ASSERT_TRUE(found) << found.error().message;
        EXPECT_EQ(found->folder, cache.snapshot(kCommit));
        EXPECT_EQ(found->commit, kCommit);
        EXPECT_TRUE(found->missing.empty());
        EXPECT_EQ(test::bytes_of(found->folder / "model.safetensors"), "weights");
    }
}

TEST(CachedSnapshotTest, ARefMayEndWithANewlineAndHaveSlashes) {
    const SharedCache cache;
    fill(cache);
    cache.add_ref("refs/pr/1", kCommit + "\n");
    EXPECT_TRUE(find_cached_snapshot(cache.path(), kModel, "refs/pr/1"));
}

void expect_not_cached(const SharedCache& cache, const std::string& revision) {
    const auto found = find_cached_snapshot(cache.path(), kModel, revision);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::NotFound);
    EXPECT_NE(found.error().message.find("org/name (" + revision + ")"), std::string::npos)
        << found.error().message;
    EXPECT_NE(found.error().hint.find("tunebench-cli download org/name"), std::string::npos);
}

TEST(CachedSnapshotTest, WhatIsNotThereIsNamedWithTheCommandThatFetchesIt) {
    const SharedCache cache;
    expect_not_cached(cache, "main");
    fill(cache);
    expect_not_cached(cache, "v2");
    expect_not_cached(cache, std::string(40, '0'));
}

TEST(CachedSnapshotTest, MissingShardsAndDanglingLinksAreListed) {
    const SharedCache cache;
    fill(cache);
    cache.add_copy(
        kCommit, "model.safetensors.index.json",
        R"({"weight_map": {"a": "s1.safetensors", "b": "s2.safetensors", "c": "../x.safetensors"}})");
    cache.add_link(kCommit, "s1.safetensors", "../../blobs/" + kHash2);
    cache.add_link(kCommit, "s2.safetensors", "../../blobs/" + std::string(64, '9'));
    std::filesystem::remove(cache.snapshot(kCommit) / "config.json");
    const auto found = find_cached_snapshot(cache.path(), kModel);
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->missing,
              (std::vector<std::string>{"../x.safetensors", "config.json", "s2.safetensors"}));
}

TEST(CachedSnapshotTest, ADamagedRefIsNamed) {
    const SharedCache cache;
    fill(cache);
    for (const std::string& text :
         {std::string("../../.."), std::string(), std::string(2000, 'a'), std::string("main")}) {
        cache.add_ref("main", text);
        const auto found = find_cached_snapshot(cache.path(), kModel);
        ASSERT_FALSE(found) << text;
        EXPECT_EQ(found.error().code, ErrorCode::Corrupt) << text;
        EXPECT_NE(found.error().message.find("refs/main"), std::string::npos) << found.error().message;
    }
}

TEST(CachedSnapshotTest, NamesCannotLeaveTheCache) {
    const SharedCache cache;
    fill(cache);
    EXPECT_EQ(find_cached_snapshot(cache.path(), {.id = "../org/name"}).error().code,
              ErrorCode::InvalidArgument);
    EXPECT_EQ(find_cached_snapshot(cache.path(), kModel, "../main").error().code, ErrorCode::InvalidArgument);
}

TEST(CachedSnapshotTest, OfADataSetEverythingThereIsGiven) {
    const SharedCache cache("datasets--org--name");
    cache.add_blob(kHash1, "{}");
    cache.add_link(kCommit, "data/train.jsonl", "../../../blobs/" + kHash1);
    cache.add_ref("main", kCommit);
    const DownloadRequest request = {.repository = {.kind = RepositoryKind::Dataset, .id = "org/name"}};
    const auto download = cached_download(cache.path(), request);
    ASSERT_TRUE(download) << download.error().message;
    ASSERT_EQ(download->files.size(), 1U);
    EXPECT_EQ(download->files[0].path, "data/train.jsonl");
    EXPECT_EQ(download->files[0].hash, kHash1);
    EXPECT_TRUE(download->files[0].was_there);
}

}  // namespace
}  // namespace tunebench
