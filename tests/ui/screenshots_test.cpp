// Pictures of every page, for people to look at: <build>/screenshots/<page>-<theme>[@2x].png at 1100 × 700,
// wide-<page>-… at 1920 × 1080.
// The test itself checks that each was painted in the theme's colours.
#include <fstream>

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "core/run/selection.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/forms/param_form.h"
#include "ui/forms/section_form.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/data_page.h"
#include "ui/pages/export_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/playground/answer_view.h"
#include "ui/pages/playground/prompt_card.h"
#include "ui/pages/playground/token_card.h"
#include "ui/pages/playground_page.h"
#include "ui/pages/setup/card_columns.h"
#include "ui/pages/setup/fit_table_dialog.h"
#include "ui/pages/setup/method_table.h"
#include "ui/pages/setup/precision_panel.h"
#include "ui/pages/setup/sample_files.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"
#include "ui/widgets/path_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 60'000;
constexpr int kSettleMs = 400;  // pictures of charts come at most every 100 ms

QString suffix() {
    return qEnvironmentVariable("QT_SCALE_FACTOR") == QLatin1String("2") ? QStringLiteral("@2x") : QString();
}

void shoot(MainWindow& window, const QString& page) {
    for (const auto& [theme, name] : {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}) {
        applyTheme(*qApp, theme);
        QTest::qWait(kSettleMs);
        const QImage image = window.grab().toImage();
        const QDir folder(QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots"));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        QVERIFY(image.save(
            folder.filePath(QStringLiteral("%1-%2%3.png").arg(page, QLatin1String(name), suffix()))));
        const Colors& colors = theme == ThemeChoice::Dark ? darkColors() : lightColors();
        QCOMPARE(image.pixelColor(4, image.height() / 2).name(), colors.rail.name());
    }
}

/// A dialog by itself, in both themes.
void shootDialog(QWidget& dialog, const QString& name) {
    for (const auto& [theme, theme_name] :
         {std::pair{ThemeChoice::Light, "light"}, {ThemeChoice::Dark, "dark"}}) {
        applyTheme(*qApp, theme);
        QTest::qWait(kSettleMs);
        const QImage image = dialog.grab().toImage();
        const QDir folder(QStringLiteral(TUNEBENCH_BINARY_DIR "/screenshots"));
        QVERIFY(image.save(
            folder.filePath(QStringLiteral("%1-%2%3.png").arg(name, QLatin1String(theme_name), suffix()))));
        QCOMPARE(image.pixelColor(2, 2).name(), dialog.palette().color(QPalette::Window).name());
    }
}

void setName(MainWindow& window, const char* name, double rate, std::int64_t steps) {
    RunConfig config = window.setupPage()->config();
    config.general.name = name;
    config.optimizer.params.set("learning_rate", rate);
    config.budget.epochs = 0;
    config.budget.steps = steps;
    config.evaluation.every = 25;
    window.setupPage()->setConfig(config);
}

void scrollSetup(MainWindow& window, double share) {
    QScrollBar* bar = window.setupPage()->findChild<CardColumns*>()->verticalScrollBar();
    bar->setValue(static_cast<int>(bar->maximum() * share));
}

/// Every link of the forms whose text begins so.
void clickAll(MainWindow& window, const QString& text) {
    for (QAbstractButton* button : window.setupPage()->findChildren<QAbstractButton*>())
        if (button->text().startsWith(text))
            button->click();
}

std::filesystem::path writeFlawedData(const std::filesystem::path& folder) {
    const auto file = folder / "town-answers.jsonl";
    std::ofstream out(file);
    for (int i = 0; i < 400; ++i) {
        const bool isLong = i % 9 == 0;
        out << R"({"prompt": "Describe: name = House )" << i
            << R"(; kind = inn; street = Elm Lane", "completion": ")"
            << (isLong ? std::string(static_cast<std::size_t>(i) + 200, 'x') : "House on Elm Lane.")
            << "\"}\n";
        if (i % 40 == 7)
            out << "{\"prompt\": \"cut in the mid\n";
        if (i % 50 == 3)
            out << R"({"prompt": "Describe: name = House 3; kind = inn; street = Elm Lane", "completion": "House on Elm Lane."})"
                << "\n";
    }
    out << "{\"prompt\": \"caf\xC3\x83\xC2\xA9\", \"completion\": \"a\"}\n";
    out << R"({"prompt": "Describe: name = Old Mill", "completion": ""})"
        << "\n";
    return file;
}

std::filesystem::path writeLabelledData(const std::filesystem::path& folder) {
    const auto file = folder / "reviews.csv";
    std::ofstream out(file);
    out << "text,label\n";
    for (int i = 0; i < 300; ++i)
        out << "The inn number " << i << " was a place to come back to,"
            << (i % 20 == 0  ? "bad"
                : i % 3 == 0 ? "so-so"
                             : "good")
            << "\n";
    return file;
}

void openSample(OpenedWindow& opened) {
    if (findSampleRun())
        opened.window().setupPage()->useSample();
    else
        opened.openTinyRun(300, "town facts, LoRA");
}

}  // namespace

class ScreenshotsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void everyPageIsPainted() {
        OpenedWindow opened({.step_duration = std::chrono::milliseconds(2)});
        MainWindow& window = opened.window();
        QTest::qWait(kSettleMs);
        shoot(window, QStringLiteral("setup-empty"));
        for (const auto& [page, name] : {std::pair{MainWindow::Data, "data-empty"},
                                         {MainWindow::Live, "live-empty"},
                                         {MainWindow::History, "history-empty"},
                                         {MainWindow::Playground, "playground-empty"},
                                         {MainWindow::Export, "export-empty"},
                                         {MainWindow::Settings, "settings"}}) {
            window.showPage(page);
            shoot(window, QLatin1String(name));
        }
        window.showPage(MainWindow::Setup);
        openSample(opened);
        QVERIFY(opened.waitUntilStartable());
        QTest::qWait(2 * kSettleMs);
        shoot(window, QStringLiteral("setup"));
        for (const auto& [share, name] :
             {std::pair{0.4, "setup-middle"}, {0.75, "setup-lower"}, {1.0, "setup-end"}}) {
            scrollSetup(window, share);
            shoot(window, QLatin1String(name));
        }
        scrollSetup(window, 0);
        explained(opened);
        fits(opened);
        data(opened);
        playground(opened);
        everyField(opened);
        badValues(opened);
        runs(opened);
        sixteenBits(opened);
        palette(opened);
        wide(opened);
    }

    void everyPageIsPaintedAtTwiceTheScale() {
        if (!suffix().isEmpty())
            QSKIP("this is the inner process");
        QProcess inner;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
        inner.setProcessEnvironment(environment);
        inner.setProcessChannelMode(QProcess::ForwardedChannels);
        inner.start(QCoreApplication::applicationFilePath(), {QStringLiteral("everyPageIsPainted")});
        QVERIFY(inner.waitForFinished(4 * kWaitMs));
        QCOMPARE(inner.exitCode(), 0);
    }

private:
    /// Forms with everything that "More" holds, of another method and optimizer than the sample's.
    void everyField(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        const RunConfig good = window.setupPage()->config();
        RunConfig other = good;
        other.method = *make_selection("method", "prefix", {});
        other.method.params.set("convention", "adapterhub");
        other.method.params.set("prefix_projection", true);
        other.optimizer = *make_selection("optimizer", "adafactor", {});
        other.regularization.label_smoothing = 0.1;
        window.setupPage()->setConfig(other);
        for (int depth = 0; depth < 2; ++depth)
            clickAll(window, QStringLiteral("More: "));
        QTest::qWait(2 * kSettleMs);
        for (const auto& [share, name] : {std::pair{0.0, "setup-all-1"},
                                          {0.22, "setup-all-2"},
                                          {0.4, "setup-all-3"},
                                          {0.6, "setup-all-4"},
                                          {0.8, "setup-all-5"},
                                          {1.0, "setup-all-6"}}) {
            scrollSetup(window, share);
            shoot(window, QLatin1String(name));
        }
        window.setupPage()->setConfig(good);
        clickAll(window, QStringLiteral("Less"));
        scrollSetup(window, 0);
    }

    /// Three columns with answers of the fake engine, a token that is pointed at, and a chat.
    void playground(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        window.showPage(MainWindow::Playground);
        auto& page = *window.playgroundPage();
        for (const char* name : {"town-lora", "town-houlsby"}) {
            const auto folder = opened.folder() / name;
            std::filesystem::create_directories(folder);
            page.addAdapter(folder);
        }
        page.promptCard()->setPrompt(
            QStringLiteral("Describe: name = Blue Lantern; kind = inn; street = Elm Lane; prices = low"));
        const auto answer = [&] {
            page.generate();
            QVERIFY(QTest::qWaitFor([&] { return !page.isAnswering(); }, kWaitMs));
        };
        answer();
        auto* view = page.answers()->columns().front()->view();
        QTest::mouseMove(view->viewport(), view->tokenRect(5).center());
        QTRY_VERIFY(!page.tokenCard()->bars()->rows().empty());
        shoot(window, QStringLiteral("playground"));
        window.findChild<QTabBar*>(QStringLiteral("playground_mode"))->setCurrentIndex(1);
        page.promptCard()->setPrompt(QStringLiteral("Where can one stay in Marrowby?"));
        answer();
        page.promptCard()->setPrompt(QStringLiteral("And what does it cost?"));
        answer();
        shoot(window, QStringLiteral("playground-chat"));
        window.findChild<QTabBar*>(QStringLiteral("playground_mode"))->setCurrentIndex(0);
        window.showPage(MainWindow::Setup);
    }

    /// A field explained, the methods compared, and what an earlier run is changed in.
    void explained(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        const RunConfig good = window.setupPage()->config();
        window.setupPage()->startFromRun(good, QStringLiteral("town facts, LoRA (24 Nov 10:12)"));
        RunConfig changed = good;
        changed.method.params.set("rank", 8);
        auto* method = window.setupPage()->findChild<SectionForm*>(QStringLiteral("method"));
        method->setParams(section_params(changed, "method"));
        method->form()->explain(method->form()->field(QStringLiteral("rank")));
        auto* table = window.setupPage()->findChild<MethodTable*>();
        table->setOpen(true);
        QTest::qWait(2 * kSettleMs);
        QVERIFY(click(window, "step_method"));
        QTest::qWait(3 * kSettleMs);
        shoot(window, QStringLiteral("setup-methods"));
        table->setOpen(false);
        window.setupPage()->setConfig(good);
        scrollSetup(window, 0);
    }

    /// What fits where, on a machine of 256 MiB.
    void fits(OpenedWindow& opened) {
        SetupPage* page = opened.window().setupPage();
        QVERIFY(opened.waitUntilStartable());
        QVERIFY(click(*page, "what_fits_where"));
        auto* dialog = page->findChild<FitTableDialog*>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isFilled(), kWaitMs);
        dialog->findChild<QLineEdit*>(QStringLiteral("fit_size"))->setText(QStringLiteral("256 MiB"));
        shootDialog(*dialog, QStringLiteral("setup-fits"));
        dialog->close();
    }

    /// The data page with the sample's data, with data that has every flaw, and with labels.
    void data(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        const RunConfig good = window.setupPage()->config();
        shootData(window, QStringLiteral("data"));
        shootData(window, QStringLiteral("data-rows"), 1.0);
        RunConfig flawed = good;
        flawed.data.train = {writeFlawedData(opened.folder()).string()};
        flawed.data.max_length = 96;
        window.setupPage()->setConfig(flawed);
        shootData(window, QStringLiteral("data-flawed"));
        shootData(window, QStringLiteral("data-flawed-rows"), 1.0);
        RunConfig labelled = good;
        labelled.model.task = Task::Classification;
        labelled.data.train = {writeLabelledData(opened.folder()).string()};
        labelled.data.validation.clear();
        window.setupPage()->setConfig(labelled);
        shootData(window, QStringLiteral("data-labels"));
        window.showPage(MainWindow::Setup);
        window.setupPage()->setConfig(good);
    }

    void shootData(MainWindow& window, const QString& name, double scrolled = 0.0) {
        window.showPage(MainWindow::Data);
        QVERIFY(QTest::qWaitFor([&] { return !window.dataPage()->isBusy(); }, kWaitMs));
        QTest::qWait(2 * kSettleMs);
        QScrollBar* bar = window.dataPage()->findChild<QScrollArea*>()->verticalScrollBar();
        bar->setValue(static_cast<int>(bar->maximum() * scrolled));
        shoot(window, name);
    }

    void badValues(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        const RunConfig good = window.setupPage()->config();
        auto* rate =
            window.setupPage()->findChild<QWidget*>(QStringLiteral("learning_rate"))->findChild<QLineEdit*>();
        rate->setText(QStringLiteral("-1"));
        window.setupPage()
            ->findChild<PathEdit*>(QStringLiteral("path"))
            ->setPath(QStringLiteral("/no/such/model"));
        QTest::qWait(3 * kSettleMs);
        window.setupPage()->reveal(QStringLiteral("optimizer.learning_rate"));
        QTest::qWait(kSettleMs);
        shoot(window, QStringLiteral("setup-blocked"));
        window.setupPage()->setConfig(good);
        scrollSetup(window, 0);
    }

    void runs(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        setName(window, "town facts, rank 16", 2e-4, 3000);
        QVERIFY(opened.startAndWaitForPoints(300));
        shoot(window, QStringLiteral("live"));
        auto* tabs = window.livePage()->findChild<QTabBar*>(QStringLiteral("live_tabs"));
        tabs->setCurrentIndex(2);
        QTRY_VERIFY_WITH_TIMEOUT(window.livePage()->state().others.contains("process_cpu_share"), kWaitMs);
        shoot(window, QStringLiteral("live-machine"));
        tabs->setCurrentIndex(0);
        QVERIFY(opened.waitUntilFinished());
        QTest::qWait(kSettleMs);
        shoot(window, QStringLiteral("live-finished"));
        for (const auto& [name, rate] :
             {std::pair{"town facts, higher rate", 1e-3}, {"town facts, lower rate", 5e-5}}) {
            window.showPage(MainWindow::Setup);
            setName(window, name, rate, 300);
            QVERIFY(opened.startAndWaitForPoints(5));
            QVERIFY(opened.waitUntilFinished());
        }
        window.showPage(MainWindow::History);
        QTRY_COMPARE_WITH_TIMEOUT(window.historyPage()->table()->model()->rowCount(), 3, kWaitMs);
        QTest::qWait(600);
        window.historyPage()->table()->selectAll();
        QTest::qWait(2 * kSettleMs);
        shoot(window, QStringLiteral("history"));
        historyStates(window);
        window.historyPage()->table()->clearSelection();
        window.historyPage()->table()->selectRow(0);
        QTRY_VERIFY(window.findChild<QAbstractButton*>(QStringLiteral("export_selected"))->isEnabled());
        QVERIFY(click(window, "export_selected"));
        shoot(window, QStringLiteral("export"));
        QVERIFY(click(window, "export"));
        auto* files = window.findChild<QWidget*>(QStringLiteral("export_files"));
        QVERIFY(QTest::qWaitFor([&] { return files->isVisible(); }, kWaitMs));
        shoot(window, QStringLiteral("export-done"));
    }

    /// Groups beside pinned columns, and everything about one run.
    void historyStates(MainWindow& window) {
        HistoryPage* page = window.historyPage();
        const RunView plain = page->view();
        RunView grouped = plain;
        grouped.order.group_by = {"method"};
        for (RunViewColumn& column : grouped.columns)
            column.is_pinned = column.name == "starred" || column.name == "name";
        page->setView(grouped);
        QTest::qWait(kSettleMs);
        shoot(window, QStringLiteral("history-groups"));
        page->setView(plain);
        page->table()->clearSelection();
        page->table()->selectRow(0);
        auto* tabs = page->findChild<QTabBar*>(QStringLiteral("history_tabs"));
        tabs->setCurrentIndex(1);
        QTest::qWait(2 * kSettleMs);
        shoot(window, QStringLiteral("history-details"));
        const auto* memory = page->findChild<QWidget*>(QStringLiteral("step_memory"));
        QTRY_VERIFY_WITH_TIMEOUT(memory->isVisible(), kWaitMs);
        auto* details = page->findChild<QScrollArea*>(QStringLiteral("run_details"));
        details->verticalScrollBar()->setValue(memory->y());
        shoot(window, QStringLiteral("history-memory"));
        tabs->setCurrentIndex(0);
    }

    /// Number types compared and measured, and a run in one of them.
    void sixteenBits(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        window.showPage(MainWindow::Setup);
        const RunConfig good = window.setupPage()->config();
        RunConfig config = good;
        config.precision.compute = NumberType::Fp16;
        window.setupPage()->setConfig(config);
        setName(window, "town facts, fp16", 2e-4, 1000);
        auto* panel = window.setupPage()->findChild<PrecisionPanel*>();
        QVERIFY(panel->isOpen());
        QVERIFY(click(*panel, "measure_speed"));
        auto* speed = panel->findChild<QLabel*>(QStringLiteral("speed_fp16"));
        QTRY_VERIFY_WITH_TIMEOUT(speed->text().contains(QStringLiteral("GFLOP/s")), kWaitMs);
        QTest::qWait(kSettleMs);
        window.setupPage()->findChild<CardColumns*>()->ensureWidgetVisible(panel, 0, 100);
        shoot(window, QStringLiteral("setup-precision"));
        QVERIFY(opened.startAndWaitForPoints(100));
        QVERIFY(click(window, "pause"));  // then the page shows all that there is
        QTRY_VERIFY_WITH_TIMEOUT(window.livePage()->state().isPaused(), kWaitMs);
        shoot(window, QStringLiteral("live-16-bit"));
        QVERIFY(click(window, "pause"));
        QVERIFY(opened.waitUntilFinished());
        window.setupPage()->setConfig(good);
        scrollSetup(window, 0);
    }

    /// The command palette as it opens, and with something typed.
    void palette(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        CommandPalette& palette = *window.commandPalette();
        palette.toggle();
        QTest::qWait(kSettleMs);
        shoot(window, QStringLiteral("palette"));
        QTest::keyClicks(palette.line(), QStringLiteral("rate"));
        shoot(window, QStringLiteral("palette-found"));
        palette.line()->selectAll();
        QTest::keyClicks(palette.line(), QStringLiteral("zzqx"));
        shoot(window, QStringLiteral("palette-nothing"));
        palette.toggle();
    }

    /// Every page on a large screen.
    void wide(OpenedWindow& opened) {
        MainWindow& window = opened.window();
        const QSize before = window.size();
        window.resize(1920, 1080);
        window.historyPage()->table()->selectAll();
        window.comparePage()->setRuns(window.historyPage()->selectedIds());
        window.showPage(MainWindow::Compare);
        QTRY_VERIFY_WITH_TIMEOUT(window.comparePage()->comparison() != nullptr, kWaitMs);
        for (const auto& [page, name] : {std::pair{MainWindow::Setup, "setup"},
                                         {MainWindow::Data, "data"},
                                         {MainWindow::Live, "live"},
                                         {MainWindow::History, "history"},
                                         {MainWindow::Compare, "compare"},
                                         {MainWindow::Study, "study"},
                                         {MainWindow::Playground, "playground"},
                                         {MainWindow::Export, "export"},
                                         {MainWindow::Hub, "hub"},
                                         {MainWindow::Settings, "settings"}}) {
            window.showPage(page);
            shoot(window, QStringLiteral("wide-") + QLatin1String(name));
        }
        window.resize(before);
    }
};

WATCHED_TEST_MAIN(ScreenshotsTest)
#include "screenshots_test.moc"
