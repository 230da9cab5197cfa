// A chart that is fed piece by piece holds what it would hold had it been given everything at once.
#include "ui/pages/live/curve_feed.h"

#include <QBuffer>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/pages/live/run_texts.h"
#include "ui/pages/live/sample_timeline.h"

using namespace tunebench;
using namespace tunebench::ui;

namespace {

QByteArray dataOf(const LineChart& chart) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    chart.writeCsv(buffer);
    return buffer.data();
}

void train(RunState& state, std::int64_t from, std::int64_t to) {
    for (std::int64_t step = from; step <= to; ++step)
        state.apply(StepDone{.step = step,
                             .loss = 10.0 / static_cast<double>(step),
                             .tokens = 50 * step,
                             .elapsed_seconds = 0.25 * static_cast<double>(step)});
}

/// As a chart that never saw the run before has it.
QByteArray atOnce(const RunState& state, PlaceKind kind, double smoothing = 0.0) {
    LineChart chart(QStringLiteral("Loss"));
    CurveFeed feed(chart, chart.addCurve({.name = QStringLiteral("loss")}), 2.0);
    feed.setSmoothing(smoothing);
    feed.show(state.loss, state, kind);
    return dataOf(chart);
}

}  // namespace

class CurveFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newPointsAreAppended() {
        RunState state;
        LineChart chart(QStringLiteral("Loss"));
        CurveFeed feed(chart, chart.addCurve({.name = QStringLiteral("loss")}), 2.0);
        for (std::int64_t last = 0; last < 40; last += 3) {
            train(state, last + 1, last + 3);
            feed.show(state.loss, state, PlaceKind::Tokens);
            feed.show(state.loss, state, PlaceKind::Tokens);  // nothing is new
        }
        QCOMPARE(dataOf(chart), atOnce(state, PlaceKind::Tokens));
        QVERIFY(dataOf(chart).contains("100,2.5"));  // step 2: loss 5, half of it
    }

    void smoothingGoesOnAcrossPieces() {
        RunState state;
        LineChart chart(QStringLiteral("Loss"));
        CurveFeed feed(chart, chart.addCurve({.name = QStringLiteral("loss")}), 2.0);
        feed.setSmoothing(0.9);
        for (std::int64_t last = 0; last < 30; last += 5) {
            train(state, last + 1, last + 5);
            feed.show(state.loss, state, PlaceKind::Step);
        }
        QCOMPARE(dataOf(chart), atOnce(state, PlaceKind::Step, 0.9));
        feed.setSmoothing(0.5);
        feed.show(state.loss, state, PlaceKind::Step);
        QCOMPARE(dataOf(chart), atOnce(state, PlaceKind::Step, 0.5));
    }

    void anotherAxisShowsEverythingAgain() {
        RunState state;
        LineChart chart(QStringLiteral("Loss"));
        CurveFeed feed(chart, chart.addCurve({.name = QStringLiteral("loss")}), 2.0);
        train(state, 1, 10);
        feed.show(state.loss, state, PlaceKind::Step);
        feed.show(state.loss, state, PlaceKind::Time);
        QCOMPARE(dataOf(chart), atOnce(state, PlaceKind::Time));
    }

    void aRunThatGoesBackOrComesAnewShowsWhatItIs() {
        RunState state;
        LineChart chart(QStringLiteral("Loss"));
        CurveFeed feed(chart, chart.addCurve({.name = QStringLiteral("loss")}), 2.0);
        train(state, 1, 10);
        feed.show(state.loss, state, PlaceKind::Step);
        state.apply(RunStarted{.first_step = 6});
        state.apply(StepDone{.step = 7, .loss = 99.0});
        feed.show(state.loss, state, PlaceKind::Step);
        QCOMPARE(dataOf(chart), atOnce(state, PlaceKind::Step));
        QVERIFY(dataOf(chart).contains("49.5"));
        RunState resumed;  // with what came before in front
        train(resumed, 8, 9);
        feed.show(resumed.loss, resumed, PlaceKind::Step);
        train(resumed, 10, 12);
        resumed.loss.steps.insert(resumed.loss.steps.begin(), 1.0);
        resumed.loss.values.insert(resumed.loss.values.begin(), 3.0);
        feed.show(resumed.loss, resumed, PlaceKind::Step);
        QCOMPARE(dataOf(chart), atOnce(resumed, PlaceKind::Step));
        feed.show({}, {}, PlaceKind::Step);
        QVERIFY(chart.isEmpty());
    }

    void samplesThatDidNotHappenAreTakenBack() {
        SampleTimeline timeline;
        timeline.show();
        RunState state;
        for (const std::int64_t step : {10, 20, 30})
            state.apply(SampleDone{.step = step, .prompt = "p", .text = "answer " + std::to_string(step)});
        timeline.showState(state);
        const auto* text = timeline.findChild<SamplesView*>();
        QVERIFY(text->toPlainText().contains(QStringLiteral("answer 30")));
        state.apply(RunStarted{.first_step = 10});
        for (const std::int64_t step : {21, 22})
            state.apply(SampleDone{.step = step, .prompt = "p", .text = "other " + std::to_string(step)});
        timeline.showState(state);  // as many as before
        QVERIFY(!text->toPlainText().contains(QStringLiteral("answer 30")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("answer 10")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("other 22")));
    }
};

WATCHED_TEST_MAIN(CurveFeedTest)
#include "curve_feed_test.moc"
