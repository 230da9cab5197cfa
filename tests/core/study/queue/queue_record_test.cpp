#include "core/study/queue/queue_record.h"

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"

namespace tunebench::test {
namespace {

class QueueRecordTest : public testing::Test {
protected:
    void SetUp() override {
        StudySettings study{.base = tiny_run(folder_.path(), 10), .folder = folder_.path()};
        study.methods = {{.name = "LoRA", .set = {{"method", {{"id", "lora"}}}}},
                         {.name = "IA3", .set = {{"method", {{"id", "ia3"}}}}}};
        study.rules.seeds = 2;
        plan_ = *plan_study(study);
    }

    std::vector<std::string> names_of(const std::vector<StudyTask>& tasks) const {
        std::vector<std::string> names;
        for (const auto& task : tasks)
            names.push_back(task_name(plan_, task));
        return names;
    }

    TemporaryFolder folder_;
    StudyPlan plan_ = {};
};

TEST_F(QueueRecordTest, IsReadAsItWasWritten) {
    const QueueRecord record{.wants_to_go_on = true,
                             .paths_from = "/some/where",
                             .order = {"race/LoRA/42", "race/a \"quoted\" name/43"},
                             .skipped = {"race/LoRA/42"},
                             .retried = {"race/a \"quoted\" name/43"}};
    const auto json = parse_json(json_text(queue_record_to_json(record)), "queue");
    ASSERT_TRUE(json);
    const auto read = queue_record_from_json(*json);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(*read, record);
    EXPECT_FALSE(queue_record_from_json(*parse_json("{\"order\": []}", "queue")));
}

TEST_F(QueueRecordTest, AFileOfBeforeHasNoRetries) {
    auto json = queue_record_to_json({.order = {"race/LoRA/42"}});
    json.erase("retried");
    const auto read = queue_record_from_json(*parse_json(json_text(json), "queue"));
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_TRUE(read->retried.empty());
}

TEST_F(QueueRecordTest, AnOrderIsRestored) {
    const auto planned = names_of(study_tasks(plan_));
    QueueRecord record{.order = planned};
    std::swap(record.order[1], record.order[4]);
    auto tasks = study_tasks(plan_);
    restore_order(tasks, plan_, record);
    EXPECT_EQ(names_of(tasks), record.order);
}

TEST_F(QueueRecordTest, TasksThatAreNewStayBehindThoseBeforeThem) {
    const auto planned = names_of(study_tasks(plan_));
    auto tasks = study_tasks(plan_);
    restore_order(tasks, plan_, {});
    EXPECT_EQ(names_of(tasks), planned) << "nothing is known: the plan's order";
    const QueueRecord record{.order = {planned[3], planned[0], planned[1]}};
    restore_order(tasks, plan_, record);
    const std::vector<std::string> expected = {planned[3], planned[4], planned[0], planned[1], planned[2]};
    EXPECT_EQ(names_of(tasks), expected);
}

TEST_F(QueueRecordTest, OnlyWhatWaitsIsMoved) {
    auto tasks = study_tasks(plan_);
    const auto planned = names_of(tasks);
    tasks[0].state = TaskState::Measured;
    EXPECT_FALSE(move_task(tasks, 0, 2));
    EXPECT_FALSE(move_task(tasks, 1, 99));
    EXPECT_FALSE(move_task(tasks, 2, 2));
    EXPECT_TRUE(move_task(tasks, 1, 3));
    EXPECT_EQ(task_name(plan_, tasks[3]), planned[1]);
    EXPECT_TRUE(move_task(tasks, 3, 1));
    EXPECT_EQ(names_of(tasks), planned);
}

}  // namespace
}  // namespace tunebench::test
