// What the history shows of one run, what it takes up on the disk, and how runs come in and go out.
#include <fstream>

#include <QApplication>
#include <QDialog>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include "core/run/checkpoint.h"
#include "tests/support/fake_memory.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/history/disk_use_dialog.h"
#include "ui/pages/history/run_transfer.h"
#include "ui/pages/history_page.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kFilesWaitMs = 20'000;

void writeCheckpoint(const RunFolder& run, std::int64_t step) {
    const auto writeFiles = [](const std::filesystem::path& folder) -> Result<void> {
        std::ofstream(folder / "weights.safetensors") << std::string(1000, 'x');
        return {};
    };
    const CheckpointManifest manifest{.step = step, .run_id = run.manifest().id};
    QVERIFY(write_checkpoint(run.checkpoints(), manifest, 1000, writeFiles));
}

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The window on a history of two runs, the first with three checkpoints.
struct FilledHistory {
    FilledHistory() {
        first = storeRun(opened.dataFolder(), {.name = "first",
                                               .overrides = {"method.rank=4"},
                                               .change = SettingsChanged{.step = 3, .learning_rate = 5e-5},
                                               .memory = tunebench::test::fake_timeline(3)});
        second = storeRun(opened.dataFolder(), {.name = "second"});
        for (const std::int64_t step : {1, 2, 3})
            writeCheckpoint(first, step);
        opened.reopen();
        page = opened.window().historyPage();
        opened.window().showPage(MainWindow::History);
    }

    bool waitForRows(int count) const {
        return QTest::qWaitFor([&] { return page->table()->model()->rowCount() == count; }, kFilesWaitMs);
    }

    /// Chooses the first run and shows its details.
    void showDetails() const {
        page->select({toQt(first.manifest().id)});
        auto* tabs = page->findChild<QTabBar*>(QStringLiteral("history_tabs"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    }

    QAbstractItemModel* facts(const char* name) const {
        return page->findChild<QTableView*>(QLatin1String(name))->model();
    }

    /// Whether a row has these texts in its first two columns.
    bool hasFact(const char* table, const QString& name, const QString& value) const {
        const auto* model = facts(table);
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, 0).data().toString() == name &&
                model->index(row, 1).data().toString().contains(value))
                return true;
        return false;
    }

    QString message() const { return page->findChild<MessageBar*>()->message(); }

    /// Types a path into the file dialog that opens, and accepts it.
    bool answerFileDialog(const std::filesystem::path& path) const {
        QFileDialog* dialog = nullptr;
        if (!QTest::qWaitFor([&] {
                dialog = page->findChild<QFileDialog*>();
                return dialog != nullptr && dialog->isVisible();
            }))
            return false;
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->selectAll();
        QTest::keyClicks(name, toQt(path));
        QTest::keyClick(name, Qt::Key_Return);
        return QTest::qWaitFor([&] { return QApplication::activeModalWidget() == nullptr; });
    }

    OpenedWindow opened;
    RunFolder first, second;
    HistoryPage* page = nullptr;
};

}  // namespace

class HistoryFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void detailsShowEverythingAboutARun() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        history.showDetails();
        QTRY_VERIFY_WITH_TIMEOUT(history.facts("fact_metrics")->rowCount() > 0, kFilesWaitMs);
        QVERIFY(history.hasFact("fact_metrics", QStringLiteral("Training loss"), QStringLiteral("1")));
        QVERIFY(history.hasFact("fact_metrics", QStringLiteral("Overfitting"), QStringLiteral("-2")));
        QVERIFY(history.hasFact("fact_settings", QStringLiteral("method.rank"), QStringLiteral("4")));
        QVERIFY(history.hasFact("fact_samples", QStringLiteral("5"), QStringLiteral("Describe: first")));
        QVERIFY(history.hasFact("fact_events", QStringLiteral("1"), QStringLiteral("7 examples were cut.")));
        QVERIFY(history.hasFact("fact_events", QStringLiteral("3"),
                                QStringLiteral("Changed: learning rate 5e-5")));
        QVERIFY(history.hasFact("fact_environment", QStringLiteral("Device"), QStringLiteral("cpu")));
        QCOMPARE(history.facts("fact_sessions")->rowCount(), 1);
        QCOMPARE(history.facts("fact_sessions")->index(0, 3).data().toString(), QStringLiteral("Completed"));
        QVERIFY(history.hasFact("fact_disk", QStringLiteral("Checkpoints"), QStringLiteral("KiB")));
    }

    void detailsShowTheMemoryOfAStepWhereItWasRecorded() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        history.showDetails();
        const auto* card = history.page->findChild<QWidget*>(QStringLiteral("step_memory"));
        QVERIFY(card != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), kFilesWaitMs);
        QCOMPARE(card->findChild<QLabel*>(QStringLiteral("step_memory_words"))->text(),
                 QStringLiteral("Peak at 240 ms: 908.00 MiB · backward"));
        history.page->select({toQt(history.second.manifest().id)});
        QTRY_VERIFY_WITH_TIMEOUT(!card->isVisible(), kFilesWaitMs);
        QTRY_VERIFY(history.facts("fact_metrics")->rowCount() > 0);
        QVERIFY(!card->isVisible());
    }

    void spareCheckpointsArePutAwayAndBroughtBack() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        history.showDetails();
        QVERIFY(click(*history.page, "clean_up"));
        QTRY_COMPARE_WITH_TIMEOUT(list_checkpoints(history.first.checkpoints()).size(), std::size_t{1},
                                  kFilesWaitMs);
        QTRY_VERIFY(history.message().contains(QStringLiteral("2 checkpoints")));
        QVERIFY(clickText(*history.page->findChild<MessageBar*>(), QStringLiteral("Undo")));
        QTRY_COMPARE_WITH_TIMEOUT(list_checkpoints(history.first.checkpoints()).size(), std::size_t{3},
                                  kFilesWaitMs);
    }

    void theDiskUseIsShownAndTheTrashEmptied() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        history.page->select({toQt(history.first.manifest().id)});
        QVERIFY(click(*history.page, "delete_runs"));
        QVERIFY(history.waitForRows(1));
        QVERIFY(chooseFromMenu(*history.page, "more_button", {QStringLiteral("Disk use and clean-up…")}));
        auto* dialog = history.page->findChild<DiskUseDialog*>();
        QVERIFY(dialog != nullptr);
        auto* table = dialog->findChild<QTableView*>(QStringLiteral("disk_table"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, kFilesWaitMs);
        auto* empty = dialog->findChild<QPushButton*>(QStringLiteral("empty_trash"));
        QVERIFY(click(*dialog, "empty_trash"));
        QVERIFY(empty->text().contains(QStringLiteral("for good")));
        const auto trash = history.opened.dataFolder() / "trash" / history.first.path().filename();
        QVERIFY(std::filesystem::exists(trash));
        QVERIFY(click(*dialog, "empty_trash"));
        QTRY_VERIFY_WITH_TIMEOUT(!std::filesystem::exists(trash), kFilesWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!empty->isEnabled(), kFilesWaitMs);
        dialog->close();
    }

    void aRunThatCannotBeReadIsNotShownAsNothing() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        const auto run = history.first.path();
        std::filesystem::rename(run, history.opened.folder() / "elsewhere");
        std::filesystem::create_symlink(run.filename(), run);  // a circle: no rights help to read it
        QVERIFY(chooseFromMenu(*history.page, "more_button", {QStringLiteral("Disk use and clean-up…")}));
        auto* dialog = history.page->findChild<DiskUseDialog*>();
        QVERIFY(dialog != nullptr);
        const auto* total = dialog->findChild<QLabel*>(QStringLiteral("disk_total"));
        QTRY_VERIFY_WITH_TIMEOUT(total->text().contains(QStringLiteral("at least")), kFilesWaitMs);
        const auto* rows = dialog->findChild<QTableView*>(QStringLiteral("disk_table"))->model();
        const QModelIndexList unknown =
            rows->match(rows->index(0, 1), Qt::DisplayRole, QStringLiteral("?"), -1, Qt::MatchExactly);
        QCOMPARE(unknown.size(), qsizetype{1});
        QVERIFY(dialog->findChild<MessageBar*>()->message().contains(toQt(run.filename())));
        dialog->close();
    }

    void runsAreWrittenForOtherPrograms() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        history.page->table()->selectAll();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(50, 50),
                                history.page->table()->viewport()->mapToGlobal(QPoint(50, 50)));
        QApplication::sendEvent(history.page->table()->viewport(), &event);
        QVERIFY(chooseFromOpenMenu({QStringLiteral("Write for other programs"),
                                    history.page->findChild<QAction*>(QStringLiteral("csv"))->text()}));
        const auto out = history.opened.folder() / "out.csv";
        QVERIFY(history.answerFileDialog(out));
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(out), kFilesWaitMs);
        QTRY_VERIFY(history.message().contains(QStringLiteral("2 runs written")));
        QVERIFY(contentOf(out).find("validation_loss") != std::string::npos);
    }

    void logsAreImportedAndChosen() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        const auto log = history.opened.folder() / "loss.csv";
        std::ofstream(log) << "step,loss\n1,3.5\n2,2.5\n";
        QVERIFY(chooseFromMenu(*history.page, "more_button", {QStringLiteral("Import log files…")}));
        QVERIFY(history.answerFileDialog(log));
        QVERIFY(history.waitForRows(3));
        QTRY_COMPARE_WITH_TIMEOUT(history.page->selectedIds().size(), 1, kFilesWaitMs);
        QVERIFY(history.message().contains(QStringLiteral("1 run imported")));
        const auto run =
            history.opened.workbench().source().run(history.page->selectedIds().front().toStdString());
        QVERIFY(run);
        QVERIFY(run->summary.status == RunStatus::Completed);
        QCOMPARE(run->summary.steps, std::int64_t{2});
    }

    void logsThatAreDroppedAreImported() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        const auto log = history.opened.folder() / "dropped.csv";
        std::ofstream(log) << "step,loss\n1,3.5\n2,2.5\n";
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(toQt(log))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(history.page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(history.page, &dropped);
        QVERIFY(history.waitForRows(3));
        QTRY_VERIFY(history.message().contains(QStringLiteral("1 run imported")));
    }

    void aSecondImportDoesNotLoseTheFirst() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        auto* transfer = history.page->findChild<RunTransfer*>();
        for (const char* name : {"first.csv", "second.csv"}) {
            const auto log = history.opened.folder() / name;
            std::ofstream(log) << "step,loss\n1,3.5\n2,2.5\n" << (name[0] == 'f' ? "3,2.0\n" : "");
            transfer->importFrom({log});
        }
        QVERIFY(history.waitForRows(4));
    }

    void aSecondExportDoesNotLoseTheFirst() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        auto* transfer = history.page->findChild<RunTransfer*>();
        QSignalSpy written(transfer, &RunTransfer::written);
        const std::vector<std::string> ids = {history.first.manifest().id};
        for (const char* name : {"first.csv", "second.csv"})
            transfer->write(QStringLiteral("csv"), ids, history.opened.folder() / name);
        QVERIFY(transfer->isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 2, kFilesWaitMs);
        for (const char* name : {"first.csv", "second.csv"})
            QVERIFY(!contentOf(history.opened.folder() / name).empty());
    }

    void closingAsksWhileRunsAreWritten() {
        FilledHistory history;
        QVERIFY(history.waitForRows(2));
        auto* transfer = history.page->findChild<RunTransfer*>();
        QSignalSpy written(transfer, &RunTransfer::written);
        transfer->write(QStringLiteral("csv"), {history.first.manifest().id},
                        history.opened.folder() / "out.csv");
        bool wasAsked = false;
        QTimer::singleShot(100, qApp, [&wasAsked] {
            QWidget* box = QApplication::activeModalWidget();
            wasAsked = box != nullptr && clickText(*box, QStringLiteral("Keep open"));
        });
        QVERIFY(!history.opened.window().close());
        QVERIFY(wasAsked);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, kFilesWaitMs);
        QVERIFY(history.opened.window().close());
    }
};

WATCHED_TEST_MAIN(HistoryFilesTest)
#include "history_files_test.moc"
