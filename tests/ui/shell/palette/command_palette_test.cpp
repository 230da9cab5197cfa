// The palette in the real window, by keys and by the mouse.
#include "ui/shell/palette/command_palette.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/history_page.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;

QStringList rows(const CommandPalette& palette) {
    QStringList texts;
    for (int row = 0; row < palette.list()->model()->rowCount(); ++row)
        texts << palette.list()->model()->index(row, 0).data().toString();
    return texts;
}

QString currentRow(const CommandPalette& palette) {
    return palette.list()->currentIndex().data().toString();
}

}  // namespace

class CommandPaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void keysLeadToAPage() {
        OpenedWindow opened;
        CommandPalette& palette = open(opened);
        QVERIFY(palette.line()->hasFocus());
        QTest::keyClicks(palette.line(), QStringLiteral("hist"));
        QCOMPARE(currentRow(palette), QStringLiteral("History"));
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QCOMPARE(opened.window().currentPage(), MainWindow::History);
        QVERIFY(!palette.isVisible());
    }

    void arrowsWalkTheListAndEscapeLeavesIt() {
        OpenedWindow opened;
        auto* name = opened.window().findChild<QLineEdit*>(QStringLiteral("run_name"));
        name->setFocus();
        CommandPalette& palette = open(opened);
        const QStringList all = rows(palette);
        QCOMPARE(currentRow(palette), all[0]);
        QTest::keyClick(palette.line(), Qt::Key_Down);
        QCOMPARE(currentRow(palette), all[1]);
        QVERIFY(palette.line()->accessibleDescription().startsWith(all[1]));
        QTest::keyClick(palette.line(), Qt::Key_Up);
        QCOMPARE(currentRow(palette), all[0]);
        QTest::keyClick(palette.line(), Qt::Key_Tab);
        QCOMPARE(currentRow(palette), all[1]);
        QVERIFY(palette.line()->hasFocus());
        QTest::keyClick(palette.line(), Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
        QVERIFY(name->hasFocus());
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
    }

    void keysOpenItFromEditorsAndLeaveTheirTextAlone() {
        OpenedWindow opened;
        QPlainTextEdit block(QStringLiteral("to keep"), opened.window().centralWidget());
        QLineEdit line(QStringLiteral("to keep"), opened.window().centralWidget());
        for (QWidget* editor : {static_cast<QWidget*>(&block), static_cast<QWidget*>(&line)}) {
            editor->show();
            editor->setFocus();
            CommandPalette& palette = open(opened);
            QVERIFY(palette.isVisible());
            QTest::keyClick(palette.line(), Qt::Key_Escape);
            QVERIFY(editor->hasFocus());
        }
        line.home(false);
        open(opened);
        QCOMPARE(line.text(), QStringLiteral("to keep"));
        QCOMPARE(block.toPlainText(), QStringLiteral("to keep"));
    }

    void theSameKeysCloseIt() {
        OpenedWindow opened;
        CommandPalette& palette = open(opened);
        QTest::keyClick(palette.line(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!palette.isVisible());
    }

    void aSettingIsRevealedInSetup() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Hub);
        CommandPalette& palette = open(opened);
        QVERIFY(!rows(palette).contains(QStringLiteral("Learning rate")));
        QTest::keyClicks(palette.line(), QStringLiteral("learn rate"));
        QCOMPARE(currentRow(palette), QStringLiteral("Learning rate"));
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
        const auto* rate = opened.window().setupPage()->findChild<QWidget*>(QStringLiteral("learning_rate"));
        QTRY_VERIFY(rate->hasFocus() || rate->isAncestorOf(QApplication::focusWidget()));
    }

    void actionsThatHaveNothingToActOnAreNotOffered() {
        OpenedWindow opened;
        CommandPalette& palette = open(opened);
        QVERIFY(rows(palette).contains(QStringLiteral("Start")));
        QVERIFY(!rows(palette).contains(QStringLiteral("Stop and save")));
        QTest::keyClick(palette.line(), Qt::Key_Escape);
        opened.openTinyRun(1'000'000);
        QVERIFY(opened.startAndWaitForPoints(3));
        open(opened);
        QVERIFY(!rows(palette).contains(QStringLiteral("Start")));
        QTest::keyClicks(palette.line(), QStringLiteral("stop and"));
        QCOMPARE(currentRow(palette), QStringLiteral("Stop and save"));
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QVERIFY(opened.waitUntilFinished());
    }

    void whatThePageInFrontCanDoIsOffered() {
        OpenedWindow opened;
        for (const char* name : {"first", "second"})
            ui::test::storeRun(opened.dataFolder(), {.name = name});
        opened.reopen();
        CommandPalette& palette = open(opened);
        const QString import = QStringLiteral("Import log files…");
        QTest::keyClicks(palette.line(), QStringLiteral("import log files"));
        QVERIFY(!rows(palette).contains(import));  // Setup imports nothing
        QTest::keyClick(palette.line(), Qt::Key_Escape);
        opened.window().showPage(MainWindow::History);
        auto* table = opened.window().historyPage()->table();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, kWaitMs);
        open(opened);
        QTest::keyClicks(palette.line(), QStringLiteral("import log files"));
        QVERIFY(rows(palette).contains(import));
        palette.line()->selectAll();
        QTest::keyClicks(palette.line(), QStringLiteral("Archive"));
        QVERIFY(!rows(palette).contains(QStringLiteral("Archive")));  // no run is chosen
        QTest::keyClick(palette.line(), Qt::Key_Escape);
        table->selectAll();
        open(opened);
        QTest::keyClicks(palette.line(), QStringLiteral("Archive"));
        QCOMPARE(currentRow(palette), QStringLiteral("Archive"));
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 0, kWaitMs);
        QCOMPARE(opened.window().currentPage(), MainWindow::History);
    }

    void theThemeIsSwitched() {
        OpenedWindow opened;
        CommandPalette& palette = open(opened);
        QTest::keyClicks(palette.line(), QStringLiteral("toggle theme"));
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QVERIFY(&colorsFor(QApplication::palette()) == &darkColors());
        open(opened);
        QTest::keyClicks(palette.line(), QStringLiteral("light and dark"));
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QVERIFY(&colorsFor(QApplication::palette()) == &lightColors());
    }

    void aChangeOfTheRunIsUndone() {
        OpenedWindow opened;
        const QString undo = QStringLiteral("Undo the last change of the run");
        CommandPalette& palette = open(opened);
        QVERIFY(!rows(palette).contains(undo));
        QTest::keyClick(palette.line(), Qt::Key_Escape);
        SetupPage& setup = *opened.window().setupPage();
        const RunConfig before = setup.config();
        setup.edit([](RunConfig& config) { config.general.name = "another"; });
        open(opened);
        QTest::keyClicks(palette.line(), QStringLiteral("undo the last"));
        QCOMPARE(currentRow(palette), undo);
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QVERIFY(setup.config() == before);
        open(opened);
        QVERIFY(!rows(palette).contains(undo));
    }

    void presetsAndRunsComeFromTheirFiles() {
        OpenedWindow opened;
        const auto folder =
            ui::test::storeRun(opened.dataFolder(), {.name = "a very special run"}).manifest().id;
        opened.reopen();
        CommandPalette& palette = open(opened);
        QTest::keyClicks(palette.line(), QStringLiteral("very special"));
        QTRY_COMPARE_WITH_TIMEOUT(currentRow(palette), QStringLiteral("a very special run"), kWaitMs);
        QTest::keyClick(palette.line(), Qt::Key_Return);
        QCOMPARE(opened.window().currentPage(), MainWindow::History);
        QTRY_COMPARE_WITH_TIMEOUT(opened.window().historyPage()->selectedIds(),
                                  QStringList(QString::fromStdString(folder)), kWaitMs);
    }

    void theMouseWorksToo() {
        OpenedWindow opened;
        QVERIFY(click(opened.window(), "find_anything"));
        CommandPalette& palette = *opened.window().commandPalette();
        QTRY_VERIFY(palette.isVisible());
        QTest::keyClicks(palette.line(), QStringLiteral("hub"));
        QListView* list = palette.list();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(opened.window().currentPage(), MainWindow::Hub);
        QVERIFY(!palette.isVisible());
        open(opened);
        QTest::mouseClick(opened.window().centralWidget(), Qt::LeftButton, {}, QPoint(5, 300));
        QVERIFY(!palette.isVisible());
    }

    void nothingFoundIsSaid() {
        OpenedWindow opened;
        CommandPalette& palette = open(opened);
        QTest::keyClicks(palette.line(), QStringLiteral("qqqqzzzz"));
        QCOMPARE(rows(palette).size(), 0);
        QVERIFY(!palette.list()->isVisible());
        QTest::keyClick(palette.line(), Qt::Key_Return);  // nothing happens
        QVERIFY(palette.isVisible());
    }

private:
    /// By its keys, wherever the focus is.
    static CommandPalette& open(OpenedWindow& opened) {
        press(opened, Qt::Key_K);
        CommandPalette& palette = *opened.window().commandPalette();
        if (!QTest::qWaitFor([&] { return palette.isVisible(); }))
            qWarning("the palette did not open");
        return palette;
    }
};

WATCHED_TEST_MAIN(CommandPaletteTest)
#include "command_palette_test.moc"
