// The plan of a study: what it says, what it costs, and how its methods are chosen.
#include "ui/pages/study/plan_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "core/methods/method.h"
#include "tests/ui/support/planned_study.h"
#include "tests/ui/support/watched_application.h"
#include "ui/models/study_plan_model.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study/method_list.h"
#include "ui/pages/study/study_choices.h"
#include "ui/pages/study_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/link_row.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 60'000;

}  // namespace

class PlanPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void anEmptyPlanSaysWhatIsMissing() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Study);
        StudyPage& page = studyPage(opened);
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<LinkRow*>(QStringLiteral("reason:base")) != nullptr, kWaitMs);
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("start_study"))->isEnabled());
        QCOMPARE(page.findChild<QLabel*>(QStringLiteral("study_cost"))->text(),
                 QStringLiteral("Add two methods to see the cost."));
        QVERIFY(page.planPanel()->table()->isHidden());
        shoot(opened, QStringLiteral("study-empty"));
        page.showStep(StudyPage::Queue);
        shoot(opened, QStringLiteral("study-no-queue"));
    }

    void theBaseIsWhatSetupHolds() {
        OpenedWindow opened;
        opened.openTinyRun(kStudySteps);
        opened.window().showPage(MainWindow::Study);
        const auto* base = studyPage(opened).findChild<QLabel*>(QStringLiteral("study_base"));
        QVERIFY2(base->text().contains(QStringLiteral("train.jsonl")), qPrintable(base->text()));
        RunConfig config = opened.window().setupPage()->config();
        config.budget.steps = 7;
        opened.window().setupPage()->setConfig(config);
        opened.window().showPage(MainWindow::Study);
        QCOMPARE(studyPage(opened).planPanel()->settings().base.budget.steps, std::int64_t{7});
    }

    void thePlanShowsWhatEachMethodWillCost() {
        OpenedWindow opened;
        planSmallStudy(opened);
        const QTableView* table = studyPage(opened).planPanel()->table();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, kWaitMs);
        const auto cell = [&](int row, int column) {
            return table->model()->index(row, column).data().toString();
        };
        QVERIFY2(cell(1, StudyPlanModel::Method).contains(QStringLiteral("rank 2")),
                 qPrintable(cell(1, StudyPlanModel::Method)));
        QCOMPARE(cell(0, StudyPlanModel::Runs), QStringLiteral("2 + 2"));
        QCOMPARE(cell(0, StudyPlanModel::Length), QStringLiteral("%1 steps").arg(kStudySteps));
        QCOMPARE(cell(0, StudyPlanModel::Fits), QStringLiteral("fits"));
        QVERIFY(cell(2, StudyPlanModel::Trained) != cell(1, StudyPlanModel::Trained));
        const auto* cost = studyPage(opened).findChild<QLabel*>(QStringLiteral("study_cost"));
        QVERIFY2(cost->text().contains(QStringLiteral("6 runs after 6 short tries")),
                 qPrintable(cost->text()));
        QVERIFY(!table->isHidden());
        // What all methods share is said once, not in columns.
        QVERIFY2(cost->text().contains(QStringLiteral("Each run: %1 steps").arg(kStudySteps)),
                 qPrintable(cost->text()));
        QVERIFY(table->isColumnHidden(StudyPlanModel::Length));
        QVERIFY(!table->isColumnHidden(StudyPlanModel::Memory));
        shoot(opened, QStringLiteral("study-plan"));
    }

    void aWrongValueBlocksAndLeadsToItsMethod() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        auto* values = page.findChild<QLineEdit*>(QStringLiteral("varied_values"));
        type(*values, "0, many");
        QTRY_VERIFY_WITH_TIMEOUT(!page.findChildren<LinkRow*>().isEmpty(), kWaitMs);
        QVERIFY(!page.findChild<QAbstractButton*>(QStringLiteral("start_study"))->isEnabled());
        type(*values, "2, 4");
        QVERIFY(waitUntilChecked(page));
    }

    void aRemovedMethodComesBack() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        MethodList* methods = page.planPanel()->choices()->methods();
        const auto before = methods->choices();
        QVERIFY(click(page, "remove_method"));
        QCOMPARE(methods->choices().size(), before.size() - 1);
        auto* bar = page.findChild<MessageBar*>();
        QVERIFY(bar->message().contains(toQt(before.back().name)));
        for (auto* button : bar->findChildren<QPushButton*>())
            QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(methods->choices() == before);
    }

    void everyMethodCanBeAddedAtOnce() {
        OpenedWindow opened;
        opened.openTinyRun(kStudySteps);
        opened.window().showPage(MainWindow::Study);
        StudyPage& page = studyPage(opened);
        QVERIFY(choose(page, "add_method", QStringLiteral("Every method")));
        QCOMPARE(page.planPanel()->choices()->methods()->choices().size(), all_methods().size());
        QTRY_COMPARE_WITH_TIMEOUT(page.planPanel()->table()->model()->rowCount(),
                                  static_cast<int>(all_methods().size()), kWaitMs);
    }

    void aRenamedBaselineStaysTheBaseline() {
        OpenedWindow opened;
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        auto* baseline = page.findChild<ComboEdit*>(QStringLiteral("study_baseline"));
        baseline->setCurrentIndex(1);
        type(line(page, "method_name"), "low rank");
        QCOMPARE(baseline->currentText(), QStringLiteral("low rank"));
        QCOMPARE(page.planPanel()->settings().rules.baseline, std::string("low rank"));
        QVERIFY(waitUntilChecked(page));
    }
};

WATCHED_TEST_MAIN(PlanPanelTest)
#include "plan_panel_test.moc"
