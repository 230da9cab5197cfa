// import, history --filter and history export, as a person types them.
#include <fstream>

#include <gtest/gtest.h>

#include "tests/app/support/sample_run.h"

namespace tunebench::test {
namespace {

class InterchangeTest : public ::testing::Test {
protected:
    std::string table(const std::string& name, const std::string& text) const {
        sample_.write(name, text);
        return (sample_.folder() / name).string();
    }

    SampleRun sample_;
};

TEST_F(InterchangeTest, ImportsListsAndExports) {
    const auto good = table("good.csv", "step,loss\n1,2\n2,0.25\n");
    const auto bad = table("bad.csv", "step,loss\n1,2\n2,4\n");
    const auto imported = run_cli(sample_, {"import", good, bad});
    ASSERT_EQ(imported.code, 0) << imported.err;
    EXPECT_NE(imported.out.find("good: 2 steps of loss"), std::string::npos) << imported.out;

    const auto json = json_of(run_cli(sample_, {"history", "list", "--filter", "loss.best < 0.5", "--json"}));
    ASSERT_EQ(json.size(), 1U);
    EXPECT_EQ(json[0].at("name"), "good");
    EXPECT_EQ(json[0].at("origin"), "csv: " + good);

    const auto shown = run_cli(sample_, {"history", "show", "good"});
    EXPECT_EQ(shown.code, 0) << shown.err;
    EXPECT_NE(shown.out.find("imported from"), std::string::npos) << shown.out;
    EXPECT_NE(shown.out.find("0.25 at 2"), std::string::npos) << shown.out;

    const auto out = (sample_.folder() / "logs").string();
    const auto exported = run_cli(
        sample_, {"history", "export", "--filter", "imported == true", "--to", "tensorboard", "--out", out});
    EXPECT_EQ(exported.code, 0) << exported.err;
    EXPECT_NE(exported.out.find("2 runs written"), std::string::npos) << exported.out;
    const auto csv = run_cli(sample_, {"history", "export", "good", "bad"});
    EXPECT_EQ(csv.code, 0) << csv.err;
    EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 5);
}

TEST_F(InterchangeTest, ALogThatWentOnReplacesItsOlderState) {
    const auto log = table("log.csv", "step,loss\n1,2\n");
    ASSERT_EQ(run_cli(sample_, {"import", log}).code, 0);
    const auto same = run_cli(sample_, {"import", log});
    EXPECT_NE(same.out.find("was imported before"), std::string::npos) << same.out;
    table("log.csv", "step,loss\n1,2\n2,1\n");
    const auto later = run_cli(sample_, {"import", log});
    ASSERT_EQ(later.code, 0) << later.err;
    EXPECT_NE(later.err.find("was archived"), std::string::npos) << later.err;
    const auto runs = json_of(run_cli(sample_, {"history", "--json"}));
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].at("steps"), 2);
    EXPECT_EQ(json_of(run_cli(sample_, {"history", "--archived", "--json"})).size(), 2U);
}

TEST_F(InterchangeTest, MistakesAreSaidInWords) {
    const auto filter = run_cli(sample_, {"history", "--filter", "loss <"});
    EXPECT_EQ(filter.code, 2);
    EXPECT_NE(filter.err.find("Filter, column 7"), std::string::npos) << filter.err;
    const auto none = run_cli(sample_, {"import", table("notes.txt", "x")});
    EXPECT_EQ(none.code, 2);
    EXPECT_NE(none.err.find("no log of a run"), std::string::npos) << none.err;
    ASSERT_EQ(run_cli(sample_, {"import", table("a.csv", "step,loss\n1,2\n")}).code, 0);
    const auto folder = run_cli(sample_, {"history", "export", "a", "--to", "mlflow"});
    EXPECT_EQ(folder.code, 2);
    EXPECT_NE(folder.err.find("--out"), std::string::npos) << folder.err;
    const auto nobody = run_cli(sample_, {"history", "export"});
    EXPECT_EQ(nobody.code, 2);
}

}  // namespace
}  // namespace tunebench::test
