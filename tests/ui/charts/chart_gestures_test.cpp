// What mouse and keys do in a line chart, with real events.
#include "ui/charts/chart_gestures.h"

#include <cmath>

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/line_chart.h"
#include "ui/theme/theme.h"

using namespace tunebench::ui;

namespace {

std::vector<double> countedTo(std::size_t count) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = static_cast<double>(i);
    return values;
}

/// A chart of 0 to 1000 on the screen, and its plot.
struct Shown {
    LineChart chart{QStringLiteral("Loss")};
    QWidget* plot = nullptr;
    QSignalSpy moved{&chart, &LineChart::rangeMoved};
    QSignalSpy followed{&chart, &LineChart::followed};

    Shown() {
        chart.resize(600, 300);
        chart.setCurve(chart.addCurve({.name = QStringLiteral("a")}), countedTo(1001), countedTo(1001));
        chart.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&chart));
        chart.redrawNow();
        for (QWidget* child : chart.findChildren<QWidget*>())
            if (child->inherits("QCustomPlot"))
                plot = child;
    }

    QPoint at(double x, double y) const {
        return {static_cast<int>(plot->width() * x), static_cast<int>(plot->height() * y)};
    }

    void wheel(int steps, Qt::KeyboardModifiers keys = {}) const {
        const QPointF place = at(0.5, 0.5);
        QWheelEvent event(place, plot->mapToGlobal(place), {}, QPoint(0, 120 * steps), Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot, &event);
    }

    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys = {},
              Qt::MouseButton button = Qt::LeftButton) const {
        QTest::mousePress(plot, button, keys, from);
        for (int i = 1; i <= 5; ++i) {
            const QPoint place = from + (to - from) * i / 5;
            QMouseEvent move(QEvent::MouseMove, place, plot->mapToGlobal(place), Qt::NoButton, button, keys);
            QCoreApplication::sendEvent(plot, &move);
        }
        QTest::mouseRelease(plot, button, keys, to);
    }

    double width() const { return moved.last()[1].toDouble() - moved.last()[0].toDouble(); }
    double begin() const { return moved.last()[0].toDouble(); }
};

}  // namespace

class ChartGesturesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, ThemeChoice::Light); }

    void theWheelZoomsAndItIsOneStepToUndo() {
        Shown shown;
        QVERIFY(shown.chart.isFollowing());
        for (int i = 0; i < 3; ++i)
            shown.wheel(1);
        QVERIFY(shown.width() < 700);
        QVERIFY(!shown.chart.isFollowing());
        QVERIFY(shown.chart.canUndoZoom());
        shown.chart.undoZoom();
        QVERIFY(shown.chart.isFollowing());
        QVERIFY(!shown.chart.canUndoZoom());
        QCOMPARE(shown.followed.count(), 1);
    }

    void theWheelWithControlZoomsTheValues() {
        Shown shown;
        shown.wheel(3, Qt::ControlModifier);
        QCOMPARE(shown.moved.count(), 0);
        shown.chart.redrawNow();
        QVERIFY2(shown.chart.accessibleDescription().contains(QStringLiteral("outside")),
                 qPrintable(shown.chart.accessibleDescription()));
        shown.chart.undoZoom();
        shown.chart.redrawNow();
        QVERIFY(!shown.chart.accessibleDescription().contains(QStringLiteral("outside")));
    }

    void aDragMovesThePlaces() {
        Shown shown;
        shown.wheel(4);
        const double width = shown.width();
        const double begin = shown.begin();
        shown.drag(shown.at(0.6, 0.5), shown.at(0.4, 0.5));
        QVERIFY(std::abs(shown.width() - width) < 1e-6 * width);
        QVERIFY(shown.begin() > begin + 0.1 * width);
        shown.chart.undoZoom();
        QCOMPARE(shown.begin(), begin);
    }

    void shiftAndADragZoomsToABox() {
        Shown shown;
        shown.drag(shown.at(0.4, 0.3), shown.at(0.6, 0.7), Qt::ShiftModifier);
        QVERIFY(!shown.chart.isFollowing());
        QVERIFY(shown.width() > 150 && shown.width() < 280);
        shown.drag(shown.at(0.4, 0.3), shown.at(0.6, 0.7), {}, Qt::RightButton);
        QVERIFY(shown.width() < 60);
        shown.chart.undoZoom();
        QVERIFY(shown.width() > 150);
        shown.chart.undoZoom();
        QVERIFY(shown.chart.isFollowing());
    }

    void aDoubleClickFollowsAgainAndCanBeUndone() {
        Shown shown;
        shown.wheel(3);
        const double width = shown.width();
        QTest::mouseDClick(shown.plot, Qt::LeftButton, {}, shown.at(0.5, 0.5));
        QVERIFY(shown.chart.isFollowing());
        shown.chart.undoZoom();
        QCOMPARE(shown.width(), width);
    }

    void keysDoTheSame() {
        Shown shown;
        shown.chart.setFocus();
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        const double width = shown.width();
        QVERIFY(width < 1000);
        QTest::keyClick(&shown.chart, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(std::abs(shown.width() - width) < 1e-6 * width);
        const double begin = shown.begin();
        QTest::keyClick(&shown.chart, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(shown.begin() < begin);
        QTest::keyClick(&shown.chart, Qt::Key_Minus);
        QVERIFY(shown.width() > width);
        QTest::keyClick(&shown.chart, Qt::Key_Backspace);
        QVERIFY(std::abs(shown.width() - width) < 1e-6 * width);
        QTest::keyClick(&shown.chart, Qt::Key_Home);
        QVERIFY(shown.chart.isFollowing());
    }

    void theCursorReadsTheValuesOut() {
        Shown shown;
        QSignalSpy cursor(&shown.chart, &LineChart::cursorMoved);
        const QPoint place = shown.at(0.5, 0.5);
        QMouseEvent move(QEvent::MouseMove, place, shown.plot->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(shown.plot, &move);
        QCOMPARE(cursor.count(), 1);
        const double x = cursor.last()[0].toDouble();
        QVERIFY(x > 400 && x < 600);
        const QString expected = QStringLiteral("here %1").arg(std::llround(x));
        QVERIFY2(shown.chart.accessibleDescription().contains(expected),
                 qPrintable(shown.chart.accessibleDescription()));
        QVERIFY(shown.chart.accessibleDescription().contains(QStringLiteral("step ")));
        QTest::keyClick(&shown.chart, Qt::Key_Right);
        QVERIFY(cursor.last()[0].toDouble() > x);
        QTest::keyClick(&shown.chart, Qt::Key_Escape);
        QVERIFY(std::isnan(cursor.last()[0].toDouble()));
        QVERIFY(shown.chart.accessibleDescription().contains(QStringLiteral("last 1000")));
    }

    void linkedChartsZoomTogetherAndUndoTogether() {
        Shown a;
        Shown b;
        LineChart::link({&a.chart, &b.chart});
        a.wheel(3);
        QVERIFY(!b.chart.isFollowing());
        QVERIFY(!b.chart.canUndoZoom());  // the gesture was made over there
        a.chart.undoZoom();
        QVERIFY(b.chart.isFollowing());
    }

    void aZoomAndWhatItUndoesStayInOtherNumbers() {
        Shown shown;
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        const double begin = shown.begin();
        const double width = shown.width();
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        shown.chart.setPlaceAxis({.name = QStringLiteral("tokens")}, [](double step) { return 10 * step; });
        QVERIFY(!shown.chart.isFollowing());
        shown.chart.undoZoom();
        QCOMPARE(shown.begin(), 10 * begin);
        QCOMPARE(shown.width(), 10 * width);
        shown.chart.undoZoom();
        QVERIFY(shown.chart.isFollowing());
    }

    void allIsShownWhereNothingTellsThePlaces() {
        Shown shown;
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        shown.chart.setPlaceAxis({.name = QStringLiteral("tokens")});
        QVERIFY(shown.chart.isFollowing());
        QVERIFY(!shown.chart.canUndoZoom());
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        shown.chart.setPlaceAxis({.name = QStringLiteral("epoch")}, [](double) { return std::nan(""); });
        QVERIFY(shown.chart.isFollowing());
    }

    void aZoomStaysOnALogarithmicAxisThatHasAPlaceForIt() {
        Shown shown;
        QTest::keyClick(&shown.chart, Qt::Key_Plus);
        QVERIFY(shown.begin() > 0);
        shown.chart.setPlaceAxis({.name = QStringLiteral("step"), .isLogarithmic = true});
        QVERIFY(!shown.chart.isFollowing());
        shown.chart.setPlaceAxis({.name = QStringLiteral("step")});
        shown.chart.undoZoom();
        QTest::keyClick(&shown.chart, Qt::Key_Minus);
        QVERIFY(shown.begin() < 0);
        shown.chart.setPlaceAxis({.name = QStringLiteral("step"), .isLogarithmic = true});
        QVERIFY(shown.chart.isFollowing());
    }

    void zoomedValuesStayInAnotherUnit() {
        Shown shown;
        const auto outside = [&shown] {
            shown.chart.redrawNow();
            static const QRegularExpression words(QStringLiteral("outside: [\\d,.]*"));
            return words.match(shown.chart.accessibleDescription()).captured();
        };
        shown.wheel(3, Qt::ControlModifier);
        const QString before = outside();
        QVERIFY(!before.isEmpty());
        std::vector<double> halves = countedTo(1001);
        for (double& value : halves)
            value /= 2;
        shown.chart.setCurve(0, countedTo(1001), halves);
        shown.chart.scaleValues(0.5);
        QCOMPARE(outside(), before);
        shown.chart.followValues();
        QVERIFY(outside().isEmpty());
        QVERIFY(shown.chart.isFollowing());
    }

    void aLogarithmicAxisZoomsToo() {
        Shown shown;
        shown.chart.setPlaceAxis({.name = QStringLiteral("step"), .isLogarithmic = true});
        shown.chart.redrawNow();
        QVERIFY(shown.chart.accessibleDescription().contains(QStringLiteral("not above 0: 1")));
        shown.wheel(2);
        QVERIFY(shown.begin() > 0);
        shown.chart.setFocus();
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&shown.chart, Qt::Key_Minus);
        QVERIFY(shown.begin() > 0);
    }
};

WATCHED_TEST_MAIN(ChartGesturesTest)
#include "chart_gestures_test.moc"
