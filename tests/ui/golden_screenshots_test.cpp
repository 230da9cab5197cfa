// One state of every page, in both themes, against pictures that somebody has accepted. States are fixed: no
// clock, no measurement, nothing of this machine is in them; where a page shows a path or a date, that is
// covered. After a change that is meant:
//   TUNEBENCH_ACCEPT_SCREENSHOTS=1 ctest --test-dir build/release -R '^ui/golden_screenshots$'
#include <algorithm>
#include <cmath>

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "core/hub/hub.h"
#include "core/methods/method.h"
#include "tests/support/fixtures.h"
#include "tests/ui/support/fixed_look.h"
#include "tests/ui/support/golden_picture.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/stored_runs.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/band_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/compare/curves_view.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/export_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/playground/prompt_card.h"
#include "ui/pages/playground_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/status_line.h"
#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/link_row.h"
#include "ui/widgets/token_view.h"
#include "ui/workbench.h"

using namespace tunebench;
using namespace tunebench::ui;
using namespace tunebench::ui::test;

namespace {

constexpr int kWaitMs = 60'000;
constexpr double kMemoryGib = 0.25;  // less than is free on any machine

bool isAtTwiceTheScale() {
    return qEnvironmentVariable("QT_SCALE_FACTOR") == QLatin1String("2");
}

/// Of an editor of paths, which begin with the name of a temporary folder.
QWidget* lineOf(QWidget& page, const char* pathEdit) {
    auto* edit = page.findChild<QWidget*>(QLatin1String(pathEdit));
    return edit != nullptr ? edit->findChild<QLineEdit*>() : nullptr;
}

/// `covered`: besides the status line, which names the data folder.
void compareWithGolden(MainWindow& window, const QString& page, QList<QWidget*> covered = {}) {
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    covered << window.findChild<StatusLine*>();
    QVERIFY2(std::ranges::all_of(covered, [](const QWidget* part) { return part != nullptr; }),
             "what should be covered has another name now");
    const QString scale = isAtTwiceTheScale() ? QStringLiteral("-2x") : QString();
    for (const auto& [theme, name] : {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}) {
        applyTheme(*qApp, theme);
        QImage picture = pictureAtRest(window);
        QVERIFY2(!picture.isNull(), "the page never comes to rest");
        for (const QWidget* part : covered)
            cover(picture, window, *part);
        const QString problem = goldenProblem(
            goldenPlaces(), QStringLiteral("%1%2-%3").arg(page, scale, QLatin1String(name)), picture);
        if (!problem.isEmpty())
            QTest::qFail(qPrintable(problem), __FILE__, __LINE__);  // the other theme is compared, too
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

/// A tiny run in Setup, with memory that does not depend on the machine.
void openRun(OpenedWindow& opened) {
    opened.openTinyRun(40, "town facts, LoRA");
    SetupPage& setup = *opened.window().setupPage();
    RunConfig config = setup.config();
    config.general.memory_limit_gib = kMemoryGib;
    setup.setConfig(config);
    QVERIFY(opened.waitUntilStartable());
}

/// The window on a history of these.
void openStoredRuns(OpenedWindow& opened, const std::vector<StoredRun>& runs) {
    for (const StoredRun& run : runs)
        storeRun(opened.dataFolder(), run);
    opened.reopen();
    HistorySource& source = opened.workbench().source();
    QTRY_VERIFY_WITH_TIMEOUT(source.runs() && source.runs()->size() == runs.size(), kWaitMs);
}

std::vector<StoredRun> threeRuns() {
    return {{.name = "town facts, rank 4", .overrides = {"method.rank=4"}, .steps = 40, .loss = 2.5},
            {.name = "town facts, rank 8", .overrides = {"method.rank=8"}, .steps = 40, .loss = 1.5},
            {.name = "town facts, rank 16", .overrides = {"method.rank=16"}, .steps = 40, .loss = 0.5}};
}

/// Their ids in the order of threeRuns().
QStringList idsOf(OpenedWindow& opened, const std::vector<StoredRun>& runs) {
    QStringList ids;
    const auto found = opened.workbench().source().runs();
    for (const StoredRun& run : runs)
        for (const RunSummary& summary : found ? *found : std::vector<RunSummary>())
            if (summary.name == run.name)
                ids << toQt(summary.id);
    return ids;
}

std::vector<RunEvent> eventsOfATraining() {
    constexpr std::int64_t kSteps = 400;
    std::vector<RunEvent> events{RunStarted{.total_steps = 1000,
                                            .total_parameters = 134'515'008,
                                            .trainable_parameters = 4'884'480,
                                            .training_examples = 4000,
                                            .predicted_peak_bytes = std::uint64_t{900} << 20U,
                                            .threads = 4,
                                            .device = "cpu",
                                            .torch_version = "1.13.1"},
                                 PhaseChanged{.phase = RunPhase::Training}};
    for (std::int64_t step = 1; step <= kSteps; ++step) {
        const auto x = static_cast<double>(step);
        events.emplace_back(StepDone{.step = step,
                                     .loss = 0.4 + 3.0 * std::exp(-x / 90.0) + 0.1 * std::sin(x),
                                     .learning_rate = 2e-4 * std::min(x / 30.0, 1.0 - x / 1000.0),
                                     .gradient_norm = 1.0 + 0.3 * std::cos(0.7 * x),
                                     .epoch = x / 500.0,
                                     .tokens = step * 2048,
                                     .tokens_per_second = 1500.0 + 50.0 * std::sin(0.3 * x),
                                     .step_seconds = 1.3,
                                     .elapsed_seconds = 1.3 * x,
                                     .remaining_seconds = 1.3 * (1000.0 - x),
                                     .memory_bytes = std::uint64_t{700} << 20U,
                                     .memory_peak_bytes = std::uint64_t{880} << 20U});
        if (step % 50 == 0) {
            events.emplace_back(EvaluationDone{.step = step,
                                               .loss = 0.5 + 2.0 * std::exp(-x / 100.0),
                                               .perplexity = 2.0,
                                               .token_accuracy = 0.8,
                                               .tokens = 500,
                                               .is_best = true});
            events.emplace_back(SampleDone{.step = step,
                                           .prompt = "Describe: name = Old Mill; kind = inn",
                                           .text = "The Old Mill is an inn on Elm Lane."});
        }
    }
    return events;
}

bool addMethod(StudyPage& page, const char* id) {
    auto* button = page.findChild<QPushButton*>(QStringLiteral("add_method"));
    const Method* method = find_method(id);
    if (button == nullptr || button->menu() == nullptr || method == nullptr)
        return false;
    for (QAction* action : button->menu()->actions())
        if (action->text() == toQt(method->title)) {
            action->trigger();
            return true;
        }
    return false;
}

}  // namespace

class GoldenScreenshotsTest : public QObject {
    Q_OBJECT

public:
    static void initMain() {
        fixLook();
        // The hub's page asks nobody, neither on the network nor the desktop.
        for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_ENDPOINT",
                                 "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"})
            qunsetenv(name);
        qputenv("HF_HUB_OFFLINE", "1");
        qputenv("HF_HUB_CACHE", TUNEBENCH_BINARY_DIR "/no-hub-cache");
    }

private Q_SLOTS:
    void initTestCase() {
        if (const QString reason = reasonNotToCompare(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        installTheme(*qApp, ThemeChoice::Light);
        QApplication::setCursorFlashTime(0);
    }

    void setupEmpty() {
        OpenedWindow opened;
        // Why it cannot start.
        const SetupPage& page = *opened.window().setupPage();
        QTRY_VERIFY_WITH_TIMEOUT(!page.findChildren<LinkRow*>().isEmpty(), kWaitMs);
        compareWithGolden(opened.window(), QStringLiteral("setup-empty"));
    }

    void setup() {
        OpenedWindow opened;
        openRun(opened);
        SetupPage& page = *opened.window().setupPage();
        const auto isThere = [&page](const char* name) {
            const auto* widget = page.findChild<QWidget*>(QLatin1String(name));
            return widget != nullptr && widget->isVisible();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere("largest_list") && isThere("length_steps"), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<TokenView*>()->isVisible(), kWaitMs);
        compareWithGolden(opened.window(), QStringLiteral("setup"),
                          {lineOf(page, "path"), page.findChild<QWidget*>(QStringLiteral("train")),
                           lineOf(page, "validation")});
    }

    void setupAtTwiceTheScale() {
        if (isAtTwiceTheScale())
            QSKIP("this is the inner process");
        QProcess inner;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
        inner.setProcessEnvironment(environment);
        inner.setProcessChannelMode(QProcess::ForwardedChannels);
        inner.start(QCoreApplication::applicationFilePath(), {QStringLiteral("setup")});
        QVERIFY(inner.waitForFinished(2 * kWaitMs));
        QCOMPARE(inner.exitCode(), 0);
    }

    void dataOfARun() {
        OpenedWindow opened;
        openRun(opened);
        opened.window().showPage(MainWindow::Data);
        DataPage* page = opened.window().dataPage();
        QVERIFY(QTest::qWaitFor([page] { return !page->isBusy(); }, kWaitMs));
        compareWithGolden(opened.window(), QStringLiteral("data"));
    }

    void live() {
        OpenedWindow opened;
        LivePage& page = *opened.window().livePage();
        page.prepare(QStringLiteral("town facts, LoRA"));
        page.onEvents(QStringLiteral("00000001"), eventsOfATraining());
        opened.window().showPage(MainWindow::Live);
        compareWithGolden(opened.window(), QStringLiteral("live"));
    }

    void history() {
        OpenedWindow opened;
        openStoredRuns(opened, threeRuns());
        HistoryPage& page = *opened.window().historyPage();
        RunView view = page.view();
        view.columns = {{.name = "starred"}, {.name = "name"},        {.name = "method"},
                        {.name = "steps"},   {.name = "method.rank"}, {.name = "best_validation_loss"}};
        view.order = {.column = "method.rank"};
        page.setView(view);
        opened.window().showPage(MainWindow::History);
        const auto* shown = page.table()->model();
        const int columns = static_cast<int>(view.columns.size());
        QTRY_VERIFY_WITH_TIMEOUT(shown->rowCount() == 3 && shown->columnCount() == columns, kWaitMs);
        page.select(idsOf(opened, threeRuns()));
        QTRY_VERIFY_WITH_TIMEOUT(!page.chart()->isEmpty(), kWaitMs);
        compareWithGolden(opened.window(), QStringLiteral("history"));
    }

    void compare() {
        OpenedWindow opened;
        openStoredRuns(opened, threeRuns());
        ComparePage& page = *opened.window().comparePage();
        page.setRuns(idsOf(opened, threeRuns()));
        opened.window().showPage(MainWindow::Compare);
        auto* metric = page.findChild<QComboBox*>(QStringLiteral("curve_metric"));
        QTRY_VERIFY_WITH_TIMEOUT(metric->findData(QStringLiteral("loss")) >= 0, kWaitMs);
        metric->setCurrentIndex(metric->findData(QStringLiteral("loss")));
        const auto& curves = page.curves()->chart()->curves();
        QTRY_VERIFY_WITH_TIMEOUT(curves.size() == 3 && curves.front().y.size() > 1, kWaitMs);
        compareWithGolden(opened.window(), QStringLiteral("compare"));
    }

    void study() {
        OpenedWindow opened;
        openRun(opened);
        opened.window().showPage(MainWindow::Study);
        StudyPage& page = *opened.window().studyPage();
        page.findChild<QLineEdit*>(QStringLiteral("study_name"))->setText(QStringLiteral("two methods"));
        QVERIFY(addMethod(page, "ia3"));
        QVERIFY(addMethod(page, "lora"));
        const auto* plan = page.findChild<QTableView*>(QStringLiteral("study_plan"));
        const auto* start = page.findChild<QPushButton*>(QStringLiteral("start_study"));
        QTRY_VERIFY_WITH_TIMEOUT(plan->model()->rowCount() == 2 && start->isEnabled(), kWaitMs);
        compareWithGolden(opened.window(), QStringLiteral("study"));
    }

    void playground() {
        OpenedWindow opened;
        openRun(opened);
        opened.window().showPage(MainWindow::Playground);
        PlaygroundPage& page = *opened.window().playgroundPage();
        page.promptCard()->setPrompt(QStringLiteral("Describe: name = Blue Lantern; kind = inn"));
        compareWithGolden(opened.window(), QStringLiteral("playground"),
                          {page.findChild<QWidget*>(QStringLiteral("playground_model"))});
    }

    void exportOfARun() {
        OpenedWindow opened;
        const auto model = opened.folder() / "model";
        tunebench::test::write_tiny_model(model);
        openStoredRuns(opened, {{.name = "town facts, LoRA", .overrides = {"model.path=" + model.string()}}});
        opened.window().showPage(MainWindow::Export);
        ExportPage& page = *opened.window().exportPage();
        auto* folder = page.findChild<QLineEdit*>(QStringLiteral("export_folder"));
        QTRY_VERIFY_WITH_TIMEOUT(!folder->text().isEmpty(), kWaitMs);
        compareWithGolden(opened.window(), QStringLiteral("export"),
                          {page.findChild<QWidget*>(QStringLiteral("export_choice")), folder});
    }

    void hub() {
        if (!has_hub())
            QSKIP("goldens are made with the hub, this Tunebench was built without");
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Hub);
        compareWithGolden(opened.window(), QStringLiteral("hub"));
    }

    void settings() {
        OpenedWindow opened;
        opened.window().showPage(MainWindow::Settings);
        compareWithGolden(opened.window(), QStringLiteral("settings"),
                          {opened.window().findChild<QWidget*>(QStringLiteral("data_folder"))});
    }
};

WATCHED_TEST_MAIN(GoldenScreenshotsTest)
#include "golden_screenshots_test.moc"
