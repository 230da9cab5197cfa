#include "core/study/report/seed_groups.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

ComparableRun run(std::string name, std::int64_t seed, double rate = 1e-3) {
    ComparableRun run{.id = name, .name = std::move(name), .config = default_run_config()};
    run.config.general.name = run.name;
    run.config.general.seed = seed;
    run.config.optimizer.params.set("learning_rate", rate);
    run.hashes = {{"train.jsonl", "1111"}};
    run.facts.finished = RunFinished{};
    return run;
}

ComparableRun ended(ComparableRun run, ExitCause cause) {
    run.facts.finished->cause = cause;
    return run;
}

std::vector<std::vector<std::size_t>> runs_of(const std::vector<SeedGroup>& groups) {
    std::vector<std::vector<std::size_t>> runs;
    for (const auto& group : groups)
        runs.push_back(group.runs);
    return runs;
}

TEST(SeedGroupsTest, RunsThatDifferBySeedAndNameStandTogether) {
    const auto [groups, left_out] =
        seed_groups({run("town, seed 4", 4), run("other", 4, 2e-3), run("town, seed 43", 43)});
    EXPECT_EQ(runs_of(groups), (std::vector<std::vector<std::size_t>>{{0, 2}, {1}}));
    EXPECT_EQ(groups[0].name, "town");
    EXPECT_EQ(groups[1].name, "other");
    EXPECT_TRUE(left_out.empty());
}

TEST(SeedGroupsTest, RunsThatDidNotCompleteStandAloneAndThatIsSaid) {
    const auto [groups, left_out] = seed_groups({ended(run("failed", 1), ExitCause::Failed), run("a", 2),
                                                 run("b", 3), ended(run("stopped", 4), ExitCause::Stopped),
                                                 ended(run("c", 5), ExitCause::EarlyStopped)});
    EXPECT_EQ(runs_of(groups), (std::vector<std::vector<std::size_t>>{{0}, {1, 2, 4}, {3}}));
    ASSERT_EQ(left_out.size(), 2U);
    EXPECT_EQ(left_out[0],
              "failed: not counted among the other seeds of its configuration, because it failed.");
    EXPECT_NE(left_out[1].find("stopped: not counted"), std::string::npos) << left_out[1];
    EXPECT_NE(left_out[1].find("it was stopped"), std::string::npos) << left_out[1];
}

TEST(SeedGroupsTest, ARunAtWorkIsNoSeedYet) {
    auto at_work = run("at work", 2);
    at_work.facts.finished.reset();
    const auto [groups, left_out] = seed_groups({run("a", 1), at_work});
    EXPECT_EQ(groups.size(), 2U);
    ASSERT_EQ(left_out.size(), 1U);
    EXPECT_NE(left_out[0].find("it has not ended"), std::string::npos) << left_out[0];
}

TEST(SeedGroupsTest, RunsOnFilesThatHaveChangedStandApart) {
    auto other = run("later", 3), fourth = run("later still", 4);
    other.hashes = fourth.hashes = {{"train.jsonl", "2222"}};
    const auto [groups, left_out] = seed_groups({run("a", 1), run("b", 2), run("c", 5), other, fourth});
    EXPECT_EQ(runs_of(groups), (std::vector<std::vector<std::size_t>>{{0, 1, 2}, {3, 4}}));
    ASSERT_EQ(left_out.size(), 1U);
    EXPECT_NE(left_out[0].find("it has read other files: train.jsonl has changed"), std::string::npos)
        << left_out[0];
}

TEST(SeedGroupsTest, OneRunOfAConfigurationLeavesNobodyOut) {
    const auto grouping = seed_groups({ended(run("failed", 1), ExitCause::Failed), run("a", 2, 2e-3)});
    EXPECT_EQ(grouping.groups.size(), 2U);
    EXPECT_TRUE(grouping.left_out.empty());
}

TEST(SeedGroupsTest, ARepeatedSeedIsNoOtherSeed) {
    const auto [groups, left_out] = seed_groups({run("a", 1), run("b", 1), run("c", 2)});
    EXPECT_EQ(runs_of(groups), (std::vector<std::vector<std::size_t>>{{0, 2}, {1}}));
    ASSERT_EQ(left_out.size(), 1U);
    EXPECT_NE(left_out[0].find("its seed is among them already"), std::string::npos) << left_out[0];
}

TEST(SeedGroupsTest, ImportedRunsStandAlone) {
    auto first = run("a", 42), second = run("b", 43);
    first.is_imported = second.is_imported = true;
    EXPECT_EQ(seed_groups({first, second}).groups.size(), 2U);
}

TEST(SeedGroupsTest, NamesAreCutBetweenCharacters) {
    const auto groups = seed_groups({run("Ort ä", 1), run("Ort ö", 2)}).groups;
    EXPECT_EQ(groups[0].name, "Ort") << "the two umlauts begin with the same byte";
}

TEST(SeedGroupsTest, GroupsWithoutACommonNameHaveThatOfTheMethod) {
    EXPECT_EQ(seed_groups({run("first", 1), run("second", 2)}).groups[0].name,
              default_run_config().method.id);
}

TEST(SeedGroupsTest, EqualNamesAreToldApart) {
    auto first = run("town", 1), second = run("town", 2, 2e-3);
    first.id = "aaaa";
    second.id = "bbbb";
    const auto groups = single_groups({first, second});
    EXPECT_EQ(groups[0].name, "town (aaaa)");
    EXPECT_EQ(groups[1].name, "town (bbbb)");
}

}  // namespace
}  // namespace tunebench
