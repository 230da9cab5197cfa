// Runs of the history written for other programs and taken over from them, started again, and edits undone
// and redone: each from its button, menu, dialog or keys.
#include <fstream>

#include <QApplication>
#include <QContextMenuEvent>
#include <QTableView>
#include <QTest>

#include "core/interchange/run_exporter.h"
#include "tests/ui/support/dialog_events.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/models/run_table_model.h"
#include "ui/pages/history_page.h"
#include "ui/pages/setup_page.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 20'000;
constexpr char kTrainerState[] =
    R"({"log_history": [{"loss": 2.5, "step": 10}, {"eval_loss": 2.0, "step": 10}, {"loss": 1.5, "step": 20}]})";

/// The window on a history of two runs.
struct TwoRuns {
    TwoRuns() {
        storeRun(opened.dataFolder(), {.name = "first", .overrides = {"method.rank=4"}});
        storeRun(opened.dataFolder(), {.name = "second", .overrides = {"method.rank=16"}});
        opened.reopen();
        opened.window().showPage(MainWindow::History);
        page = opened.window().historyPage();
    }

    QTableView& table() const { return *page->table(); }
    const RunTableModel& model() const { return static_cast<const RunTableModel&>(*table().model()); }
    QString message() const { return page->findChild<MessageBar*>()->message(); }

    bool waitForRows(int count) const {
        return QTest::qWaitFor([&] { return table().model()->rowCount() == count; }, kWaitMs);
    }

    int rowOf(const QString& name) const {
        for (int row = 0; row < model().rowCount(); ++row)
            if (model().index(row, model().columnOf("name")).data().toString() == name)
                return row;
        return -1;
    }

    void clickRow(const QString& name) const {
        const QModelIndex index = model().index(rowOf(name), model().columnOf("name"));
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(index).center());
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const {
        opened.window().activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&opened.window()));
        table().setFocus();
        QTest::keyClick(page->table(), key, modifiers);
    }

    /// All runs, from the menu of the table.
    bool write(const RunExporter& exporter, const std::filesystem::path& out) const {
        press(Qt::Key_A, Qt::ControlModifier);
        const DialogAnswer answer(withFile(out));
        const QPoint place(50, 50);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, place, table().viewport()->mapToGlobal(place));
        QApplication::sendEvent(table().viewport(), &event);
        return chooseFromOpenMenu({QStringLiteral("Write for other programs"),
                                   QStringLiteral("%1…").arg(coreText(exporter.title))}) &&
               answer.waitUntilGiven() &&
               QTest::qWaitFor([&] { return message().contains(QStringLiteral("2 runs written")); }, kWaitMs);
    }

    bool importFolder(const std::filesystem::path& folder) const {
        const DialogAnswer answer(withFile(folder));
        return chooseFromMenu(*page, "more_button", {QStringLiteral("Import a folder of logs…")}) &&
               answer.waitUntilGiven();
    }

    mutable OpenedWindow opened;
    HistoryPage* page = nullptr;
};

bool hasContent(const std::filesystem::path& out) {
    return std::filesystem::is_directory(out) ? !std::filesystem::is_empty(out)
                                              : std::filesystem::file_size(out) > 0;
}

}  // namespace

class HistoryExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void anEmptyHistoryLeadsToSetup() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::History);
        QVERIFY(clickText(*opened.window().historyPage(), QStringLiteral("Set up the first run")));
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
    }

    void runsAreWrittenInEveryFormat_data() {
        QTest::addColumn<QString>("id");
        for (const RunExporter* exporter : all_run_exporters())
            QTest::newRow(std::string(exporter->id).c_str()) << toQt(exporter->id);
    }

    void runsAreWrittenInEveryFormat() {
        QFETCH(const QString, id);
        const RunExporter& exporter = *find_run_exporter(id.toStdString());
        const TwoRuns history;
        QVERIFY(history.waitForRows(2));
        const auto out = history.opened.folder() /
                         (exporter.text != nullptr ? "runs." + id.toStdString() : id.toStdString());
        QVERIFY(history.write(exporter, out));
        QVERIFY(hasContent(out));
    }

    void aFolderOfLogsIsTakenOver() {
        const TwoRuns history;
        QVERIFY(history.waitForRows(2));
        const auto logs = history.opened.folder() / "logs";
        std::filesystem::create_directories(logs / "trained elsewhere");
        std::ofstream(logs / "trained elsewhere" / "trainer_state.json") << kTrainerState;
        QVERIFY(history.importFolder(logs));
        QVERIFY(history.waitForRows(3));
        QTRY_VERIFY(history.message().contains(QStringLiteral("1 run imported")));
    }

    void eventFilesAreTakenOverAgain() {
        const TwoRuns history;
        QVERIFY(history.waitForRows(2));
        const auto out = history.opened.folder() / "events";
        QVERIFY(history.write(*find_run_exporter("tensorboard"), out));
        QVERIFY(history.importFolder(out));
        QVERIFY(history.waitForRows(4));
        QTRY_VERIFY(history.message().contains(QStringLiteral("2 runs imported")));
    }

    void aRunFillsSetupAgain() {
        const TwoRuns history;
        QVERIFY(history.waitForRows(2));
        history.clickRow(QStringLiteral("first"));
        QVERIFY(click(*history.page, "run_again"));
        QTRY_COMPARE_WITH_TIMEOUT(history.opened.window().currentPage(), MainWindow::Setup, kWaitMs);
        const RunConfig config = history.opened.window().setupPage()->config();
        QVERIFY(*config.method.params.find("rank") == ParamValue(4));
    }

    void anEditIsUndoneAndRedoneByKeys() {
        const TwoRuns history;
        QVERIFY(history.waitForRows(2));
        history.clickRow(QStringLiteral("first"));
        QVERIFY(click(*history.page, "archive_runs"));
        QVERIFY(history.waitForRows(1));
        history.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(history.waitForRows(2));
        history.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(history.waitForRows(1));
        QCOMPARE(history.rowOf(QStringLiteral("first")), -1);
    }
};

WATCHED_TEST_MAIN(HistoryExchangeTest)
#include "history_exchange_test.moc"
