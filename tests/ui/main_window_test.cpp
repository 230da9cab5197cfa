// The whole path through the real window, offscreen, with real events and the fake engine.
#include "ui/main_window.h"

#include <algorithm>
#include <fstream>
#include <string>

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include "tests/support/fixtures.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/export_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/live/live_charts.h"
#include "ui/pages/live/run_header.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup/sample_files.h"
#include "ui/pages/setup_page.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/link_row.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/path_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using tunebench::test::FakeEngineOptions;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;
constexpr auto kSlowStep = std::chrono::milliseconds(4);
constexpr std::int64_t kLong = 1'000'000;

/// Answers the next question with the button of that text.
void answerWith(const QString& text) {
    QTimer::singleShot(100, qApp, [text] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        for (QAbstractButton* button : box->buttons())
            if (button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
    });
}

void waitForRuns(OpenedWindow& opened, int count) {
    HistoryPage* history = opened.window().historyPage();
    opened.window().showPage(MainWindow::History);
    QVERIFY(QTest::qWaitFor(
        [&] {
            history->reload();
            return history->table()->model()->rowCount() == count;
        },
        kWaitMs));
}

/// As a killed process leaves it: without the event that ends the run.
void cutLastEvent(const std::filesystem::path& runFolder) {
    std::ifstream in(runFolder / "events.jsonl");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    std::ofstream out(runFolder / "events.jsonl", std::ios::trunc);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        out << lines[i] << '\n';
}

}  // namespace

class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void anEmptyProfileOpensOnSetupWithReasons() {
        OpenedWindow opened;
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
        auto* start = opened.window().findChild<QAbstractButton*>(QStringLiteral("start"));
        QVERIFY(QTest::qWaitFor([&] { return opened.window().findChild<LinkRow*>() != nullptr; }, kWaitMs));
        QVERIFY(!start->isEnabled());
        auto* reason = opened.window().findChild<LinkRow*>(QStringLiteral("reason:model.path"));
        QVERIFY(reason != nullptr);
        QTest::mouseClick(reason, Qt::LeftButton);
        auto* path = opened.window().findChild<PathEdit*>(QStringLiteral("path"));
        QTRY_VERIFY(path->lineEdit()->hasFocus());
    }

    void fromTheSampleToAnExportedAdapter() {
        OpenedWindow opened({.step_duration = kSlowStep});
        MainWindow& window = opened.window();
        if (findSampleRun())
            QVERIFY(click(window, "use_sample"));
        else
            opened.openTinyRun(500);
        RunConfig config = window.setupPage()->config();
        config.budget.steps = kLong;
        config.budget.epochs = 0;
        window.setupPage()->setConfig(config);

        QVERIFY(opened.startAndWaitForPoints(5));
        QCOMPARE(window.currentPage(), MainWindow::Live);
        const LivePage& live = *window.livePage();

        QVERIFY(click(window, "pause"));
        QVERIFY(QTest::qWaitFor([&] { return live.state().isPaused(); }, kWaitMs));
        const std::size_t paused = live.state().loss.steps.size();
        QTest::qWait(300);
        QCOMPARE(live.state().loss.steps.size(), paused);
        QTRY_COMPARE(window.findChild<QAbstractButton*>(QStringLiteral("pause"))->text(),
                     QStringLiteral("Resume"));
        QVERIFY(click(window, "pause"));
        QVERIFY(QTest::qWaitFor([&] { return live.state().loss.steps.size() > paused + 3; }, kWaitMs));

        QVERIFY(click(window, "stop"));
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(live.state().finished->cause == ExitCause::Stopped);

        secondRun(opened);
        overlayBoth(opened);
        exportFirst(opened);
    }

    void aStoppedRunIsResumedFromTheHistory() {
        OpenedWindow opened({.step_duration = kSlowStep});
        opened.openTinyRun(kLong);
        QVERIFY(opened.startAndWaitForPoints(5));
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
        const auto stopped = opened.window().livePage()->state().finished->step;
        waitForRuns(opened, 1);
        HistoryPage* history = opened.window().historyPage();
        history->table()->selectRow(0);
        QTRY_VERIFY(opened.window().findChild<QAbstractButton*>(QStringLiteral("resume_run"))->isEnabled());
        QVERIFY(click(opened.window(), "resume_run"));
        const RunState& state = opened.window().livePage()->state();
        QVERIFY(QTest::qWaitFor([&] { return state.last_step && state.last_step->step > stopped; }, kWaitMs));
        // The curve goes on where it ended, with what came before.
        QTRY_COMPARE_WITH_TIMEOUT(state.loss.steps.front(), 1.0, kWaitMs);
        QVERIFY(std::is_sorted(state.loss.steps.begin(), state.loss.steps.end()));
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
    }

    void aKilledRunIsOfferedAtTheNextStart() {
        OpenedWindow opened({.step_duration = kSlowStep});
        opened.openTinyRun(kLong, "interrupted");
        QVERIFY(opened.startAndWaitForPoints(5));
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
        for (const auto& folder : std::filesystem::directory_iterator(opened.dataFolder() / "runs"))
            cutLastEvent(folder.path());
        opened.reopen();
        MessageBar* bar = opened.window().messageBar();
        QVERIFY(
            QTest::qWaitFor([&] { return bar->message().contains(QStringLiteral("interrupted")); }, kWaitMs));
        QAbstractButton* resume = nullptr;
        for (QAbstractButton* button : bar->findChildren<QAbstractButton*>())
            if (button->text() == QStringLiteral("Resume"))
                resume = button;
        QVERIFY(resume != nullptr);
        QTest::mouseClick(resume, Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return opened.window().livePage()->state().last_step.has_value(); },
                                kWaitMs));
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
    }

    void aMissingEngineIsExplainedAndHistoryStillWorks() {
        const Error missing{
            .code = ErrorCode::NotFound, .message = "The engine's library is missing.", .hint = "Reinstall."};
        OpenedWindow opened([missing] { return Result<std::unique_ptr<Engine>>(missing); },
                            [missing] { return std::optional(missing); });
        MessageBar* bar = opened.window().messageBar();
        QTRY_COMPARE(bar->message(), QStringLiteral("The engine's library is missing."));
        opened.openTinyRun(10);
        QVERIFY(opened.waitUntilStartable());
        QVERIFY(click(opened.window(), "start"));
        QVERIFY(QTest::qWaitFor([&] { return !opened.window().livePage()->hasActiveRun(); }, kWaitMs));
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
        QCOMPARE(bar->message(), QStringLiteral("The engine's library is missing."));
        opened.window().showPage(MainWindow::History);
        QVERIFY(opened.window().historyPage()->isVisible());
    }

    void aLossThatIsNotANumberEndsInWordsAndAMark() {
        OpenedWindow opened({.nonfinite_at = 20});
        opened.openTinyRun(100);
        QVERIFY(opened.startAndWaitForPoints(5));
        QVERIFY(opened.waitUntilFinished());
        const LivePage& live = *opened.window().livePage();
        QVERIFY(live.state().finished->cause == ExitCause::Failed);
        QTRY_COMPARE(live.charts()->lossChart()->nonfiniteCount(), std::size_t{1});
        const auto labels = live.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("not finite"));
        }));
    }

    void closingAsksAndSaves() {
        OpenedWindow opened({.step_duration = kSlowStep});
        opened.openTinyRun(kLong);
        QVERIFY(opened.startAndWaitForPoints(3));
        answerWith(QStringLiteral("Keep open"));
        QVERIFY(!opened.window().close());
        QVERIFY(opened.window().isVisible());
        answerWith(QStringLiteral("Stop and save"));
        opened.window().close();
        QVERIFY(QTest::qWaitFor([&] { return !opened.window().isVisible(); }, kWaitMs));
        QVERIFY(opened.window().livePage()->state().finished->cause == ExitCause::Stopped);
    }

    void discardingAsksFirst() {
        OpenedWindow opened({.step_duration = kSlowStep});
        opened.openTinyRun(kLong);
        QVERIFY(opened.startAndWaitForPoints(3));
        auto* discard = opened.window().findChild<QAction*>(QStringLiteral("discard"));
        answerWith(QStringLiteral("Keep training"));
        discard->trigger();
        QVERIFY(opened.window().livePage()->state().isActive());
        answerWith(QStringLiteral("Discard"));
        discard->trigger();
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(opened.window().livePage()->state().finished->cause == ExitCause::Discarded);
    }

    void onlyTheRunThatWasAskedAboutIsDiscarded() {
        RunHeader header;
        int commands = 0;
        connect(&header, &RunHeader::commanded, &header, [&commands] { ++commands; });
        header.showPreparing();
        QTimer::singleShot(50, &header, &RunHeader::showPreparing);  // a study's next run
        answerWith(QStringLiteral("Discard"));
        header.findChild<QAction*>(QStringLiteral("discard"))->trigger();
        QCOMPARE(commands, 0);
        answerWith(QStringLiteral("Discard"));
        header.findChild<QAction*>(QStringLiteral("discard"))->trigger();
        QCOMPARE(commands, 1);
    }

    void aSecondRunHasToWait() {
        OpenedWindow opened({.step_duration = kSlowStep});
        opened.openTinyRun(kLong);
        QVERIFY(opened.startAndWaitForPoints(3));
        opened.window().showPage(MainWindow::Setup);
        QVERIFY(QTest::qWaitFor(
            [&] { return opened.window().findChild<LinkRow*>(QStringLiteral("reason:live")) != nullptr; },
            kWaitMs));
        QVERIFY(!opened.window().findChild<QAbstractButton*>(QStringLiteral("start"))->isEnabled());
        const LivePage& live = *opened.window().livePage();
        const QString id = live.runId();
        Q_EMIT opened.window().historyPage()->resumeRequested(QStringLiteral("other"), toQt(opened.folder()));
        QVERIFY(opened.window().messageBar()->message().contains(QStringLiteral("Another run is active")));
        QCOMPARE(live.runId(), id);
        QCOMPARE(live.runName(), QStringLiteral("tiny"));
        opened.window().livePage()->header()->stop();
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(opened.waitUntilStartable());
    }

    void keysLeadThroughTheWindow() {
        OpenedWindow opened;
        opened.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&opened.window()));
        for (int page = 0; page < MainWindow::PageCount; ++page) {
            const auto which = static_cast<MainWindow::Page>(page);
            const auto key = which == MainWindow::Settings ? Qt::Key_Comma : Qt::Key_1 + page;
            QTest::keyClick(&opened.window(), static_cast<Qt::Key>(key), Qt::ControlModifier);
            QCOMPARE(opened.window().currentPage(), which);
        }
    }

    void whatWasTypedSurvivesARestart() {
        OpenedWindow opened;
        auto* name = opened.window().findChild<QLineEdit*>(QStringLiteral("run_name"));
        name->setFocus();
        QTest::keyClicks(name, QStringLiteral("my experiment"));
        opened.reopen();
        QCOMPARE(opened.window().setupPage()->config().general.name, std::string("my experiment"));
    }

    void aBrokenRunFileIsExplainedAndChangesNothing() {
        OpenedWindow opened;
        const auto file = opened.folder() / "broken.tunebench.json";
        std::ofstream(file) << R"({"format": "tunebench.run/1", "modell": {}})";
        opened.window().openRunFile(file);
        const auto bars = opened.window().setupPage()->findChildren<MessageBar*>();
        QVERIFY(std::any_of(bars.begin(), bars.end(), [](const MessageBar* bar) {
            return bar->message().contains(QStringLiteral("modell"));
        }));
        QVERIFY(opened.window().setupPage()->config().model.path.empty());
    }

private:
    void secondRun(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        window.showPage(MainWindow::Setup);
        RunConfig config = window.setupPage()->config();
        config.general.name = "second";
        config.budget.steps = 30;
        config.optimizer.params.set("learning_rate", 1e-3);
        window.setupPage()->setConfig(config);
        QVERIFY(opened.startAndWaitForPoints(5));
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(window.livePage()->state().finished->cause == ExitCause::Completed);
    }

    void overlayBoth(OpenedWindow& opened) {
        waitForRuns(opened, 2);
        HistoryPage* history = opened.window().historyPage();
        history->table()->selectAll();
        QCOMPARE(history->selectedIds().size(), 2);
        QTRY_VERIFY(!history->chart()->isEmpty());
        auto* differences = opened.window().findChild<QTableView*>(QStringLiteral("differences"));
        QTRY_VERIFY(differences->model()->rowCount() >= 2);
        // Its lines reach the right edge.
        QTRY_VERIFY(differences->horizontalHeader()->length() >= differences->viewport()->width());
        QStringList keys;
        for (int row = 0; row < differences->model()->rowCount(); ++row)
            keys << differences->model()->index(row, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(keys.contains(QStringLiteral("optimizer.learning_rate")));
        QVERIFY(keys.contains(QStringLiteral("budget.steps")));
    }

    void exportFirst(OpenedWindow& opened) {
        HistoryPage* history = opened.window().historyPage();
        history->table()->clearSelection();
        history->table()->selectRow(0);
        QTRY_VERIFY(
            opened.window().findChild<QAbstractButton*>(QStringLiteral("export_selected"))->isEnabled());
        QVERIFY(click(opened.window(), "export_selected"));
        QCOMPARE(opened.window().currentPage(), MainWindow::Export);
        const auto out = opened.folder() / "exported";
        opened.window().exportPage()->folderEdit()->setPath(toQt(out));
        QVERIFY(click(opened.window(), "export"));
        auto* files = opened.window().findChild<QLabel*>(QStringLiteral("export_files"));
        QVERIFY(QTest::qWaitFor([&] { return files->isVisible(); }, kWaitMs));
        QVERIFY(files->text().contains(QStringLiteral("weights.json")));
        QVERIFY(std::filesystem::exists(out / "weights.json"));
        QVERIFY(opened.window()
                    .findChild<QLabel*>(QStringLiteral("export_sentence"))
                    ->text()
                    .contains(QStringLiteral("exactly")));
    }
};

WATCHED_TEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
