// What a run is told from the live page and by keys: paused, stopped, discarded, started again, exported, and
// its charts as files.
#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QTabBar>
#include <QTest>

#include "tests/ui/support/dialog_events.h"
#include "tests/ui/support/menu_events.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/pages/export_page.h"
#include "ui/pages/live/chart_bar.h"
#include "ui/pages/live/live_charts.h"
#include "ui/pages/live/run_header.h"
#include "ui/pages/live/run_texts.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 30'000;
constexpr auto kSlowStep = std::chrono::milliseconds(4);
constexpr std::int64_t kLong = 1'000'000;

/// A window in which a run trains until it is told otherwise.
struct Training {
    OpenedWindow opened{tunebench::test::FakeEngineOptions{.step_duration = kSlowStep}};
    bool isOn = false;

    Training() {
        opened.openTinyRun(kLong);
        isOn = opened.startAndWaitForPoints(5);
    }

    ~Training() {
        live().header()->stop();
        static_cast<void>(opened.waitUntilFinished());
    }

    LivePage& live() { return *opened.window().livePage(); }
};

}  // namespace

class LiveCommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        installTheme(*qApp, ThemeChoice::Light);
    }

    void anEmptyPageLeadsToSetup() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Live);
        QVERIFY(clickText(*opened.window().livePage(), QStringLiteral("Set up a run")));
        QCOMPARE(opened.window().currentPage(), MainWindow::Setup);
    }

    void keysStartPauseResumeAndStop() {
        OpenedWindow opened(tunebench::test::FakeEngineOptions{.step_duration = kSlowStep});
        opened.openTinyRun(kLong);
        QVERIFY(opened.waitUntilStartable());
        press(opened, Qt::Key_Return);
        const LivePage& live = *opened.window().livePage();
        QVERIFY(QTest::qWaitFor([&] { return live.state().loss.steps.size() >= 3; }, kWaitMs));
        QCOMPARE(opened.window().currentPage(), MainWindow::Live);
        press(opened, Qt::Key_P);
        QVERIFY(QTest::qWaitFor([&] { return live.state().isPaused(); }, kWaitMs));
        const std::size_t steps = live.state().loss.steps.size();
        press(opened, Qt::Key_P);
        QVERIFY(QTest::qWaitFor([&] { return live.state().loss.steps.size() > steps + 3; }, kWaitMs));
        press(opened, Qt::Key_Period);
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(live.state().finished->cause == ExitCause::Stopped);
    }

    void discardingFromTheMenuAsksFirst() {
        Training run;
        QVERIFY(run.isOn);
        {
            const DialogAnswer answer(withButton(QStringLiteral("Keep training")));
            QVERIFY(chooseByKeys(run.live(), "more", {QStringLiteral("discard")}));
            QVERIFY(answer.isGiven());
            QVERIFY(run.live().state().isActive());
        }
        const DialogAnswer answer(withButton(QStringLiteral("Discard")));
        QVERIFY(chooseByKeys(run.live(), "more", {QStringLiteral("discard")}));
        QVERIFY(answer.isGiven());
        QVERIFY(run.opened.waitUntilFinished());
        QVERIFY(run.live().state().finished->cause == ExitCause::Discarded);
    }

    void aRunIsStartedAgainAndExported() {
        OpenedWindow opened;
        opened.openTinyRun(20);
        QVERIFY(opened.startAndWaitForPoints(1));
        QVERIFY(opened.waitUntilFinished());
        LivePage& live = *opened.window().livePage();
        const QString first = live.runId();
        QVERIFY(click(live, "again"));
        QTRY_VERIFY_WITH_TIMEOUT(!live.runId().isEmpty() && live.runId() != first, kWaitMs);
        QVERIFY(opened.waitUntilFinished());
        QVERIFY(live.state().finished->cause == ExitCause::Completed);
        QVERIFY(click(live, "export_run"));
        QCOMPARE(opened.window().currentPage(), MainWindow::Export);
        const auto* chosen =
            opened.window().exportPage()->findChild<QComboBox*>(QStringLiteral("export_choice"));
        QTRY_COMPARE_WITH_TIMEOUT(chosen->currentData().toString(), live.runId(), kWaitMs);
    }

    void chartsAreSavedInEveryFormat() {
        Training run;
        QVERIFY(run.isOn);
        for (const char* ending : {"png", "svg", "pdf", "csv"}) {
            const auto file = run.opened.folder() / (std::string("loss.") + ending);
            const DialogAnswer answer(withFile(file));
            QVERIFY(chooseByKeys(*run.live().charts()->bar(), "save_chart", {QString()}));
            QVERIFY(answer.isGiven());
            QVERIFY2(std::filesystem::exists(file) && std::filesystem::file_size(file) > 0, ending);
        }
    }

    void howLongItTakesIsSaid() {
        Training run;
        QVERIFY(run.isOn);
        const auto saysWhatIsLeft = [&] {
            const auto labels = run.live().header()->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                return label->text().contains(QStringLiteral("Step ")) &&
                       label->text().endsWith(QStringLiteral(" left"));
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(saysWhatIsLeft(), kWaitMs);
    }

    void samplesLogAndMetricsAreTabs() {
        Training run;
        QVERIFY(run.isOn);
        auto* tabs = run.live().findChild<QTabBar*>(QStringLiteral("live_tabs"));
        const auto* log = run.live().findChild<LogView*>();
        const auto* samples = run.live().findChild<SamplesView*>();
        QVERIFY(!log->isVisible());
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QVERIFY(log->isVisible());
        QVERIFY(!samples->isVisible());
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        QVERIFY(!log->isVisible());
    }
};

WATCHED_TEST_MAIN(LiveCommandsTest)
#include "live_commands_test.moc"
