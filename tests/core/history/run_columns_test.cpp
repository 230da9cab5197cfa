// Filters over what the history knows of runs.
#include "core/history/run_columns.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/history/migrations.h"
#include "tests/core/history/history_fixture.h"

namespace tunebench {
namespace {

using test::step_at;

class RunColumnsTest : public ::testing::Test {
protected:
    /// A run of `steps` steps of that rank; without an end it is still going on.
    std::string add(const std::string& name, int steps, int rank, bool ends = true) {
        RunManifest manifest;
        manifest.id = new_run_id();
        manifest.config = default_run_config();
        manifest.config.general.name = name;
        EXPECT_TRUE(apply_override(manifest.config, "method.rank=" + std::to_string(rank)));
        manifest.created_at = timestamp_now();
        const auto run = RunFolder::create(folder_.path(), manifest);
        EXPECT_TRUE(run);
        auto recorder = RunRecorder::open(*run, history_.get());
        EXPECT_TRUE(recorder->record(test::started_at(0)));
        for (int step = 1; step <= steps; ++step)
            EXPECT_TRUE(recorder->record(step_at(step)));
        EXPECT_TRUE(recorder->record(
            EvaluationDone{.step = steps, .loss = 1.0 / rank, .perplexity = 2.0, .is_best = true}));
        if (ends) {
            EXPECT_TRUE(recorder->record(RunFinished{.step = steps, .training_loss = step_at(steps).loss}));
        }
        EXPECT_TRUE(history_->flush());
        return manifest.id;
    }

    /// The names of the runs, the oldest first.
    std::string matching(const std::string& text) {
        const auto filter = Filter::parse(text);
        EXPECT_TRUE(filter) << filter.error().message;
        const auto runs = test::open_reader(folder_.path())->runs({.where = *filter});
        EXPECT_TRUE(runs) << runs.error().message;
        std::string names;
        for (auto run = runs->rbegin(); run != runs->rend(); ++run)
            names += run->name;
        return names;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<History> history_ = test::open_history(folder_.path());
};

TEST_F(RunColumnsTest, SettingsMetricsAndTheTable) {
    const auto a = add("A", 10, 4);
    add("B", 20, 16);
    history_->set_tags(a, "night, good");
    ASSERT_TRUE(history_->flush());
    EXPECT_EQ(matching("method.rank >= 16"), "B");
    EXPECT_EQ(matching("method.rank in (4, 16)"), "AB");
    EXPECT_EQ(matching("method.id == \"lora\" and optimizer.id : adamw"), "AB");
    EXPECT_EQ(matching("seed == 42 and data.packing == true"), "AB");
    EXPECT_EQ(matching("tag:good"), "A");
    EXPECT_EQ(matching("steps > 10"), "B");
    EXPECT_EQ(matching("validation_loss < 0.1"), "B");
    EXPECT_EQ(matching("loss.min == loss.last"), "AB");
    EXPECT_EQ(matching("loss.max > 2.7 and loss.max_step == 1"), "AB");
    EXPECT_EQ(matching("loss.best_step == 10"), "A");
    EXPECT_EQ(matching("loss.count == 20"), "B");
    EXPECT_EQ(matching("tokens_per_second.best_step == 20 or name == \"A\""), "AB");
    EXPECT_EQ(matching("loss_scale == missing"), "AB");
    EXPECT_EQ(matching("imported == true"), "");
    EXPECT_EQ(matching("not archived == true"), "AB");
    EXPECT_EQ(matching("LORA"), "AB");
}

TEST_F(RunColumnsTest, RunsThatGoOnHaveMetricsToo) {
    add("A", 10, 4);
    add("B", 20, 16, false);
    EXPECT_EQ(matching("loss.count >= 10"), "AB");
    EXPECT_EQ(matching("loss.count == 20"), "B");
}

TEST_F(RunColumnsTest, ATableHasTheValuesOfAnyColumn) {
    const auto a = add("A", 10, 4);
    const auto b = add("B", 20, 16, false);
    history_->set_starred(a, true);
    ASSERT_TRUE(history_->flush());
    const std::vector<std::string> names = {"name",      "starred",  "method.rank",    "method.id",
                                            "loss.best", "loss.max", "loss.best_step", "loss.count",
                                            "no.such",   "name"};
    const auto reader = test::open_reader(folder_.path());
    RunTable table(*reader->runs());
    const auto added = reader->add_columns(table, names);
    ASSERT_TRUE(added) << added.error().message;
    ASSERT_EQ(table.size(), 2U);
    using Values = RunTable::Values;
    EXPECT_EQ(table.runs()[0].id, b);  // the newest first
    EXPECT_EQ(*table.find("name"), (Values{"B", "A"}));
    EXPECT_EQ(*table.find("starred"), (Values{0.0, 1.0}));
    EXPECT_EQ(*table.find("method.rank"), (Values{16.0, 4.0}));
    EXPECT_EQ(*table.find("method.id"), (Values{"lora", "lora"}));
    EXPECT_EQ(*table.find("loss.best"), (Values{step_at(20).loss, step_at(10).loss}));
    EXPECT_EQ(*table.find("loss.max"), (Values{step_at(1).loss, step_at(1).loss}));
    EXPECT_EQ(*table.find("loss.best_step"), (Values{20.0, 10.0}));
    EXPECT_EQ(*table.find("loss.count"), (Values{20.0, 10.0}));
    EXPECT_EQ(*table.find("no.such"), Values(2));
    EXPECT_EQ(table.find("steps"), nullptr);
}

TEST_F(RunColumnsTest, EveryColumnThatIsOfferedIsKnown) {
    add("A", 3, 4);
    const auto reader = test::open_reader(folder_.path());
    const auto columns = reader->columns();
    ASSERT_TRUE(columns) << columns.error().message;
    std::vector<std::string> names;
    for (const RunColumn& column : *columns) {
        EXPECT_EQ(std::ranges::find(names, column.name), names.end()) << column.name;
        names.push_back(column.name);
        const auto filter = Filter::parse("`" + column.name + "` == missing");
        ASSERT_TRUE(filter) << column.name;
        EXPECT_TRUE(reader->check(*filter)) << column.name;
    }
    const auto kind_of = [&](const char* name) {
        return std::ranges::find(*columns, name, &RunColumn::name)->kind;
    };
    EXPECT_EQ(kind_of("method.rank_stabilized"), ColumnKind::Flag);
    EXPECT_EQ(kind_of("memory_peak_bytes.max"), ColumnKind::Bytes);
    EXPECT_EQ(kind_of("memory_peak_bytes.max_step"), ColumnKind::Count);
    for (const char* name : {"starred", "created_at", "method.rank", "seed", "loss.best", "loss.best_step"})
        EXPECT_NE(std::ranges::find(names, name), names.end()) << name;
    EXPECT_GT(names.size(), 200U);
}

TEST_F(RunColumnsTest, ASettingOfAnotherVersionIsOfferedAndHasItsValues) {
    add("A", 3, 4);
    history_.reset();
    {
        auto database = Database::open(History::database_path(folder_.path()), Database::Access::ReadWrite);
        ASSERT_TRUE(
            database->execute("INSERT INTO setting_names (name) VALUES ('method.of_tomorrow');"
                              "INSERT INTO run_settings SELECT setting_names.key, runs.key, 7 FROM "
                              "setting_names, runs WHERE setting_names.name = 'method.of_tomorrow'"));
    }
    const auto reader = test::open_reader(folder_.path());
    const auto columns = reader->columns();
    ASSERT_TRUE(columns);
    EXPECT_NE(std::ranges::find(*columns, "method.of_tomorrow", &RunColumn::name), columns->end());
    RunTable table(*reader->runs());
    ASSERT_TRUE(reader->add_columns(table, std::vector<std::string>{"method.of_tomorrow"}));
    EXPECT_EQ(*table.find("method.of_tomorrow"), RunTable::Values{7.0});
    EXPECT_EQ(matching("method.of_tomorrow == 7"), "A");
}

TEST_F(RunColumnsTest, AnUnknownColumnIsNamedWithItsPlace) {
    add("A", 1, 4);
    const auto reader = test::open_reader(folder_.path());
    const auto runs = reader->runs({.where = *Filter::parse("steps > 1 and rank > 2")});
    ASSERT_FALSE(runs);
    EXPECT_EQ(runs.error().message, "Filter, column 15: there is no column 'rank'");
    EXPECT_EQ(runs.error().hint, "Did you mean 'method.rank'?");
    const auto typing = reader->runs({.where = *Filter::parse("los < 1")});
    ASSERT_FALSE(typing);
    EXPECT_EQ(typing.error().hint, "Did you mean 'loss'?");
}

TEST_F(RunColumnsTest, ColumnNamesCannotBreakOut) {
    add("A", 1, 4);
    const auto reader = test::open_reader(folder_.path());
    for (const char* text : {"`imported.a\" || 1 || \"` == 1", "`x'; DROP TABLE runs; --` == 1"}) {
        const auto runs = reader->runs({.where = *Filter::parse(text)});
        EXPECT_FALSE(runs) << text;
    }
    EXPECT_EQ(matching("imported.anything == missing"), "A");
}

TEST_F(RunColumnsTest, SummariesOfAnOlderHistoryAreMadeLater) {
    const auto id = add("A", 10, 4);
    history_.reset();
    {
        auto database = Database::open(History::database_path(folder_.path()), Database::Access::ReadWrite);
        ASSERT_TRUE(database->execute("DELETE FROM metric_summaries; UPDATE runs SET summarised = 0"));
    }
    EXPECT_EQ(matching("loss.count == 10"), "A");
    history_ = test::open_history(folder_.path());
    history_.reset();
    auto database = Database::open(History::database_path(folder_.path()), Database::Access::ReadOnly);
    EXPECT_EQ(*database->query_integer("SELECT count(*) FROM runs WHERE summarised"), 1);
    EXPECT_EQ(
        *database->query_integer("SELECT count FROM metric_summaries JOIN metric_names ON key = metric WHERE "
                                 "name = 'loss'"),
        10);
}

}  // namespace
}  // namespace tunebench
