// What somebody writes down about a run: its name, its tags and notes, and that it is archived.
#include "ui/pages/history/run_notes.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
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
constexpr int kNotesTab = 2;

/// The history of one run, which is chosen, with its notes in front.
struct ChosenRun {
    ChosenRun() : id(storeRun(opened.dataFolder(), {.name = "first"}).manifest().id) { open(); }

    /// Also after a restart.
    void open() {
        opened.reopen();
        opened.window().showPage(MainWindow::History);
        page = opened.window().historyPage();
        notes = page->findChild<RunNotes*>();
        isShown = QTest::qWaitFor([&] { return table().model()->rowCount() == 1; }, kWaitMs);
        const auto& model = static_cast<const RunTableModel&>(*table().model());
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                          table().visualRect(model.index(0, model.columnOf("name"))).center());
        auto* tabs = page->findChild<QTabBar*>(QStringLiteral("history_tabs"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(kNotesTab).center());
    }

    QTableView& table() const { return *page->table(); }

    QLineEdit* line(const QString& name) const {
        for (auto* one : notes->findChildren<QLineEdit*>())
            if (one->accessibleName() == name)
                return one;
        return nullptr;
    }

    QPlainTextEdit* text() const { return notes->findChild<QPlainTextEdit*>(QStringLiteral("notes")); }

    RunSummary stored() {
        const auto run = opened.workbench().source().run(id);
        return run ? run->summary : RunSummary();
    }

    OpenedWindow opened;
    std::string id;
    HistoryPage* page = nullptr;
    RunNotes* notes = nullptr;
    bool isShown = false;
};

void type(QLineEdit* line, const QString& text) {
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

}  // namespace

class RunNotesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutARunThereIsNothingToWriteOn() {
        ChosenRun run;
        QVERIFY(run.isShown);
        QVERIFY(run.notes->isEnabled());
        run.table().clearSelection();
        QTRY_VERIFY(!run.notes->isEnabled());
    }

    void whatIsWrittenIsKeptAndThereAgain() {
        ChosenRun run;
        QVERIFY(run.isShown);
        QVERIFY(run.text()->isVisible());
        type(run.line(QStringLiteral("Name")), QStringLiteral("the good one"));
        type(run.line(QStringLiteral("Tags")), QStringLiteral("night, town"));
        run.text()->setFocus();
        QTest::keyClicks(run.text(), QStringLiteral("Higher ranks next."));
        QTRY_COMPARE_WITH_TIMEOUT(run.stored().notes, std::string("Higher ranks next."), kWaitMs);
        QCOMPARE(run.stored().name, std::string("the good one"));
        QCOMPARE(run.stored().tags, std::string("night, town"));
        run.open();
        QVERIFY(run.isShown);
        QTRY_COMPARE(run.line(QStringLiteral("Name"))->text(), QStringLiteral("the good one"));
        QCOMPARE(run.line(QStringLiteral("Tags"))->text(), QStringLiteral("night, town"));
        QCOMPARE(run.text()->toPlainText(), QStringLiteral("Higher ranks next."));
    }

    void whatIsBeingTypedIsKeptWhenTheWindowCloses() {
        ChosenRun run;
        QVERIFY(run.isShown);
        run.text()->setFocus();
        QTest::keyClicks(run.text(), QStringLiteral("in haste"));
        run.open();
        QTRY_COMPARE(run.text()->toPlainText(), QStringLiteral("in haste"));
    }

    void anArchivedRunLeavesTheList() {
        ChosenRun run;
        QVERIFY(run.isShown);
        auto* archived = run.notes->findChild<QCheckBox*>();
        QVERIFY(!archived->isChecked());
        archived->setFocus();
        QTest::keyClick(archived, Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(run.stored().archived, kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(run.table().model()->rowCount(), 0, kWaitMs);
    }
};

WATCHED_TEST_MAIN(RunNotesTest)
#include "run_notes_test.moc"
