// The queue of a study and its report, each button pressed: runs moved, shown, stopped and gone on with, an
// error that pauses, and the report as a file.
#include <algorithm>
#include <chrono>

#include <QAbstractButton>
#include <QCheckBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/dialog_events.h"
#include "tests/ui/support/planned_study.h"
#include "tests/ui/support/watched_application.h"
#include "ui/models/study_queue_model.h"
#include "ui/pages/live_page.h"
#include "ui/pages/study/queue_panel.h"
#include "ui/pages/study/results_panel.h"
#include "ui/pages/study_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 60'000;
constexpr auto kStep = std::chrono::milliseconds(4);
constexpr auto kSlowStep = std::chrono::milliseconds(20);

auto countOf(StudyPage& page, TaskState state) {
    return std::ranges::count(page.runner().snapshot().tasks, state, &StudyTask::state);
}

QString nameAt(StudyPage& page, int row) {
    return page.queuePanel()->table()->model()->index(row, 0).data(StudyQueueModel::NameRole).toString();
}

void clickRow(StudyPage& page, int row) {
    QTableView* table = page.queuePanel()->table();
    const QModelIndex index = table->model()->index(row, 0);
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
}

void clickStep(StudyPage& page, StudyPage::Step step) {
    auto* tabs = page.findChild<QTabBar*>(QStringLiteral("study_steps"));
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(step).center());
}

}  // namespace

class QueueActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        installTheme(*qApp, ThemeChoice::Light);
    }

    void runsAreMovedByTheirButtons() {
        OpenedWindow opened({.step_duration = kSlowStep});
        QVERIFY(startSmallStudy(opened));
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "study_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().snapshot().isPaused, kWaitMs);
        const int last = lastRow(page, TaskState::Waiting);
        const QString name = nameAt(page, last);
        clickRow(page, last);
        QVERIFY(click(page, "study_up"));
        QTRY_COMPARE_WITH_TIMEOUT(nameAt(page, last - 1), name, kWaitMs);
        QVERIFY(click(page, "study_down"));
        QTRY_COMPARE_WITH_TIMEOUT(nameAt(page, last), name, kWaitMs);
        QVERIFY(click(page, "study_stop"));
        QVERIFY(waitUntilOver(page));
    }

    void theRunAtWorkIsShown() {
        OpenedWindow opened({.step_duration = kSlowStep});
        QVERIFY(startSmallStudy(opened));
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "study_live"));
        QCOMPARE(opened.window().currentPage(), MainWindow::Live);
        opened.window().showPage(MainWindow::Study);
        QVERIFY(click(page, "study_stop"));
        QVERIFY(waitUntilOver(page));
    }

    void whatWasStoppedGoesOnToAReportThatIsSaved() {
        OpenedWindow opened({.step_duration = kSlowStep});
        QVERIFY(startSmallStudy(opened));
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "study_stop"));
        QVERIFY(waitUntilOver(page));
        QVERIFY(page.runner().snapshot().end == StudyEnd::Stopped);
        QVERIFY(countOf(page, TaskState::Waiting) > 0);
        QVERIFY(click(page, "study_go_on"));
        QVERIFY(waitUntilOver(page));
        QVERIFY(page.runner().snapshot().end == StudyEnd::Done);
        QCOMPARE(countOf(page, TaskState::Waiting), 0);
        QVERIFY(clickText(page, QStringLiteral("Show the results")));
        QCOMPARE(page.step(), StudyPage::Results);
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().report() != nullptr, kWaitMs);
        const auto file = opened.folder() / "report.md";
        const DialogAnswer answer(withFile(file));
        QVERIFY(click(*page.resultsPanel(), "study_save_report"));
        QVERIFY(answer.isGiven());
        QVERIFY(std::filesystem::file_size(file) > 0);
        QVERIFY(
            page.resultsPanel()->findChild<MessageBar*>()->message().contains(QStringLiteral("report.md")));
    }

    void anErrorPausesAStudyThatIsToldNotToGoOn() {
        // The tries are shorter, and do not get there.
        OpenedWindow opened({.step_duration = kStep, .nonfinite_at = kStudySteps - 5});
        planSmallStudy(opened);
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "start_study"));
        QVERIFY(click(page, "study_continues"));
        QVERIFY(!page.findChild<QCheckBox*>(QStringLiteral("study_continues"))->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().snapshot().isPaused, kWaitMs);
        QVERIFY(page.runner().isActive());
        const auto failed = countOf(page, TaskState::Failed);
        QVERIFY(failed >= 1);
        clickRow(page, lastRow(page, TaskState::Failed));
        QVERIFY(click(page, "study_retry"));
        QTRY_COMPARE_WITH_TIMEOUT(countOf(page, TaskState::Failed), failed - 1, kWaitMs);
        QVERIFY(click(page, "study_continues"));
        QVERIFY(click(page, "study_pause"));  // it says Resume now
        QVERIFY(waitUntilOver(page));
        QCOMPARE(countOf(page, TaskState::Failed), 6);  // three methods, two seeds
        clickStep(page, StudyPage::Results);
        QCOMPARE(page.step(), StudyPage::Results);
    }
};

WATCHED_TEST_MAIN(QueueActionsTest)
#include "queue_actions_test.moc"
