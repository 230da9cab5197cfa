#include "core/history/run_table.h"

#include <limits>

#include <gtest/gtest.h>

namespace tunebench {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

RunTable table_of(RunTable::Values values) {
    RunTable table{std::vector<RunSummary>(values.size())};
    table.add("x", std::move(values));
    return table;
}

std::vector<std::size_t> all_rows(const RunTable& table) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.size(); ++row)
        rows.push_back(row);
    return rows;
}

using Rows = std::vector<std::size_t>;

TEST(RunTableTest, NumbersComeBeforeTextsAndMissingOnesLastInBothDirections) {
    const auto table = table_of({"b", 2.0, {}, 1.0, kNaN, "A", "", 3.0});
    EXPECT_EQ(arranged(table, all_rows(table), {.column = "x"}).front().rows, (Rows{3, 1, 7, 5, 0, 2, 4, 6}));
    EXPECT_EQ(arranged(table, all_rows(table), {.column = "x", .is_descending = true}).front().rows,
              (Rows{7, 1, 3, 0, 5, 2, 4, 6}));
}

TEST(RunTableTest, EqualValuesKeepTheirOrderInBothDirections) {
    const auto table = table_of({1.0, 0.0, 1.0, 0.0});
    EXPECT_EQ(arranged(table, all_rows(table), {.column = "x"}).front().rows, (Rows{1, 3, 0, 2}));
    EXPECT_EQ(arranged(table, all_rows(table), {.column = "x", .is_descending = true}).front().rows,
              (Rows{0, 2, 1, 3}));
}

TEST(RunTableTest, WithoutSuchAColumnTheOrderStays) {
    const auto table = table_of({2.0, 1.0});
    EXPECT_EQ(arranged(table, all_rows(table), {.column = "y"}).front().rows, (Rows{0, 1}));
    EXPECT_EQ(arranged(table, all_rows(table), {}).front().rows, (Rows{0, 1}));
}

TEST(RunTableTest, GroupsComeInTheOrderOfTheirFirstRows) {
    auto table = table_of({3.0, 1.0, 2.0, 4.0});
    table.add("method", {"lora", "dora", "lora", {}});
    const auto groups = arranged(table, all_rows(table), {.column = "x", .group_by = {"method"}});
    EXPECT_EQ(groups, (std::vector<RunGroup>{{{"dora"}, {1}}, {{"lora"}, {2, 0}}, {{FilterValue()}, {3}}}));
}

TEST(RunTableTest, ANumberAndItsTextAreDifferentGroups) {
    const auto table = table_of({1.0, "1", 1.0, kNaN, kNaN});
    EXPECT_EQ(arranged(table, all_rows(table), {.group_by = {"x"}}).size(), 3U);
}

TEST(RunTableTest, FiltersByItsColumnsAndTakesOthersForMissing) {
    auto table = table_of({0.5, 0.25, {}, 1.0});
    table.add("method", {"lora", "dora", "lora", "full"});
    EXPECT_EQ(table.matching(*Filter::parse("x < 0.6 and method:ora")), (Rows{0, 1}));
    EXPECT_EQ(table.matching(*Filter::parse("y == missing")), (Rows{0, 1, 2, 3}));
    EXPECT_EQ(table.matching(*Filter::parse("y > 0")), Rows{});
}

TEST(RunTableTest, AColumnHasAValueForEveryRun) {
    RunTable table{std::vector<RunSummary>(3)};
    table.add("short", {1.0});
    EXPECT_EQ(table.find("short")->size(), 3U);
}

TEST(RunTableTest, FiguresLeaveOutWhatIsNoNumber) {
    const RunTable::Values values = {2.0, 4.0, "text", kNaN, {}, 6.0, 100.0};
    const Rows rows = {0, 1, 2, 3, 4, 5};
    const GroupFigure figure = figure_of(values, rows);
    EXPECT_EQ(figure.count, 3U);
    EXPECT_DOUBLE_EQ(figure.mean, 4.0);
    EXPECT_DOUBLE_EQ(figure.deviation, 2.0);
    EXPECT_EQ(figure_of(values, Rows{6}), (GroupFigure{1, 100.0, 0.0}));
    EXPECT_EQ(figure_of(values, Rows{2}), GroupFigure());
}

}  // namespace
}  // namespace tunebench
