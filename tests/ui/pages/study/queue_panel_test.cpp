// The queue of a study at work, with real events and the fake engine: paused, moved, left out, tried again.
#include "ui/pages/study/queue_panel.h"

#include <chrono>

#include <QAbstractButton>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/planned_study.h"
#include "tests/ui/support/watched_application.h"
#include "ui/models/study_queue_model.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 60'000;
constexpr auto kStep = std::chrono::milliseconds(4);
constexpr auto kSlowStep = std::chrono::milliseconds(20);

}  // namespace

class QueuePanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aStudyIsPausedMovedAndTriedAgain() {
        OpenedWindow opened({.step_duration = kSlowStep});
        QVERIFY(startSmallStudy(opened));
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "study_pause"));
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().snapshot().isPaused, kWaitMs);
        movesWithTheKeyboard(page);
        leavesOutAndTriesAgain(page);
        QVERIFY(click(page, "study_pause"));
        QVERIFY(waitUntilOver(page));
        for (const auto& task : page.runner().snapshot().tasks)
            QVERIFY(task.state == TaskState::Measured);
    }

    void pausingOnLiveIsPausingTheStudy() {
        OpenedWindow opened({.step_duration = kSlowStep});
        QVERIFY(startSmallStudy(opened));
        StudyPage& page = studyPage(opened);
        opened.window().showPage(MainWindow::Live);
        QVERIFY(click(*opened.window().livePage(), "pause"));
        QTRY_VERIFY_WITH_TIMEOUT(page.runner().snapshot().isPaused, kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(opened.window().livePage()->state().isPaused(), kWaitMs);
        QTRY_COMPARE(opened.window().findChild<QAbstractButton*>(QStringLiteral("pause"))->text(),
                     QStringLiteral("Resume"));
        QVERIFY(click(*opened.window().livePage(), "pause"));
        QVERIFY(waitUntilOver(page));
        for (const auto& task : page.runner().snapshot().tasks)
            QVERIFY(task.state == TaskState::Measured);
    }

    void nothingElseStartsWhileAStudyIsAtWork() {
        OpenedWindow opened({.step_duration = kStep});
        planSmallStudy(opened);
        QVERIFY(opened.waitUntilStartable());
        StudyPage& page = studyPage(opened);
        QVERIFY(click(page, "start_study"));
        auto* start = opened.window().setupPage()->findChild<QAbstractButton*>(QStringLiteral("start"));
        QTRY_VERIFY_WITH_TIMEOUT(!start->isEnabled(), kWaitMs);
        page.showStep(StudyPage::Queue);
        QVERIFY(click(page, "study_stop"));
        QVERIFY(waitUntilOver(page));
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), kWaitMs);
    }

private:
    static void movesWithTheKeyboard(StudyPage& page) {
        QTableView* table = page.queuePanel()->table();
        const int last = lastRow(page, TaskState::Waiting);
        table->selectRow(last);
        table->setFocus();
        const QString name = table->model()->index(last, 0).data(StudyQueueModel::NameRole).toString();
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(table->model()->index(last - 1, 0).data(StudyQueueModel::NameRole).toString(), name);
        QCOMPARE(table->selectionModel()->selectedRows().front().row(), last - 1);
    }

    static void leavesOutAndTriesAgain(StudyPage& page) {
        QTableView* table = page.queuePanel()->table();
        table->selectRow(lastRow(page, TaskState::Waiting));
        QVERIFY(click(page, "study_skip"));
        QTRY_VERIFY_WITH_TIMEOUT(lastRow(page, TaskState::Skipped) >= 0, kWaitMs);
        table->selectRow(lastRow(page, TaskState::Skipped));
        QVERIFY(click(page, "study_retry"));
        QTRY_COMPARE_WITH_TIMEOUT(lastRow(page, TaskState::Skipped), -1, kWaitMs);
    }
};

WATCHED_TEST_MAIN(QueuePanelTest)
#include "queue_panel_test.moc"
