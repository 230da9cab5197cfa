// Columns of the history taken by the mouse: moved and widened, and chosen rows by the keyboard.
#include "ui/pages/history/run_list.h"

#include <QApplication>
#include <QHeaderView>
#include <QMouseEvent>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/models/run_table_model.h"
#include "ui/pages/history_page.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 20'000;

struct TwoRuns {
    TwoRuns() {
        for (const char* name : {"first", "second"})
            storeRun(opened.dataFolder(), {.name = name});
        opened.reopen();
        opened.window().showPage(MainWindow::History);
        page = opened.window().historyPage();
        isShown = QTest::qWaitFor([&] { return model().rowCount() == 2; }, kWaitMs);
    }

    const RunTableModel& model() const { return static_cast<const RunTableModel&>(*page->table()->model()); }
    QHeaderView& header() const { return *page->table()->horizontalHeader(); }
    int begin(int section) const { return header().sectionViewportPosition(section); }
    int size(int section) const { return header().sectionSize(section); }

    void drag(int from, int to) const {
        QWidget* viewport = header().viewport();
        const int y = header().height() / 2;
        QTest::mousePress(viewport, Qt::LeftButton, {}, QPoint(from, y));
        constexpr int kMoves = 5;
        for (int i = 1; i <= kMoves; ++i) {
            const QPoint place(from + (to - from) * i / kMoves, y);
            QMouseEvent move(QEvent::MouseMove, place, viewport->mapToGlobal(place), Qt::NoButton,
                             Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, QPoint(to, y));
    }

    OpenedWindow opened;
    HistoryPage* page = nullptr;
    bool isShown = false;
};

}  // namespace

class RunListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aColumnIsDraggedToAnotherPlace() {
        const TwoRuns history;
        QVERIFY(history.isShown);
        const int before = history.model().columnOf("steps");
        QVERIFY(before > 0);
        const int first = history.header().logicalIndexAt(QPoint(2, 5));
        history.drag(history.begin(before) + history.size(before) / 2, history.begin(first) + 2);
        QTRY_VERIFY_WITH_TIMEOUT(history.model().columnOf("steps") < before, kWaitMs);
    }

    void aColumnIsDraggedWider() {
        const TwoRuns history;
        QVERIFY(history.isShown);
        const int steps = history.model().columnOf("steps");
        const int before = history.size(steps);
        const int edge = history.begin(steps) + before - 1;
        history.drag(edge, edge + 30);
        QVERIFY2(history.size(steps) > before, qPrintable(QString::number(history.size(steps))));
    }

    void rowsAreChosenByTheArrowKeys() {
        const TwoRuns history;
        QVERIFY(history.isShown);
        QTableView* table = history.page->table();
        const QModelIndex first = history.model().index(0, history.model().columnOf("name"));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(first).center());
        const QStringList before = history.page->selectedIds();
        QCOMPARE(before.size(), 1);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(history.page->selectedIds().size(), 1);
        QVERIFY(history.page->selectedIds() != before);
        QTest::keyClick(table, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(history.page->selectedIds().size(), 2);
    }
};

WATCHED_TEST_MAIN(RunListTest)
#include "run_list_test.moc"
