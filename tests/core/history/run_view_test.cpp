#include "core/history/run_view.h"

#include <gtest/gtest.h>

#include "core/history/table_columns.h"

namespace tunebench {
namespace {

Result<std::vector<RunView>> back_from(const std::string& text) {
    const auto json = parse_json(text, "test");
    EXPECT_TRUE(json) << json.error().message;
    return run_views_from_json(*json);
}

TEST(RunViewTest, ViewsComeBackFromTheirText) {
    RunView view = standard_run_view();
    view.name = "ranks \"16\"";
    view.columns = {{"name", 200, true}, {"method.rank", 0, false}, {"loss.best", 80, false}};
    view.filter = "method.rank >= 16 and tag:\"good\"";
    view.order = {.column = "loss.best", .is_descending = false, .group_by = {"method", "model"}};
    view.shown = RunsShown::WithArchived;
    const std::vector<RunView> views = {standard_run_view(), view};
    const auto read = back_from(json_text(run_views_to_json(views)));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, views);
}

TEST(RunViewTest, TheStandardViewHasColumnsThatExist) {
    for (const auto& column : standard_run_view().columns)
        EXPECT_NE(find_table_column(column.name), nullptr) << column.name;
}

TEST(RunViewTest, ColumnsOfOrderAndGroupsAreNeededToo) {
    RunView view;
    view.columns = {{.name = "name"}};
    view.order = {.column = "loss", .group_by = {"method"}};
    EXPECT_EQ(columns_of(view), (std::vector<std::string>{"method", "loss", "name"}));
}

TEST(RunViewTest, DamagedTextsAreRefusedAndOddValuesBounded) {
    EXPECT_FALSE(back_from("{}"));
    EXPECT_FALSE(back_from(R"({"views": [{"name": 3}]})"));
    const auto odd = back_from(
        R"({"views": [{"name": "", "columns": [{"name": "name", "width": 1000000, "pinned": false}],)"
        R"("filter": "", "sort_by": "", "descending": false, "group_by": [], "shown": "other"}]})");
    ASSERT_TRUE(odd) << odd.error().message;
    EXPECT_EQ(odd->front().columns.front().width, 2000);
    EXPECT_EQ(odd->front().shown, RunsShown::Current);
}

}  // namespace
}  // namespace tunebench
