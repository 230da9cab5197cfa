#include "core/study/report/paired_tests.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/random.h"

namespace tunebench {
namespace {

constexpr std::size_t kExamples = 80;

ComparableRun run(const char* name, std::int64_t seed, double rank, double gain,
                  const char* measured_on = "held out") {
    ComparableRun run{.id = name, .name = name, .config = default_run_config()};
    run.config.general.seed = seed;
    run.config.method.params.set("rank", rank);
    run.facts.finished = RunFinished{};
    Random random(17, static_cast<std::uint64_t>(seed));
    ExampleLosses losses{.measured_on = measured_on};
    for (std::size_t i = 0; i < kExamples; ++i)
        losses.losses.push_back(2.0 + 0.1 * random.uniform() - gain * (1.0 + 0.1 * random.uniform()));
    run.example_losses.push_back(std::move(losses));
    return run;
}

bool says(const std::vector<std::string>& sentences, std::string_view words) {
    return std::ranges::any_of(
        sentences, [&](const std::string& sentence) { return sentence.find(words) != std::string::npos; });
}

bool is_any_tested(const StudyReport& tests) {
    return std::ranges::any_of(tests.arms,
                               [](const ArmReport& arm) { return arm.against_baseline.has_value(); });
}

/// Of a model in a folder of that name.
ComparableRun of_model(ComparableRun run, const std::string& model, const char* tokenizer) {
    run.config.model.path = "/models/" + model;
    run.hashes = {{"/models/" + model + "/model.safetensors", "weights of " + model},
                  {"/models/" + model + "/tokenizer.json", tokenizer}};
    return run;
}

TEST(PairedTestsTest, GroupsArePairedBySeedAndExample) {
    const std::vector<ComparableRun> runs = {run("a1", 1, 4, 0.0), run("a2", 2, 4, 0.0),
                                             run("a3", 3, 4, 0.0), run("b1", 1, 8, 0.3),
                                             run("b2", 2, 8, 0.3), run("b3", 3, 8, 0.3)};
    const auto groups = seed_groups(runs).groups;
    ASSERT_EQ(groups.size(), 2U);
    const auto tests = paired_tests(runs, groups, 0);
    ASSERT_TRUE(tests);
    EXPECT_EQ(tests->seeds, 3);
    EXPECT_EQ(tests->examples, 80);
    EXPECT_FALSE(tests->arms[0].against_baseline);
    ASSERT_TRUE(tests->arms[1].against_baseline);
    EXPECT_EQ(tests->arms[1].against_baseline->verdict, Difference::Better);
    // The runs of one seed share their luck: what is left is the gain of 0.30 to 0.33.
    EXPECT_NEAR(tests->arms[1].against_baseline->difference.mean, -0.315, 0.005);
    EXPECT_TRUE(says(tests->verdict, "With 3 seeds"));
}

TEST(PairedTestsTest, SingleRunsArePairedByExampleWhateverTheirSeeds) {
    const std::vector<ComparableRun> runs = {run("a", 1, 4, 0.0), run("b", 2, 8, 0.3)};
    const auto tests = paired_tests(runs, single_groups(runs), 0);
    ASSERT_TRUE(tests);
    EXPECT_EQ(tests->seeds, 1);
    EXPECT_EQ(tests->arms[1].against_baseline->verdict, Difference::Better);
    EXPECT_TRUE(says(tests->verdict, "With one seed"));
}

TEST(PairedTestsTest, WhatWasMeasuredOnOtherExamplesIsLeftOutAndSaidSo) {
    const std::vector<ComparableRun> runs = {run("a", 1, 4, 0.0), run("b", 1, 8, 0.3),
                                             run("c", 1, 16, 0.3, "other data")};
    const auto tests = paired_tests(runs, single_groups(runs), 0);
    ASSERT_TRUE(tests);
    EXPECT_TRUE(tests->arms[1].against_baseline);
    EXPECT_FALSE(tests->arms[2].against_baseline);
    EXPECT_TRUE(says(tests->notes, "c: not tested, because it was not measured on the held-out examples"));
    const auto of_c = paired_tests(runs, single_groups(runs), 2);
    ASSERT_TRUE(of_c);
    EXPECT_FALSE(is_any_tested(*of_c)) << "nothing shares the examples of c";
    EXPECT_TRUE(says(of_c->verdict, "Nothing could be tested against c."));
    EXPECT_TRUE(says(of_c->notes, "a: not tested, because it was not measured on the held-out examples"));
}

TEST(PairedTestsTest, OfSeveralEvaluationsTheOneThatMostShareIsTaken) {
    auto a = run("a", 1, 4, 0.0), b = run("b", 1, 8, 0.3);
    a.example_losses.insert(a.example_losses.begin(), {"alone", std::vector<double>(kExamples, 9.0)});
    const std::vector<ComparableRun> runs = {a, b};
    const auto tests = paired_tests(runs, single_groups(runs), 0);
    ASSERT_TRUE(tests);
    EXPECT_NEAR(tests->arms[0].loss->mean, 2.05, 0.02);
}

TEST(PairedTestsTest, OnlySeedsThatAllHaveCount) {
    const std::vector<ComparableRun> runs = {run("a1", 1, 4, 0.0), run("a2", 2, 4, 0.0),
                                             run("a3", 3, 4, 0.0), run("b1", 1, 8, 0.3),
                                             run("b2", 2, 8, 0.3), run("c9", 9, 16, 0.1)};
    const auto tests = paired_tests(runs, seed_groups(runs).groups, 0);
    ASSERT_TRUE(tests);
    EXPECT_EQ(tests->seeds, 2);
    EXPECT_FALSE(tests->arms[2].against_baseline);
    EXPECT_TRUE(says(tests->notes, "not measured with a seed of the baseline"));
    EXPECT_TRUE(says(tests->notes, "2 of 4 seeds"));
}

TEST(PairedTestsTest, WithoutLossesThereAreNoTests) {
    auto a = run("a", 1, 4, 0.0), b = run("b", 1, 8, 0.3);
    a.example_losses.clear();
    const std::vector<ComparableRun> runs = {a, b};
    for (const std::size_t baseline : {0U, 1U}) {
        const auto tests = paired_tests(runs, single_groups(runs), baseline);
        ASSERT_TRUE(tests);
        EXPECT_FALSE(is_any_tested(*tests));
        EXPECT_FALSE(tests->notes.empty());
    }
    EXPECT_FALSE(paired_tests({b}, single_groups({b}), 0)) << "there is nothing to compare with";
    EXPECT_FALSE(paired_tests({a, a}, single_groups({a, a}), 0)) << "nothing was measured";
}

TEST(PairedTestsTest, RunsOfAnotherTokenizerAreNotPaired) {
    const std::vector<ComparableRun> runs = {of_model(run("a", 1, 4, 0.0), "small", "cuts words"),
                                             of_model(run("b", 1, 8, 0.3), "other", "cuts letters"),
                                             of_model(run("c", 1, 8, 0.3), "large", "cuts words")};
    const auto tests = paired_tests(runs, single_groups(runs), 0);
    ASSERT_TRUE(tests);
    EXPECT_FALSE(tests->arms[1].against_baseline);
    EXPECT_TRUE(says(tests->notes, "b: not tested, because its tokenizer"));
    EXPECT_TRUE(tests->arms[2].against_baseline) << "the same tokens";
    EXPECT_TRUE(says(tests->notes, "c: starts from another model"));
}

TEST(PairedTestsTest, ATokenizerThatWasChangedInItsFolderIsAnother) {
    const std::vector<ComparableRun> runs = {of_model(run("a", 1, 4, 0.0), "small", "cuts words"),
                                             of_model(run("b", 1, 8, 0.3), "small", "cuts letters")};
    const auto tests = paired_tests(runs, single_groups(runs), 0);
    ASSERT_TRUE(tests);
    EXPECT_FALSE(is_any_tested(*tests));
    EXPECT_TRUE(says(tests->verdict, "Nothing could be tested against a."));
}

TEST(PairedTestsTest, ClassifiersAreMeasuredByExampleWhateverTheirTokens) {
    std::vector<ComparableRun> runs = {of_model(run("a", 1, 4, 0.0), "small", "cuts words"),
                                       of_model(run("b", 1, 8, 0.3), "other", "cuts letters")};
    for (auto& one : runs)
        one.config.model.task = Task::Classification;
    const auto tests = paired_tests(runs, single_groups(runs), 0);
    ASSERT_TRUE(tests);
    EXPECT_TRUE(tests->arms[1].against_baseline);
}

TEST(PairedTestsTest, GroupsWithoutACommonSeedAreSaid) {
    const std::vector<ComparableRun> runs = {run("a1", 1, 4, 0.0), run("a2", 2, 4, 0.0), run("b3", 3, 8, 0.3),
                                             run("b4", 4, 8, 0.3)};
    const auto tests = paired_tests(runs, seed_groups(runs).groups, 0);
    ASSERT_TRUE(tests);
    EXPECT_FALSE(is_any_tested(*tests));
    EXPECT_TRUE(says(tests->verdict, "Nothing could be tested against"));
    EXPECT_TRUE(says(tests->notes, "it was not measured with a seed of the baseline"));
}

TEST(PairedTestsTest, WhoWouldLeaveNoCommonSeedIsLeftOut) {
    const std::vector<ComparableRun> runs = {run("a1", 1, 4, 0.0), run("a2", 2, 4, 0.0), run("b1", 1, 8, 0.3),
                                             run("c2", 2, 16, 0.3)};
    const auto tests = paired_tests(runs, seed_groups(runs).groups, 0);
    ASSERT_TRUE(tests);
    EXPECT_TRUE(tests->arms[1].against_baseline);
    EXPECT_FALSE(tests->arms[2].against_baseline);
    EXPECT_TRUE(says(tests->notes, "c2: not tested, because it was not measured with a seed that"));
}

}  // namespace
}  // namespace tunebench
