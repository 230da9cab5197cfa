// A run that was stopped and resumed from the window shows each of its sessions, and where the second began.
#include <QAbstractButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/models/run_table_model.h"
#include "ui/pages/history_page.h"
#include "ui/pages/live_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 30'000;
constexpr int kDetailsTab = 1;
constexpr std::int64_t kLong = 1'000'000;

/// In the history, as soon as it is there.
bool clickRun(OpenedWindow& opened) {
    opened.window().showPage(MainWindow::History);
    HistoryPage* page = opened.window().historyPage();
    QTableView* table = page->table();
    const auto isThere = [&] {
        page->reload();
        return table->model()->rowCount() == 1;
    };
    if (!QTest::qWaitFor(isThere, kWaitMs))
        return false;
    const auto& model = static_cast<const RunTableModel&>(*table->model());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(model.index(0, model.columnOf("name"))).center());
    return !page->selectedIds().isEmpty();
}

}  // namespace

class RunSessionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void aResumedRunShowsWhereItWentOn() {
        OpenedWindow opened(
            tunebench::test::FakeEngineOptions{.step_duration = std::chrono::milliseconds(4)});
        opened.openTinyRun(kLong);
        QVERIFY(opened.startAndWaitForPoints(5));
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
        const RunState& state = opened.window().livePage()->state();
        const auto stopped = state.finished->step;
        QVERIFY(clickRun(opened));
        QVERIFY(click(opened.window(), "resume_run"));
        QVERIFY(QTest::qWaitFor([&] { return state.last_step && state.last_step->step > stopped; }, kWaitMs));
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(clickRun(opened));
        HistoryPage* page = opened.window().historyPage();
        auto* tabs = page->findChild<QTabBar*>(QStringLiteral("history_tabs"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(kDetailsTab).center());
        const auto* sessions = page->findChild<QTableView*>(QStringLiteral("fact_sessions"))->model();
        QTRY_COMPARE_WITH_TIMEOUT(sessions->rowCount(), 2, kWaitMs);
        QSet<QString> begins;
        for (int row = 0; row < sessions->rowCount(); ++row)
            begins << sessions->index(row, 1).data().toString();
        QCOMPARE(begins.size(), qsizetype{2});
        QVERIFY(begins.contains(QStringLiteral("the beginning")));
    }
};

WATCHED_TEST_MAIN(RunSessionsTest)
#include "run_sessions_test.moc"
