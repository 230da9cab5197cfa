// What the live page draws of a run that computes in 16 bits, and that it draws nothing of it for others.
#include "ui/pages/live/live_charts.h"

#include <cmath>

#include <QAbstractButton>
#include <QBuffer>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "tests/ui/support/opened_window.h"
#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/history_page.h"
#include "ui/pages/live/chart_bar.h"
#include "ui/pages/live/gradient_range.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/combo_edit.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::click;
using ui::test::OpenedWindow;

namespace {

constexpr int kWaitMs = 30'000;
constexpr std::int64_t kLong = 1'000'000;

StepDone stepInSixteenBits(std::int64_t number, std::int64_t skipped) {
    return {.step = number,
            .loss = 1.0,
            .loss_scale = 65536.0,
            .gradient_underflow = 0.024,
            .gradient_overflow = 0.0,
            .skipped_steps = skipped};
}

QByteArray dataOf(const LineChart& chart) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    chart.writeCsv(buffer);
    return buffer.data();
}

QString words(const LiveCharts& charts) {
    return charts.findChild<QLabel*>(QStringLiteral("gradient_range"))->text();
}

void computeIn(OpenedWindow& opened, NumberType type) {
    RunConfig config = opened.window().setupPage()->config();
    config.precision.compute = type;
    opened.window().setupPage()->setConfig(config);
    QCOMPARE(opened.window().setupPage()->config().precision.compute, type);
}

void historyOffersTheMetrics(HistoryPage& history) {
    history.table()->selectRow(0);
    const auto* metric = history.findChild<ComboEdit*>(QStringLiteral("metric"));
    for (const char* name : {"loss_scale", "gradient_underflow", "gradient_overflow", "skipped_steps"})
        QTRY_VERIFY2(metric->findData(QString::fromLatin1(name)) >= 0, name);
}

}  // namespace

class LiveChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void gradientsIn16BitsHaveACardAndOthersHaveNone() {
        LiveCharts charts;
        charts.resize(700, 500);
        charts.show();
        RunState state;
        state.apply(StepDone{.step = 1, .loss = 1.0});
        charts.showState(state);
        QVERIFY(!charts.gradientRange()->isVisible());
        state.apply(stepInSixteenBits(2, 0));
        charts.showState(state);
        QVERIFY(charts.gradientRange()->isVisible());
        charts.showState({});
        QVERIFY(!charts.gradientRange()->isVisible());
    }

    void sharesAndScaleAreDrawnAndReadOut() {
        LiveCharts charts;
        charts.resize(700, 500);
        charts.show();
        RunState state;
        state.apply(stepInSixteenBits(1, 0));
        state.apply(stepInSixteenBits(2, 0));
        charts.showState(state);
        const auto drawn = charts.gradientRange()->charts();
        QCOMPARE(drawn.size(), std::size_t{2});
        QTRY_VERIFY(drawn[0]->accessibleDescription().contains(QStringLiteral("2.40 %")));
        QVERIFY(drawn[0]->accessibleDescription().contains(QStringLiteral("overflow")));
        QCOMPARE(drawn[0]->accessibleName(), QStringLiteral("Gradients in 16 bits (%)"));
        QTRY_VERIFY(drawn[1]->accessibleDescription().contains(QLocale().toString(65536)));
        for (const LineChart* chart : drawn)
            QTRY_VERIFY(chart->drawnPoints() > 0);
    }

    void memoryIsInAUnitThatFitsIt() {
        LiveCharts charts;
        charts.resize(700, 500);
        charts.show();
        constexpr std::uint64_t kMiB = 1024 * 1024;
        RunState state;
        state.apply(
            StepDone{.step = 1, .loss = 1.0, .memory_bytes = 2 * kMiB, .memory_peak_bytes = 3 * kMiB});
        charts.showState(state);
        LineChart& memory = *charts.memoryChart();
        QCOMPARE(memory.chartTitle(), QStringLiteral("Memory (MiB)"));
        QTRY_VERIFY2(memory.accessibleDescription().contains(QStringLiteral("last 3.00 MiB")),
                     qPrintable(memory.accessibleDescription()));
        QCOMPARE(dataOf(memory), QByteArray("step,Memory (MiB)\r\n1,3\r\n"));
        state.apply(
            StepDone{.step = 2, .loss = 1.0, .memory_bytes = kMiB, .memory_peak_bytes = 1024 * 2 * kMiB});
        charts.showState(state);
        QCOMPARE(memory.chartTitle(), QStringLiteral("Memory (GiB)"));
        QTRY_VERIFY(memory.accessibleDescription().contains(QStringLiteral("last 2.00 GiB")));
        QVERIFY(dataOf(memory).endsWith("2,2\r\n"));
    }

    void aZoomStaysWhateverRunsAlong() {
        LiveCharts charts;
        charts.resize(700, 500);
        charts.show();
        RunState state;
        for (std::int64_t step = 1; step <= 100; ++step)
            state.apply(StepDone{.step = step, .loss = 1.0, .tokens = 50 * step});
        charts.showState(state);
        connect(&charts, &LiveCharts::placesChanged, this, [&] { charts.showState(state); });
        LineChart* loss = charts.lossChart();
        QSignalSpy moved(loss, &LineChart::rangeMoved);
        QTest::keyClick(loss, Qt::Key_Plus);
        QCOMPARE(moved.count(), 1);
        const double low = moved.last()[0].toDouble();
        const double width = moved.last()[1].toDouble() - low;
        charts.bar()->setPlaceKind(PlaceKind::Tokens);
        for (const LineChart* chart : charts.charts())
            QVERIFY(!chart->isFollowing());
        QTest::keyClick(loss, Qt::Key_Right, Qt::ShiftModifier);  // by a tenth of what is seen
        QCOMPARE(moved.count(), 2);
        QVERIFY(std::abs(moved.last()[0].toDouble() - 50 * (low + 0.1 * width)) < 1e-6 * width);
        auto* undo = charts.findChild<QAbstractButton*>(QStringLiteral("undo_zoom"));
        QVERIFY(undo->isEnabled());
        charts.bar()->setPlaceKind(PlaceKind::Step);
        undo->click();
        QVERIFY(std::abs(moved.last()[0].toDouble() - low) < 1e-6 * width);
        undo->click();
        QVERIFY(loss->isFollowing());
        QVERIFY(!undo->isEnabled());
    }

    void skippedStepsAreCountedInWords() {
        RunState state;
        state.apply(stepInSixteenBits(1, 0));
        QVERIFY(gradientRangeText(state).startsWith(QStringLiteral("No step was skipped")));
        state.apply(stepInSixteenBits(2, 1));
        QVERIFY(gradientRangeText(state).startsWith(QStringLiteral("1 step was skipped")));
        state.apply(stepInSixteenBits(3, 2));
        QVERIFY(gradientRangeText(state).startsWith(QStringLiteral("2 steps were skipped")));
        QVERIFY(gradientRangeText(state).contains(QStringLiteral("loss scale helps, or bf16")));
    }

    void aRunInFp16ShowsItsGradientsAlsoAfterItWasResumed() {
        OpenedWindow opened({.step_duration = std::chrono::milliseconds(4)});
        opened.openTinyRun(kLong);
        computeIn(opened, NumberType::Fp16);
        QVERIFY(opened.startAndWaitForPoints(5));
        const LivePage& live = *opened.window().livePage();
        QTRY_VERIFY_WITH_TIMEOUT(live.charts()->gradientRange()->isVisible(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(words(*live.charts()).startsWith(QStringLiteral("1 step was skipped")),
                                 kWaitMs);
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
        const auto stopped = live.state().finished->step;
        HistoryPage* history = opened.window().historyPage();
        opened.window().showPage(MainWindow::History);
        QVERIFY(QTest::qWaitFor(
            [&] {
                history->reload();
                return history->table()->model()->rowCount() == 1;
            },
            kWaitMs));
        history->table()->selectRow(0);
        QVERIFY(click(opened.window(), "resume_run"));
        QVERIFY(QTest::qWaitFor(
            [&] { return live.state().last_step && live.state().last_step->step > stopped; }, kWaitMs));
        QTRY_COMPARE_WITH_TIMEOUT(live.state().loss_scale.values.front(), 65536.0,
                                  kWaitMs);  // read from disk
        QCOMPARE(live.state().loss_scale.steps, live.state().loss.steps);
        QCOMPARE(live.state().loss_scale.values.back(), 32768.0);
        QVERIFY(click(opened.window(), "stop"));
        QVERIFY(opened.waitUntilFinished());
        historyOffersTheMetrics(*opened.window().historyPage());
    }

    void aRunInFp32ShowsNothingOfIt() {
        OpenedWindow opened;
        opened.openTinyRun(20);
        QVERIFY(opened.startAndWaitForPoints(5));
        QVERIFY(opened.waitUntilFinished());
        const LivePage& live = *opened.window().livePage();
        QTRY_VERIFY(!live.charts()->lossChart()->isEmpty());
        QVERIFY(!live.charts()->gradientRange()->isVisible());
    }
};

WATCHED_TEST_MAIN(LiveChartsTest)
#include "live_charts_test.moc"
