#include "core/study/report/seed_groups.h"

#include <gtest/gtest.h>

namespace tunebench {
namespace {

ComparableRun run(std::string name, std::int64_t seed, double rate = 1e-3) {
    ComparableRun run{.id = name, .name = std::move(name), .config = default_run_config()};
    run.config.general.name = run.name;
    run.config.general.seed = seed;
    run.config.optimizer.params.set("learning_rate", rate);
    return run;
}

std::vector<std::vector<std::size_t>> runs_of(const std::vector<SeedGroup>& groups) {
    std::vector<std::vector<std::size_t>> runs;
    for (const auto& group : groups)
        runs.push_back(group.runs);
    return runs;
}

TEST(SeedGroupsTest, RunsThatDifferBySeedAndNameStandTogether) {
    const auto groups =
        seed_groups({run("town, seed 4", 4), run("other", 4, 2e-3), run("town, seed 43", 43)});
    EXPECT_EQ(runs_of(groups), (std::vector<std::vector<std::size_t>>{{0, 2}, {1}}));
    EXPECT_EQ(groups[0].name, "town");
    EXPECT_EQ(groups[1].name, "other");
}

TEST(SeedGroupsTest, ARepeatedSeedIsNoOtherSeed) {
    const auto groups = seed_groups({run("a", 1), run("b", 1), run("c", 2)});
    EXPECT_EQ(runs_of(groups), (std::vector<std::vector<std::size_t>>{{0, 2}, {1}}));
}

TEST(SeedGroupsTest, ImportedRunsStandAlone) {
    auto first = run("a", 42), second = run("b", 43);
    first.is_imported = second.is_imported = true;
    EXPECT_EQ(seed_groups({first, second}).size(), 2U);
}

TEST(SeedGroupsTest, NamesAreCutBetweenCharacters) {
    const auto groups = seed_groups({run("Ort ä", 1), run("Ort ö", 2)});
    EXPECT_EQ(groups[0].name, "Ort") << "the two umlauts begin with the same byte";
}

TEST(SeedGroupsTest, GroupsWithoutACommonNameHaveThatOfTheMethod) {
    EXPECT_EQ(seed_groups({run("first", 1), run("second", 2)})[0].name, default_run_config().method.id);
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
