#include "ui/models/study_queue_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/fixtures.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

std::shared_ptr<const StudyPlan> tinyPlan(const std::filesystem::path& folder) {
    StudySettings study{.base = tunebench::test::tiny_run(folder, 30), .folder = folder};
    study.methods = {{.name = "LoRA", .set = {{"method", {{"id", "lora"}}}}},
                     {.name = "IA3", .set = {{"method", {{"id", "ia3"}}}}}};
    study.rules.rate_factors = {0.5, 2.0};
    study.rules.seeds = 1;
    return std::make_shared<const StudyPlan>(*plan_study(study));
}

QString text(const StudyQueueModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

}  // namespace

class StudyQueueModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel() {
        StudyQueueModel model;
        const QAbstractItemModelTester tester(&model);
        const auto plan = tinyPlan(folder_.path());
        auto tasks = study_tasks(*plan);
        model.setTasks(plan, tasks);
        tasks[1].state = TaskState::AtWork;
        model.setTasks(plan, tasks);
        model.setProgress(3, 30, QStringLiteral("Training"));
        move_task(tasks, 6, 2);
        model.setTasks(plan, tasks);
        model.setTasks(plan, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsSayHowFarEachRunIs() {
        StudyQueueModel model;
        const auto plan = tinyPlan(folder_.path());
        auto tasks = study_tasks(*plan);
        tasks[1].state = TaskState::Measured;
        tasks[1].run = {
            .learning_rate = 0.001, .steps = 15, .wall_seconds = 12.0, .best_validation_loss = 1.5};
        tasks[2].state = TaskState::Failed;
        tasks[2].run = {.error = "no room", .error_hint = "make some"};
        tasks[3].state = TaskState::AtWork;
        model.setTasks(plan, tasks);
        model.setProgress(3, 15, QStringLiteral("Training"));
        QCOMPARE(text(model, 1, StudyQueueModel::State), QStringLiteral("Done"));
        QCOMPARE(text(model, 1, StudyQueueModel::Loss), QStringLiteral("1.5000"));
        QCOMPARE(text(model, 1, StudyQueueModel::Rate), QStringLiteral("0.001"));
        QCOMPARE(text(model, 1, StudyQueueModel::Time), QStringLiteral("12 s"));
        QCOMPARE(text(model, 2, StudyQueueModel::Loss), QStringLiteral("–"));
        const QString why = model.index(2, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(why.contains(QStringLiteral("no room")) && why.contains(QStringLiteral("make some")),
                 qPrintable(why));
        QCOMPARE(text(model, 1, StudyQueueModel::Progress), QStringLiteral("15 steps"));
        QCOMPARE(text(model, 3, StudyQueueModel::Progress), QStringLiteral("3 of 15"));
        QCOMPARE(text(model, 5, StudyQueueModel::Run), QStringLiteral("LoRA, seed 42"));
        QCOMPARE(text(model, 5, StudyQueueModel::State), QStringLiteral("Waiting"));
    }

    void oneStepIsNoPlural() {
        StudyQueueModel model;
        const auto plan = tinyPlan(folder_.path());
        auto tasks = study_tasks(*plan);
        tasks[1].state = TaskState::Measured;
        tasks[1].run = {.learning_rate = 0.001, .steps = 1};
        model.setTasks(plan, tasks);
        QCOMPARE(text(model, 1, StudyQueueModel::Progress), QStringLiteral("1 step"));
    }

    void progressChangesOneCell() {
        StudyQueueModel model;
        const auto plan = tinyPlan(folder_.path());
        auto tasks = study_tasks(*plan);
        tasks[1].state = TaskState::AtWork;
        model.setTasks(plan, tasks);
        const QSignalSpy reset(&model, &StudyQueueModel::modelReset);
        QSignalSpy changed(&model, &StudyQueueModel::dataChanged);
        model.setProgress(1, 30, {});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.front().at(0).toModelIndex(), model.index(1, StudyQueueModel::Progress));
        tasks[1].state = TaskState::Measured;
        model.setTasks(plan, tasks);
        QCOMPARE(reset.count(), 0);  // rows keep their place in selections
    }

    void rowsAreFoundByName() {
        StudyQueueModel model;
        const auto plan = tinyPlan(folder_.path());
        auto tasks = study_tasks(*plan);
        model.setTasks(plan, tasks);
        const QString name = model.nameOf(6);
        move_task(tasks, 6, 5);
        model.setTasks(plan, tasks);
        QCOMPARE(model.rowOf(name), 5);
        QCOMPARE(model.rowOf(QStringLiteral("none")), -1);
        QVERIFY(model.nameOf(-1).isEmpty());
    }

private:
    const tunebench::test::TemporaryFolder folder_;
};

WATCHED_TEST_MAIN(StudyQueueModelTest)
#include "study_queue_model_test.moc"
