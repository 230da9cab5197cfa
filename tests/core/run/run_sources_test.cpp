#include "core/run/run_sources.h"

#include <gtest/gtest.h>

#include "core/run/preflight.h"
#include "tests/core/hub/shared_cache.h"
#include "tests/support/temporary_folder.h"

namespace tunebench {
namespace {

const std::string kCommit = "bbc77c8132af1cc5cf678da3f1ddf2de43606d48";
const std::string kNewer(40, 'e');

class RunSourcesTest : public testing::Test {
protected:
    RunSourcesTest() {
        cache_.add_ref("main", kCommit);
        for (const auto& commit : {kCommit, kNewer}) {
            cache_.add_copy(commit, "config.json", "{}");
            cache_.add_copy(commit, "model.safetensors", "w");
        }
        config_.model.path = "org/name";
        config_.data.train = {"/data/train.jsonl"};
    }

    test::SharedCache cache_;
    RunConfig config_ = default_run_config();
};

TEST_F(RunSourcesTest, FilesOfRowsAreNoNames) {
    EXPECT_TRUE(names_hub_model("org/name"));
    EXPECT_FALSE(names_hub_model("org/name@main/config.json"));
    EXPECT_TRUE(names_hub_dataset("org/name"));
    EXPECT_TRUE(names_hub_dataset("org/name@main/train.jsonl"));
    for (const auto* path :
         {"data/train.jsonl", "data/train.csv.gz", "data/train.parquet", "a/b/c", "/org/name"})
        EXPECT_FALSE(names_hub_dataset(path)) << path;
}

TEST_F(RunSourcesTest, AFrozenRunHasTheFolderOfTheCommit) {
    const auto frozen = located(config_, cache_.path());
    ASSERT_TRUE(frozen) << frozen.error().message;
    EXPECT_EQ(frozen->model.path, cache_.snapshot(kCommit).string());
    EXPECT_EQ(frozen->data.train, config_.data.train);
    EXPECT_EQ(located(*frozen, "/nowhere")->model.path, frozen->model.path);
    EXPECT_EQ(with_hub_names(*frozen, cache_.path()).model.path, "org/name@" + kCommit);
    EXPECT_EQ(with_hub_names(*frozen, "/other").model.path, frozen->model.path);
}

TEST_F(RunSourcesTest, AnUpdateChangesNothingForAFrozenRun) {
    const auto frozen = located(config_, cache_.path());
    ASSERT_TRUE(frozen);
    cache_.add_ref("main", kNewer);
    EXPECT_EQ(located(config_, cache_.path())->model.path, cache_.snapshot(kNewer).string());
    EXPECT_TRUE(is_made_from(*frozen, config_));
    auto pinned = config_;
    pinned.model.path = "org/name@" + kCommit;
    EXPECT_TRUE(is_made_from(*frozen, pinned));
    pinned.model.path = "org/name@" + kNewer;
    EXPECT_FALSE(is_made_from(*frozen, pinned));
    pinned.model.path = "org/other";
    EXPECT_FALSE(is_made_from(*frozen, pinned));
    auto changed = config_;
    changed.general.seed = 7;
    EXPECT_FALSE(is_made_from(*frozen, changed));
    changed = config_;
    changed.data.train.push_back("/data/more.jsonl");
    EXPECT_FALSE(is_made_from(*frozen, changed));
}

TEST_F(RunSourcesTest, WhatIsNotThereIsNamedWithItsField) {
    config_.model.path = "org/absent";
    config_.data.validation = "org/rows@main/valid.jsonl";
    const auto run = locate_sources(config_, cache_.path());
    ASSERT_EQ(run.missing.size(), 2U);
    EXPECT_EQ(run.missing[0].field, "model.path");
    EXPECT_NE(run.missing[0].hint.find("tunebench-cli download org/absent"), std::string::npos);
    EXPECT_EQ(run.missing[1].field, "data.validation");
    EXPECT_NE(run.missing[1].hint.find("download org/rows --dataset"), std::string::npos);
    EXPECT_EQ(run.config, config_);
}

TEST_F(RunSourcesTest, PreflightSaysItOnce) {
    config_.model.path = "org/absent";
    const auto findings = preflight(config_, {.hub_cache = cache_.path()});
    int count = 0;
    for (const auto& finding : findings)
        count += finding.field == "model.path" ? 1 : 0;
    EXPECT_EQ(count, 1);
    EXPECT_EQ(findings.front().field, "model.path");
    EXPECT_NE(findings.front().message.find("org/absent (main) is not in the cache"), std::string::npos);
}

TEST_F(RunSourcesTest, AFolderOnDiskWins) {
    const test::TemporaryFolder folder;
    const auto json = parse_run_json(R"({"format": "tunebench.run/1", "model": {"path": "org/name"},
        "data": {"train": ["org/rows", "part/rows.jsonl"], "validation": "org/valid"}})",
                                     "run");
    ASSERT_TRUE(json);
    const auto named = run_config_from_json(*json, folder.path(), UnknownKeys::Refuse);
    ASSERT_TRUE(named);
    EXPECT_EQ(named->model.path, "org/name");
    EXPECT_EQ(named->data.train[0].path, "org/rows");
    EXPECT_EQ(named->data.train[1].path, (folder.path() / "part/rows.jsonl").string());
    EXPECT_EQ(named->data.validation, "org/valid");
    for (const auto* name : {"org/name", "org/rows"})
        std::filesystem::create_directories(folder.path() / name);
    const auto on_disk = run_config_from_json(*json, folder.path(), UnknownKeys::Refuse);
    ASSERT_TRUE(on_disk);
    EXPECT_EQ(on_disk->model.path, (folder.path() / "org/name").string());
    EXPECT_EQ(on_disk->data.train[0].path, (folder.path() / "org/rows").string());
    EXPECT_EQ(on_disk->data.validation, "org/valid");
}

TEST_F(RunSourcesTest, TheCommandLineTakesNamesToo) {
    ASSERT_TRUE(apply_override(config_, "model.path=org/other@v2"));
    EXPECT_EQ(config_.model.path, "org/other@v2");
    ASSERT_TRUE(apply_override(config_, "data.train=org/rows weight=2"));
    EXPECT_EQ(config_.data.train, (std::vector<WeightedFile>{*weighted_file_from_text("org/rows weight=2")}));
    EXPECT_EQ(hub_cache_folder([](const std::string&) { return std::optional<std::string>(); }), "");
}

}  // namespace
}  // namespace tunebench
