// Every button and gesture of the live page, with real events, the real window and the fake engine.
#include "ui/pages/live_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>
#include <QTimer>

#include "tests/support/fixtures.h"
#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/live/adjust_dialog.h"
#include "ui/pages/live/chart_bar.h"
#include "ui/pages/live/live_charts.h"
#include "ui/pages/live/machine_view.h"
#include "ui/pages/live/run_header.h"
#include "ui/pages/live/run_texts.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/status_line.h"
#include "ui/theme/theme.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;
constexpr auto kSlowStep = std::chrono::milliseconds(4);
constexpr std::int64_t kLong = 1'000'000;

/// A window in which a run with two prompts trains.
struct Training {
    OpenedWindow opened{tunebench::test::FakeEngineOptions{.step_duration = kSlowStep}};
    LivePage& live() { return *opened.window().livePage(); }

    /// `every`: steps between evaluations and samples; 0: none by itself.
    explicit Training(std::int64_t every = 10) {
        opened.openTinyRun(kLong);
        RunConfig config = opened.window().setupPage()->config();
        config.evaluation.samples = {"Say 1: ", "Say 2: "};
        config.evaluation.every = every;
        config.checkpoints.every = 0;
        opened.window().setupPage()->setConfig(config);
        isOn = opened.startAndWaitForPoints(12);
    }

    ~Training() {
        live().header()->stop();
        static_cast<void>(opened.waitUntilFinished());
    }

    template <class Reached>
    bool waitFor(Reached reached) const {
        return QTest::qWaitFor(reached, kWaitMs);
    }

    bool hasLogged(const QString& text) {
        const auto& log = live().state().log;
        return std::any_of(log.begin(), log.end(),
                           [&](const LogLine& line) { return line.text.contains(text); });
    }

    bool choose(const char* action) { return choose("more", action); }
    bool chooseAxes(const char* action) { return choose("axes", action); }

    /// Opens the button's menu with the mouse and chooses in it with a key.
    bool choose(const char* button, const char* action) {
        if (!click(live(), button))
            return false;
        auto* chosen = live().findChild<QAction*>(QString::fromLatin1(action));
        auto* menu = chosen != nullptr ? qobject_cast<QMenu*>(chosen->parent()) : nullptr;
        if (menu == nullptr || !QTest::qWaitFor([menu] { return menu->isVisible(); }))
            return false;
        menu->setActiveAction(chosen);
        QTest::keyClick(menu, Qt::Key_Return);
        return true;
    }

    bool isOn = false;
};

/// "1,234" of the label that says "Step 1,234 of 3,000"; empty when none does.
QString stepIn(const QList<const QLabel*>& labels) {
    static const QRegularExpression step(QStringLiteral("[Ss]tep ([0-9,]+)"));
    for (const QLabel* label : labels)
        if (const auto found = step.match(label->text()); found.hasMatch())
            return found.captured(1);
    return {};
}

void retype(QWidget& field, const QString& text) {
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&field, text);
}

/// Types into the dialog as soon as it is there, and answers it.
void answerAdjustment(const QString& rate, const QString& every) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, rate, every] {
        auto* dialog = qobject_cast<AdjustDialog*>(QApplication::activeModalWidget());
        if (dialog == nullptr || !dialog->isVisible())
            return;
        timer->stop();
        timer->deleteLater();
        auto* apply = dialog->findChild<QAbstractButton*>(QStringLiteral("adjust_apply"));
        QVERIFY(!apply->isEnabled());  // nothing differs yet
        retype(*dialog->findChild<QWidget*>(QStringLiteral("adjust_rate")), rate);
        retype(*dialog->findChild<QWidget*>(QStringLiteral("adjust_every")), every);
        QVERIFY(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
    });
    timer->start(50);
}

}  // namespace

class LivePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void savesSamplesAndEvaluatesWhenAsked() {
        Training run(0);
        QVERIFY(run.isOn);
        QVERIFY(run.live().state().validation_loss.isEmpty());
        QVERIFY(run.choose("save_now"));
        QVERIFY(run.waitFor([&] { return run.hasLogged(QStringLiteral("Saved step-")); }));
        QVERIFY(run.choose("evaluate_now"));
        QVERIFY(run.waitFor([&] { return run.live().state().validation_loss.steps.size() == 1; }));
        const std::size_t samples = run.live().state().samples.size();
        QVERIFY(run.choose("sample_now"));
        QVERIFY(run.waitFor([&] { return run.live().state().samples.size() > samples; }));
    }

    void pausesAndReleasesMemoryAndGoesOn() {
        Training run;
        QVERIFY(run.isOn);
        QVERIFY(run.choose("pause_release"));
        QVERIFY(run.waitFor([&] { return run.live().state().isPaused(); }));
        const std::size_t steps = run.live().state().loss.steps.size();
        QVERIFY(click(run.opened.window(), "pause"));  // it says Resume now
        QVERIFY(run.waitFor([&] { return run.live().state().loss.steps.size() > steps + 3; }));
    }

    void settingsAreChangedWhileItTrains() {
        Training run;
        QVERIFY(run.isOn);
        const double before = run.live().state().learning_rate.values.back();
        answerAdjustment(QStringLiteral("0.00005"), QStringLiteral("7"));
        QVERIFY(run.choose("adjust"));
        QVERIFY(run.waitFor([&] { return run.live().state().evaluation_every_set == std::int64_t{7}; }));
        QCOMPARE(*run.live().state().learning_rate_set, 0.00005);
        QVERIFY(run.waitFor([&] { return run.live().state().learning_rate.values.back() < 0.9 * before; }));
        QVERIFY(run.hasLogged(QStringLiteral("Changed: learning rate 5e-5")));
        const auto begin = run.live().state().last_step->step;
        QVERIFY(run.waitFor([&] { return run.live().state().last_step->step > begin + 20; }));
        const auto& steps = run.live().state().validation_loss.steps;
        QCOMPARE(steps.back() - steps[steps.size() - 2], 7.0);
    }

    void aBadSettingIsExplainedAndCannotBeApplied() {
        AdjustDialog dialog({.learningRate = 2e-4, .evaluationEvery = 50});
        dialog.show();
        auto* rate = dialog.findChild<QWidget*>(QStringLiteral("adjust_rate"));
        retype(*rate, QStringLiteral("-1"));
        QVERIFY(!dialog.command());
        QVERIFY(!dialog.findChild<QAbstractButton*>(QStringLiteral("adjust_apply"))->isEnabled());
        const auto labels = dialog.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->text().contains(QStringLiteral("more than 0"));
        }));
        retype(*rate, QStringLiteral("1e-3"));
        QVERIFY(dialog.command());
        QCOMPARE(*dialog.command()->learning_rate, 1e-3);
        QVERIFY(!dialog.command()->evaluation_every);
    }

    void whatRunsAlongIsChosenAndKept() {
        Training run;
        QVERIFY(run.isOn);
        LineChart* loss = run.live().charts()->lossChart();
        for (const auto& [action, unit] :
             {std::pair{"places_1", "epoch"}, {"places_2", "tokens"}, {"places_3", " s"}}) {
            QVERIFY(run.chooseAxes(action));
            QTest::keyClick(loss, Qt::Key_Left);  // the cursor, at the right
            QVERIFY2(loss->accessibleDescription().contains(QLatin1String(unit)),
                     qPrintable(loss->accessibleDescription()));
        }
        QVERIFY(run.live().charts()->bar()->placeKind() == PlaceKind::Time);
        run.live().header()->stop();
        QVERIFY(run.opened.waitUntilFinished());
        run.opened.reopen();
        QVERIFY(run.opened.window().livePage()->charts()->bar()->placeKind() == PlaceKind::Time);
        run.opened.openTinyRun(20);
        QVERIFY(run.opened.startAndWaitForPoints(1));
    }

    void axesAreLogarithmicWhenAsked() {
        Training run;
        QVERIFY(run.isOn);
        LineChart* loss = run.live().charts()->lossChart();
        QVERIFY(run.chooseAxes("log_places"));
        // The evaluation before the first step has no place there.
        QVERIFY(run.waitFor([&] { return !loss->isEmpty() && loss->drawnPoints() > 0; }));
        QVERIFY(run.chooseAxes("log_values"));
        QVERIFY(run.live().charts()->bar()->isLogarithmic());
        QVERIFY(run.live().charts()->bar()->hasLogarithmicPlaces());
        QTRY_VERIFY(loss->drawnPoints() > 0);
    }

    void aZoomIsUndoneByItsButtonWhereverItWasMade() {
        Training run;
        QVERIFY(run.isOn);
        auto* undo = run.live().findChild<QAbstractButton*>(QStringLiteral("undo_zoom"));
        QVERIFY(!undo->isEnabled());
        const auto charts = run.live().charts()->charts();
        for (LineChart* chart : {charts[0], charts[2]}) {
            chart->setFocus();
            QTest::keyClick(chart, Qt::Key_Plus);
        }
        QVERIFY(!charts[1]->isFollowing());  // they are linked
        QVERIFY(click(run.live(), "undo_zoom"));
        QVERIFY(!charts[1]->isFollowing());
        QVERIFY(click(run.live(), "undo_zoom"));
        for (const LineChart* chart : charts)
            QVERIFY(chart->isFollowing());
        QVERIFY(!undo->isEnabled());
    }

    void smoothingIsSetWithItsFormulaInWords() {
        Training run;
        QVERIFY(run.isOn);
        auto* slider = run.live().charts()->findChild<QSlider*>();
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(run.live().charts()->smoothing(), 0.999);
        const auto labels = run.live().charts()->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->toolTip().contains(QStringLiteral("s / (1−wⁿ)"));
        }));
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(run.live().charts()->smoothing(), 0.0);
    }

    void samplesAreShownPromptByPrompt() {
        Training run;
        QVERIFY(run.isOn);
        auto* prompts = run.live().findChild<QComboBox*>(QStringLiteral("sample_prompt"));
        QVERIFY(run.waitFor([&] { return prompts->isVisible() && prompts->count() == 3; }));
        const auto* answers = run.live().findChild<SamplesView*>();
        QVERIFY(answers->toPlainText().contains(QStringLiteral("Say 1:")));
        QVERIFY(answers->toPlainText().contains(QStringLiteral("Say 2:")));
        prompts->setFocus();
        QTest::keyClick(prompts, Qt::Key_Down);
        QVERIFY(!answers->toPlainText().contains(QStringLiteral("Say")));
        QVERIFY(answers->toPlainText().contains(QStringLiteral("answer after 10 steps")));
        QTest::keyClick(prompts, Qt::Key_Up);
        QVERIFY(answers->toPlainText().contains(QStringLiteral("Say 2:")));
    }

    void theMachineIsWatchedWhileItTrains() {
        Training run;
        QVERIFY(run.isOn);
        auto* tabs = run.live().findChild<QTabBar*>(QStringLiteral("live_tabs"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        QVERIFY(run.live().machine()->isVisible());
        QVERIFY(run.waitFor([&] { return run.live().state().others.contains("process_cpu_share"); }));
        const auto charts = run.live().machine()->charts();
        QTRY_VERIFY(charts[0]->accessibleDescription().contains(QStringLiteral("%")));
        QTRY_VERIFY(charts[1]->accessibleDescription().contains(QStringLiteral("iB")));
        QTRY_VERIFY(charts[0]->drawnPoints() > 0);
    }

    void theStatusLineIsAtTheSameStepAsThePage() {
        Training run;
        QVERIFY(run.isOn);
        const auto* status = run.opened.window().findChild<StatusLine*>();
        QStringList ofStatus, ofPage;
        QObject watching;  // as long as the lists are there
        connect(&run.live(), &LivePage::refreshed, &watching, [&] {
            ofStatus << stepIn({status});
            ofPage << stepIn(run.live().header()->findChildren<const QLabel*>());
        });
        QVERIFY(run.waitFor([&] { return ofPage.size() > 3; }));
        QVERIFY(!ofPage.back().isEmpty());
        QCOMPARE(ofStatus, ofPage);
        ofStatus.clear();
        run.opened.window().showPage(MainWindow::Data);
        QVERIFY(run.waitFor([&] { return ofStatus.size() > 1; }));  // though nobody sees the page
    }

    void anyOtherMetricCanBeLookedAt() {
        MachineView view;
        view.resize(300, 500);
        view.show();
        RunState state;
        state.apply(MetricsMeasured{.step = 1, .values = {{"bleu", 0.5}, {"rouge", 0.25}}});
        view.showState(state, PlaceKind::Step);
        auto* metrics = view.findChild<QComboBox*>(QStringLiteral("other_metric"));
        QCOMPARE(metrics->count(), 2);
        connect(&view, &MachineView::otherChosen, this, [&] { view.showState(state, PlaceKind::Step); });
        metrics->setFocus();
        QTest::keyClick(metrics, Qt::Key_Down);
        const LineChart* chart = view.charts()[2];
        QTRY_VERIFY2(chart->accessibleDescription().contains(QStringLiteral("rouge: 1 points, last 0.25")),
                     qPrintable(chart->accessibleDescription()));
    }

    void aGpuStandsBesideTheMachineWhereThereIsOne() {
        constexpr double kMiB = 1024.0 * 1024.0;
        MachineView view;
        view.resize(300, 500);
        view.show();
        RunState state;
        state.apply(MetricsMeasured{
            .step = 1, .values = {{"process_cpu_share", 0.5}, {"process_memory_bytes", 100 * kMiB}}});
        view.showState(state, PlaceKind::Step);
        const LineChart* processors = view.charts()[0];
        QTRY_VERIFY(processors->accessibleDescription().contains(QStringLiteral("50")));
        QVERIFY(!processors->accessibleDescription().contains(QStringLiteral("GPU")));
        state.apply(MetricsMeasured{.step = 2,
                                    .values = {{"process_cpu_share", 0.5},
                                               {"process_memory_bytes", 100 * kMiB},
                                               {"gpu_share", 0.75},
                                               {"gpu_memory_bytes", 300 * kMiB},
                                               {"gpu_temperature_celsius", 61.0},
                                               {"gpu_power_watts", 320.0}}});
        view.showState(state, PlaceKind::Step);
        QTRY_VERIFY2(processors->accessibleDescription().contains(QStringLiteral("GPU")),
                     qPrintable(processors->accessibleDescription()));
        QTRY_VERIFY2(view.charts()[1]->accessibleDescription().contains(QStringLiteral("300")),
                     qPrintable(view.charts()[1]->accessibleDescription()));
        const auto* metrics = view.findChild<QComboBox*>(QStringLiteral("other_metric"));
        QCOMPARE(metrics->count(), 2);  // those that have no chart of their own
        QVERIFY(metrics->findText(QStringLiteral("Temperature of the GPU (°C)")) >= 0);
        QVERIFY(metrics->findText(QStringLiteral("Power of the GPU (W)")) >= 0);
    }

    void memoryIsInTheUnitThatSuitsIt() {
        constexpr double kMiB = 1024.0 * 1024.0;
        MachineView view;
        view.resize(300, 500);
        view.show();
        RunState state;
        connect(&view, &MachineView::otherChosen, this, [&] { view.showState(state, PlaceKind::Step); });
        state.apply(MetricsMeasured{.step = 1,
                                    .values = {{"process_memory_bytes", 100 * kMiB},
                                               {"machine_memory_bytes", 600 * kMiB},
                                               {"memory_bytes", 1.5 * kMiB}}});
        view.showState(state, PlaceKind::Step);
        const auto* metrics = view.findChild<QComboBox*>(QStringLiteral("other_metric"));
        QCOMPARE(view.charts()[1]->chartTitle(), QStringLiteral("Memory of the machine (MiB)"));
        QCOMPARE(metrics->currentText(), QStringLiteral("Tensors at a step's end (MiB)"));
        state.apply(MetricsMeasured{
            .step = 2, .values = {{"machine_memory_bytes", 4096 * kMiB}, {"memory_bytes", 3 * kMiB}}});
        view.showState(state, PlaceKind::Step);
        QCOMPARE(view.charts()[1]->chartTitle(), QStringLiteral("Memory of the machine (GiB)"));
        QTRY_VERIFY2(
            view.charts()[2]->accessibleDescription().contains(QStringLiteral("2 points, last 3.00 MiB")),
            qPrintable(view.charts()[2]->accessibleDescription()));
    }

    void everythingThatCanBeUsedHasAName() {
        Training run;
        QVERIFY(run.isOn);
        for (const QWidget* widget : run.live().findChildren<QWidget*>()) {
            const bool isUsed = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                !widget->inherits("QScrollBar") && !widget->inherits("QSplitterHandle");
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool hasText = button != nullptr && !button->text().isEmpty();
            const bool isPartOfAnother = widget->parentWidget()->inherits("QComboBox") ||
                                         widget->parentWidget()->inherits("QAbstractScrollArea");
            if (isUsed && !isPartOfAnother)
                QVERIFY2(hasText || !widget->accessibleName().isEmpty(),
                         qPrintable(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                                    widget->objectName()));
        }
    }
};

WATCHED_TEST_MAIN(LivePageTest)
#include "live_page_test.moc"
