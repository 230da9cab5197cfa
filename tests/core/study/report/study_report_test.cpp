#include "core/study/report/study_report.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/study/report/study_document.h"

namespace tunebench {
namespace {

constexpr std::size_t kExamples = 60;

/// Three methods and three seeds, measured by hand: the second is better by `gain`, the third differs by luck
/// alone.
class StudyReportTest : public testing::Test {
protected:
    void SetUp() override {
        plan_.settings.rules.name = "by hand";
        plan_.settings.rules.seeds = 3;
        for (const auto* name : {"LoRA", "DoRA", "IA3"})
            plan_.arms.push_back({.name = name, .method_name = name, .config = default_run_config()});
        for (std::size_t arm = 0; arm < 3; ++arm)
            for (std::uint64_t seed = 0; seed < 3; ++seed)
                add(arm, seed, arm == 1 ? 0.3 : 0.0);
        results_.bases[base_key(plan_.arms[0].config)] = {
            .state = MeasuredState::Measured,
            .general_loss = 3.0,
            .held_out_losses = std::vector<double>(kExamples, 4.0)};
    }

    void add(std::size_t arm, std::uint64_t seed, double gain) {
        results_.arms.resize(plan_.arms.size());
        auto& seeds = results_.arms[arm].seeds;
        seeds.resize(3);
        seeds[seed] = MeasuredRun{.state = MeasuredState::Measured,
                                  .steps = 100,
                                  .total_steps = 100,
                                  .total_parameters = 1000,
                                  .trainable_parameters = 10 + static_cast<std::int64_t>(arm),
                                  .peak_bytes = 1000 * (arm + 1),
                                  .seconds = 10.0 + static_cast<double>(seed),
                                  .held_out_loss = 1.5 - gain,
                                  .held_out_accuracy = 0.5,
                                  .training_loss = 1.25 - gain,
                                  .general_loss = 3.2};
        Random random(17, 10 * arm + seed);
        for (std::size_t i = 0; i < kExamples; ++i)
            seeds[seed]->held_out_losses.push_back(1.5 + 0.1 * random.uniform() - gain);
    }

    StudyReport report() const { return report_study(plan_, results_); }

    bool says(const std::vector<std::string>& sentences, const char* words) const {
        for (const auto& sentence : sentences)
            if (sentence.find(words) != std::string::npos)
                return true;
        return false;
    }

    StudyPlan plan_ = {};
    StudyResults results_ = {};
};

TEST_F(StudyReportTest, SaysWhatIsBetterAndWhatIsNotShown) {
    const auto result = report();
    EXPECT_EQ(result.seeds, 3);
    EXPECT_EQ(result.examples, 60);
    ASSERT_TRUE(result.arms[1].against_baseline);
    EXPECT_EQ(result.arms[1].against_baseline->verdict, Difference::Better);
    EXPECT_EQ(result.arms[2].against_baseline->verdict, Difference::NotShown);
    EXPECT_FALSE(result.arms[0].against_baseline);
    EXPECT_TRUE(says(result.verdict, "DoRA has a lower held-out loss than LoRA"));
    EXPECT_TRUE(says(result.verdict, "No difference shown from LoRA: IA3"));
    EXPECT_TRUE(says(result.verdict, "With 3 seeds"));
    EXPECT_TRUE(result.notes.empty());
}

TEST_F(StudyReportTest, ASmallBoundKeepsItsDigits) {
    for (std::size_t seed = 0; seed < 3; ++seed) {
        auto losses = results_.arms[0].seeds[seed]->held_out_losses;
        for (std::size_t i = 0; i < losses.size(); ++i)
            losses[i] += i % 2 == 0 ? 1e-6 : -1e-6;
        results_.arms[2].seeds[seed]->held_out_losses = losses;
    }
    const auto result = report();
    EXPECT_TRUE(says(result.verdict, "IA3 (within "));
    EXPECT_FALSE(says(result.verdict, "within 0.0000"));
}

TEST_F(StudyReportTest, MeasuresForgettingOverfittingAndCost) {
    const auto arm = report().arms[0];
    EXPECT_NEAR(arm.forgetting, 0.2, 1e-12);
    EXPECT_NEAR(arm.overfitting, 0.25, 1e-12);
    EXPECT_NEAR(arm.seconds, 11.0, 1e-12);
    EXPECT_EQ(arm.trainable_parameters, 10);
    EXPECT_EQ(report().base_loss, 4.0);
}

TEST_F(StudyReportTest, FindsTheFronts) {
    const auto arms = report().arms;
    EXPECT_TRUE(arms[0].on_memory_front) << "least memory";
    EXPECT_TRUE(arms[1].on_memory_front) << "lowest loss";
    EXPECT_FALSE(arms[2].on_memory_front);
}

TEST_F(StudyReportTest, AMethodWithAFailedRunIsLeftOutAndSaidSo) {
    results_.arms[1].seeds[2] = MeasuredRun{.state = MeasuredState::Failed, .error = "out of luck"};
    const auto result = report();
    EXPECT_FALSE(result.arms[1].against_baseline);
    EXPECT_EQ(result.arms[1].failed, 1);
    EXPECT_EQ(result.seeds, 3) << "the others lose nothing";
    EXPECT_TRUE(says(result.notes, "DoRA: not compared, because a run failed: out of luck."));
}

TEST_F(StudyReportTest, ADivergedRunHasFailed) {
    results_.arms[2].seeds[0]->held_out_loss = std::nan("");
    EXPECT_TRUE(says(report().notes, "IA3: not compared, because a run failed: its loss is not a number."));
}

TEST_F(StudyReportTest, AStudyThatWasCutComparesCompleteSeeds) {
    results_.arms[2].seeds[2].reset();
    const auto result = report();
    EXPECT_EQ(result.seeds, 2);
    EXPECT_TRUE(says(result.notes, "2 of 3 seeds are complete"));
    EXPECT_TRUE(says(result.verdict, "With 2 seeds"));
}

TEST_F(StudyReportTest, AMethodWithoutASeedOfTheBaselineIsSaidAndTheRestIsTested) {
    results_.arms[0].seeds[2].reset();
    results_.arms[1].seeds[0].reset();
    results_.arms[1].seeds[1].reset();
    const auto result = report();
    EXPECT_EQ(result.seeds, 2);
    EXPECT_FALSE(result.arms[1].against_baseline);
    EXPECT_TRUE(result.arms[2].against_baseline);
    EXPECT_TRUE(
        says(result.notes, "DoRA: not tested, because it was not measured with a seed of the baseline."));
}

TEST_F(StudyReportTest, AMethodOnAnotherTokenizerIsNotTested) {
    plan_.arms[1].config.model.path = "/models/another";  // of which no run tells the tokenizer
    const auto result = report();
    EXPECT_FALSE(result.arms[1].against_baseline);
    EXPECT_TRUE(result.arms[2].against_baseline);
    EXPECT_TRUE(says(result.notes, "DoRA: not tested, because its tokenizer"));
}

TEST_F(StudyReportTest, AMethodWithNewTokensIsNotTested) {
    plan_.arms[1].config.model.added_tokens = {"<|tool|>"};
    const auto result = report();
    EXPECT_FALSE(result.arms[1].against_baseline);
    EXPECT_TRUE(result.arms[2].against_baseline);
}

TEST_F(StudyReportTest, WithoutTheBaselineNothingIsCompared) {
    results_.arms[0].seeds[0] = MeasuredRun{.state = MeasuredState::Failed, .error = "gone"};
    const auto result = report();
    EXPECT_TRUE(says(result.verdict, "Nothing has been compared yet."));
    EXPECT_TRUE(says(result.notes, "The baseline was not measured"));
}

TEST_F(StudyReportTest, ExamplesThatOneRunDidNotReadCountForNone) {
    results_.arms[0].seeds[1]->held_out_losses[5] = std::nan("");
    EXPECT_EQ(report().examples, 59);
}

TEST_F(StudyReportTest, RunsOnOtherDataCannotBeCompared) {
    results_.arms[0].seeds[1]->held_out_losses.pop_back();
    EXPECT_TRUE(says(report().verdict, "Nothing has been compared yet."));
}

TEST_F(StudyReportTest, RatesAtTheEdgeAndShortRunsAreNoted) {
    results_.arms[1].tries = {{0.1, 2.0}, {0.2, 1.5}, {0.4, 1.2}};
    results_.arms[1].learning_rate = 0.4;
    results_.arms[2].tries = {{0.1, 2.0}, {0.2, 1.5}, {0.4, std::nan("")}};
    results_.arms[2].learning_rate = 0.2;
    results_.arms[0].seeds[1]->steps = 40;
    const auto result = report();
    EXPECT_TRUE(says(result.notes, "DoRA: the best learning rate, 0.4, is at the edge"));
    EXPECT_FALSE(says(result.notes, "IA3: the best learning rate"));
    EXPECT_TRUE(says(result.notes, "LoRA: ended after 40 of 100 steps"));
}

TEST_F(StudyReportTest, MoreSeedsGeneraliseFurther) {
    EXPECT_NE(generalisation_text(1).find("these trained models"), std::string::npos);
    EXPECT_NE(generalisation_text(4).find("as far as"), std::string::npos);
    EXPECT_NE(generalisation_text(5).find("and for new seeds."), std::string::npos);
}

TEST_F(StudyReportTest, FormatsEscapeWhatTheyTakeForTheirOwn) {
    plan_.arms[1].name = "<b>R&D_50%|x</b>";
    const auto document = study_document(report());
    const auto html = to_html(document), markdown = to_markdown(document), latex = to_latex(document);
    EXPECT_EQ(html.find("<b>"), std::string::npos);
    EXPECT_NE(html.find("&lt;b&gt;R&amp;D_50%|x"), std::string::npos);
    EXPECT_NE(markdown.find("R&D\\_50%\\|x"), std::string::npos);
    EXPECT_NE(latex.find("R\\&D\\_50\\%|x"), std::string::npos);
}

TEST_F(StudyReportTest, NoNameIsAnArgumentOrAParagraphOfLatex) {
    plan_.arms[0].name = "[2em] a";
    plan_.arms[1].name = "*b\n\nc\rd";
    const auto document = study_document(report());
    const auto latex = to_latex(document);
    EXPECT_NE(latex.find("\n{[}2em] a & "), std::string::npos);
    EXPECT_NE(latex.find("\n{*}b  c d & "), std::string::npos);
    EXPECT_EQ(latex.find("\n["), std::string::npos);
    EXPECT_EQ(to_markdown(document).find('\r'), std::string::npos);
}

TEST_F(StudyReportTest, HtmlStandsAloneInBothThemes) {
    const auto html = to_html(study_document(report()));
    for (const auto* foreign : {"http", "src=", "@import", "<script"})
        EXPECT_EQ(html.find(foreign), std::string::npos) << foreign;
    EXPECT_NE(html.find("prefers-color-scheme: dark"), std::string::npos);
    EXPECT_NE(html.find("<svg"), std::string::npos);
    EXPECT_NE(html.find("aria-label"), std::string::npos);
}

TEST_F(StudyReportTest, JsonSaysTheSame) {
    const auto json = study_report_to_json(report());
    EXPECT_EQ(json["methods"][1]["against_baseline"]["verdict"], "better");
    EXPECT_TRUE(json["methods"][0]["against_baseline"].is_null());
    EXPECT_EQ(json["seeds"], 3);
    EXPECT_NEAR(json["methods"][1]["against_baseline"]["difference"].get<double>(), -0.3, 0.02);
}

TEST_F(StudyReportTest, AnEmptyStudyIsReportedToo) {
    results_ = {};
    results_.arms.resize(3, {.seeds = std::vector<std::optional<MeasuredRun>>(3)});
    const auto result = report();
    EXPECT_TRUE(says(result.verdict, "Nothing has been compared yet."));
    EXPECT_FALSE(to_html(study_document(result)).empty());
    EXPECT_NE(json_text(study_report_to_json(result)).find("\"seeds\":0"), std::string::npos);
}

}  // namespace
}  // namespace tunebench
