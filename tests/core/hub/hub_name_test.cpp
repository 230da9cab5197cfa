#include "core/hub/hub_name.h"

#include <gtest/gtest.h>

#include "core/hub/repository_cache.h"
#include "tests/core/hub/shared_cache.h"

namespace tunebench {
namespace {

const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";

TEST(HubNameTest, NamesRevisionsAndPathsAreRead) {
    const std::pair<const char*, HubName> cases[] = {
        {"org/name", {.id = "org/name"}},
        {"org/na.me_1-b", {.id = "org/na.me_1-b"}},
        {"org/name@v1.0", {.id = "org/name", .revision = "v1.0"}},
        {"org/name@refs/pr/12", {.id = "org/name", .revision = "refs/pr/12"}},
        {"org/name@main/data/a.jsonl", {.id = "org/name", .path = "data/a.jsonl"}},
        {"org/name@refs/convert/parquet/default/train/0.parquet",
         {.id = "org/name", .revision = "refs/convert/parquet", .path = "default/train/0.parquet"}}};
    for (const auto& [text, expected] : cases) {
        const auto name = parse_hub_name(text);
        ASSERT_TRUE(name) << text;
        EXPECT_EQ(*name, expected) << text;
        EXPECT_EQ(parse_hub_name(hub_name_text(*name)), name) << text;
    }
}

TEST(HubNameTest, PathsAndOtherTextsAreNone) {
    for (const auto* text :
         {"", "gpt2", "/org/name", "./org/name", "../org/name", "~/name", "org/name/file", "org//name",
          "org/", "/name", "org/name@", "org/name@a..b", "org/name@main/", "org/name@-x", "a b/c",
          "org/na@me@x y", "https://huggingface.co/org/name", "C:\\org/name", "org/name@\n"})
        EXPECT_FALSE(parse_hub_name(text)) << text;
}

TEST(HubNameTest, WhatLiesInTheCacheIsFound) {
    const test::SharedCache cache;
    cache.add_ref("main", kCommit);
    cache.add_copy(kCommit, "config.json", "{}");
    cache.add_copy(kCommit, "model.safetensors", "w");
    const auto found = find_hub_source(cache.path(), RepositoryKind::Model, {.id = "org/name"});
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(*found, cache.snapshot(kCommit));
    const auto source = named_source(*found);
    ASSERT_TRUE(source);
    EXPECT_EQ(source->cache, cache.path());
    EXPECT_EQ(hub_name_text(source->name), "org/name@" + kCommit);
    EXPECT_EQ(*find_hub_source(cache.path(), RepositoryKind::Model, source->name), *found);
}

TEST(HubNameTest, WhatIsMissingIsSaidWithTheCommandThatFetchesIt) {
    const test::SharedCache cache;
    const auto none =
        find_hub_source(cache.path(), RepositoryKind::Model, {.id = "org/name", .revision = "refs/pr/1"});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::NotFound);
    EXPECT_NE(none.error().hint.find("tunebench-cli download org/name --revision refs/pr/1"),
              std::string::npos)
        << none.error().hint;
    cache.add_ref("main", kCommit);
    cache.add_copy(kCommit, "config.json", "{}");
    const auto part = find_hub_source(cache.path(), RepositoryKind::Model, {.id = "org/name"});
    ASSERT_FALSE(part);
    EXPECT_NE(part.error().message.find("model.safetensors"), std::string::npos) << part.error().message;
}

TEST(HubNameTest, AFileOfADataSetStaysInsideIt) {
    const test::SharedCache cache("datasets--org--rows");
    cache.add_ref("main", kCommit);
    cache.add_copy(kCommit, "data/train.jsonl", "{}");
    const auto find = [&](const std::string& path) {
        return find_hub_source(cache.path(), RepositoryKind::Dataset, {.id = "org/rows", .path = path});
    };
    const auto found = find("data/train.jsonl");
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(*found, cache.snapshot(kCommit) / "data/train.jsonl");
    EXPECT_EQ(named_source(*found)->name.path, "data/train.jsonl");
    EXPECT_EQ(find("data/test.jsonl").error().code, ErrorCode::NotFound);
    for (const auto* path : {"../../../x", "/etc/passwd", "data/../../x", "data//train.jsonl"})
        EXPECT_EQ(find(path).error().code, ErrorCode::Corrupt) << path;
}

TEST(HubNameTest, ADataSetThatIsStillComingIsNotTakenForWhole) {
    const test::SharedCache cache("datasets--org--rows");
    cache.add_copy(kCommit, "a.jsonl", "{}");
    cache.add_blob(std::string(64, 'a') + ".incomplete", "{");
    const HubName name{.id = "org/rows", .revision = kCommit};
    EXPECT_EQ(find_hub_source(cache.path(), RepositoryKind::Dataset, name).error().code, ErrorCode::NotFound);
    std::filesystem::remove(cache.repository() / "blobs" / (std::string(64, 'a') + ".incomplete"));
    EXPECT_TRUE(find_hub_source(cache.path(), RepositoryKind::Dataset, name));
}

TEST(HubNameTest, ADataSetWithoutWholeFilesOfItsDownloadIsNotTakenForWhole) {
    const test::SharedCache cache("datasets--org--rows");
    const RepositoryCache repository(cache.path(), {.kind = RepositoryKind::Dataset, .id = "org/rows"});
    cache.add_copy(kCommit, "data/a.jsonl", "{}");
    ASSERT_TRUE(repository.note_wanted(kCommit, {"data/a.jsonl", "data/b.jsonl"}));
    const HubName name{.id = "org/rows", .revision = kCommit};
    EXPECT_EQ(find_hub_source(cache.path(), RepositoryKind::Dataset, name).error().code, ErrorCode::NotFound);
    cache.add_copy(kCommit, "data/b.jsonl", "{}");
    EXPECT_TRUE(find_hub_source(cache.path(), RepositoryKind::Dataset, name));
}

TEST(HubNameTest, OnlyFoldersOfACacheHaveNames) {
    for (const auto& path :
         std::vector<std::string>{"", "/models/town", "/c/models--a--b/snapshots/main",
                                  "/c/models--a--b/blobs/" + kCommit, "/c/spaces--a--b/snapshots/" + kCommit})
        EXPECT_FALSE(named_source(path)) << path;
}

}  // namespace
}  // namespace tunebench
