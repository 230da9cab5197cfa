#include "ui/models/study_plan_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

PlannedMethod planned(const char* name, bool fits) {
    return {.cost = {.name = name,
                     .runs = 3,
                     .tries = 2,
                     .total_parameters = 1'000'000,
                     .trainable_parameters = 12'345,
                     .expected_bytes = 100 << 20,
                     .fits = fits,
                     .run_seconds_most = 45.0},
            .length = QStringLiteral("120 steps"),
            .work = 1.5};
}

QString text(const StudyPlanModel& model, int row, int column) {
    return model.index(row, column).data().toString();
}

}  // namespace

class StudyPlanModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel() {
        StudyPlanModel model;
        const QAbstractItemModelTester tester(&model);
        model.setMethods({planned("LoRA", true), planned("IA3", false)});
        model.setMethods({planned("LoRA", true)});
        model.setMethods({});
        QCOMPARE(model.rowCount(), 0);
    }

    void cellsAreNumbersWithUnits() {
        StudyPlanModel model;
        auto baseline = planned("LoRA", true);
        baseline.isBaseline = true;
        model.setMethods({baseline, planned("IA3", false)});
        QCOMPARE(text(model, 0, StudyPlanModel::Method), QStringLiteral("LoRA (baseline)"));
        QCOMPARE(text(model, 0, StudyPlanModel::Memory), QStringLiteral("100.00 MiB"));
        QCOMPARE(text(model, 0, StudyPlanModel::Fits), QStringLiteral("fits"));
        QCOMPARE(text(model, 1, StudyPlanModel::Fits), QStringLiteral("too large"));
        QCOMPARE(text(model, 0, StudyPlanModel::Runs), QStringLiteral("3 + 2"));
        QCOMPARE(text(model, 0, StudyPlanModel::Time), QStringLiteral("≤ 45 s"));
        QVERIFY(!model.index(1, StudyPlanModel::Fits).data(StudyPlanModel::FitsRole).toBool());
    }

    void aTimeThatIsKnownStandsBeforeTheLongest() {
        StudyPlanModel model;
        auto timed = planned("LoRA", true);
        timed.expectedSeconds = 12.0;
        model.setMethods({timed});
        QCOMPARE(text(model, 0, StudyPlanModel::Time), QStringLiteral("~ 12 s"));
        const QString help = model.index(0, StudyPlanModel::Time).data(Qt::ToolTipRole).toString();
        QVERIFY2(help.contains(QStringLiteral("45 s")), qPrintable(help));
    }

    void theSamePlanAgainChangesNothing() {
        StudyPlanModel model;
        model.setMethods({planned("LoRA", true)});
        const QSignalSpy reset(&model, &StudyPlanModel::modelReset);
        model.setMethods({planned("LoRA", true)});
        QCOMPARE(reset.count(), 0);
    }
};

WATCHED_TEST_MAIN(StudyPlanModelTest)
#include "study_plan_model_test.moc"
