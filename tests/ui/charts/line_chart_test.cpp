#include "ui/charts/line_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QPainter>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/curve_data.h"
#include "ui/charts/legend_line.h"
#include "ui/charts/line_width.h"

using namespace tunebench::ui;

namespace {

std::vector<double> ramp(std::size_t count, double factor) {
    std::vector<double> values(count);
    for (std::size_t i = 0; i < count; ++i)
        values[i] = factor * static_cast<double>(i);
    return values;
}

/// Backgrounds, grids and texts are grey.
bool isColored(const QColor& color) {
    constexpr int kColored = 30;
    const auto [least, most] = std::minmax({color.red(), color.green(), color.blue()});
    return most - least > kColored;
}

bool hasColor(const QImage& image, int y) {
    for (int x = 0; x < image.width(); ++x)
        if (isColored(image.pixelColor(x, y)))
            return true;
    return false;
}

int coloredRows(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        count += hasColor(image, y) ? 1 : 0;
    return count;
}

int coloredPixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += isColored(image.pixelColor(x, y)) ? 1 : 0;
    return count;
}

int firstColoredColumn(const QImage& image) {
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (isColored(image.pixelColor(x, y)))
                return x;
    return -1;
}

/// Of one curve over [0, 300), in a tenth of the width.
QImage pictureOf(const std::vector<double>& values) {
    LineChart chart(QStringLiteral("Loss"));
    chart.resize(500, 260);
    chart.setCompact(true);  // no colour but the curve's
    chart.setFocusPolicy(Qt::NoFocus);
    chart.setCurve(chart.addCurve({.name = QStringLiteral("a"), .color = 1}), ramp(values.size(), 1), values);
    chart.show();
    chart.showRange(0, 3000);
    chart.redrawNow();
    return chart.grab().toImage();
}

}  // namespace

class LineChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyUpdatesAreFewRedraws() {
        LineChart chart(QStringLiteral("Loss"));
        chart.resize(400, 200);
        const int curve = chart.addCurve({.name = QStringLiteral("a")});
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const int before = chart.redrawCount();
        for (int i = 0; i < 50; ++i) {
            chart.setCurve(curve, ramp(100, 1), ramp(100, i));
            QTest::qWait(10);
        }
        // Half a second at ten a second; a loaded machine makes it fewer, never more than a few above.
        QVERIFY2(chart.redrawCount() - before <= 15,
                 qPrintable(QString::number(chart.redrawCount() - before)));
        QTRY_VERIFY(chart.redrawCount() > before);
    }

    void curvesThatDoNotFitBesideTheTitleHaveALineOfTheirOwn() {
        LegendLine legend;
        legend.setContent(QStringLiteral("Memory of the machine (GiB)"),
                          {{.name = QStringLiteral("Tunebench")}, {.name = QStringLiteral("all programs")}},
                          {}, false, false);
        QCOMPARE(legend.heightOf(250), 2 * legend.heightOf(1000));
        legend.setContent(QStringLiteral("Memory of the machine (GiB)"),
                          {{.name = QStringLiteral("Tunebench")}, {.name = QStringLiteral("all programs")}},
                          {}, true, false);
        QCOMPARE(legend.heightOf(250), legend.heightOf(1000));
    }

    void aMillionPointsAreDrawnAsTwoAPixel() {
        LineChart chart(QStringLiteral("Loss"));
        chart.resize(400, 200);
        const int curve = chart.addCurve({.name = QStringLiteral("a")});
        chart.setCurve(curve, ramp(1'000'000, 1), ramp(1'000'000, 0.5));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QTRY_VERIFY(chart.drawnPoints() > 0);
        QVERIFY(chart.drawnPoints() <= 2 * 420);
    }

    /// Closer than they are wide they would be a bar, and hide what lies below.
    void onlyDotsThatHaveRoomAreDrawn() {
        for (const auto& [count, isDotted] : {std::pair{20, true}, {400, false}}) {
            const auto points = static_cast<std::size_t>(count);
            LineChart chart(QStringLiteral("Loss"));
            chart.resize(500, 260);
            chart.setCompact(true);  // no colour but the curve's
            chart.setFocusPolicy(Qt::NoFocus);
            const Curve curve{.name = QStringLiteral("a"), .color = 1, .style = CurveStyle::Points};
            chart.setCurve(chart.addCurve(curve), ramp(points, 1), std::vector<double>(points, 1.0));
            chart.show();
            chart.redrawNow();
            const int rows = coloredRows(chart.grab().toImage());
            QVERIFY2(isDotted ? rows >= 4 : rows > 0 && rows <= 3, qPrintable(QString::number(rows)));
        }
    }

    void nonfiniteValuesAreCounted() {
        LineChart chart(QStringLiteral("Loss"));
        const int curve = chart.addCurve({.name = QStringLiteral("raw"), .style = CurveStyle::Faint});
        const int smooth = chart.addCurve({.name = QStringLiteral("smooth"), .style = CurveStyle::Line});
        const double nan = std::numeric_limits<double>::quiet_NaN();
        chart.setCurve(curve, {1, 2, 3}, {1, nan, nan});
        chart.setCurve(smooth, {1, 2, 3}, {1, nan, nan});
        QCOMPARE(chart.nonfiniteCount(), std::size_t{2});
    }

    /// One point of a million, seen in the picture itself, from everything to a few hundred points.
    void aSingleSpikeIsInThePicture() {
        constexpr double kPlace = 654'321;
        LineChart chart(QStringLiteral("Loss"));
        chart.resize(500, 260);
        auto values = std::vector<double>(1'000'000, 1.0);
        values[static_cast<std::size_t>(kPlace)] = 50.0;
        chart.setCurve(chart.addCurve({.name = QStringLiteral("a"), .color = 1, .style = CurveStyle::Thin}),
                       ramp(values.size(), 1), values);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        for (double width = 1e6; width > 300; width /= 3) {
            chart.showRange(kPlace - 0.4 * width, kPlace + 0.6 * width);
            chart.redrawNow();
            const QImage image = chart.grab().toImage();
            int seen = 0;  // rows above the line of ones with something in colour
            for (int y = image.height() / 5; y < image.height() / 2; ++y)
                seen += hasColor(image, y) ? 1 : 0;
            QVERIFY2(seen >= image.height() / 5, qPrintable(QString::number(width)));
        }
    }

    void fallingLinesAreAsSmoothAsRisingOnes() {
        const auto rising = ramp(300, 1);
        const int up = coloredPixels(pictureOf(rising));
        const int down = coloredPixels(pictureOf({rising.rbegin(), rising.rend()}));
        QVERIFY(up > 200);
        QVERIFY2(std::abs(up - down) * 10 <= up, qPrintable(QStringLiteral("%1 and %2").arg(up).arg(down)));
    }

    void thinLinesAreNoThinnerOnDenseScreens() {
        QCOMPARE(thinLine(1.0, 100), 1.0);
        QVERIFY(thinLine(2.0, 100) > 1.0);
        QCOMPARE(thinLine(2.0, kManyPoints + 1), 1.0);  // which would be slow
    }

    void plotsBelowEachOtherBeginAtTheSamePlace() {
        std::vector<int> first;
        for (const double most : {3.0, 3000.0}) {
            LineChart chart(QStringLiteral("Speed"));
            chart.resize(300, 160);
            chart.setCompact(true);
            chart.setFocusPolicy(Qt::NoFocus);  // which has a frame
            chart.setRoomForNumbers(QStringLiteral("10,000"));
            chart.setCurve(chart.addCurve({.name = QStringLiteral("a"), .color = 1}), {0, 100}, {0, most});
            chart.show();
            QVERIFY(QTest::qWaitForWindowExposed(&chart));
            chart.redrawNow();
            first.push_back(firstColoredColumn(chart.grab().toImage()));
        }
        QVERIFY(first.front() > 30);
        QVERIFY(std::abs(first.front() - first.back()) <= 1);
    }

    void aLegendTellsNamesAndValuesApart() {
        LegendLine legend;
        legend.setContent({}, {{.name = QStringLiteral("rank 16"), .value = QStringLiteral("0.00674")}}, {},
                          false, false);
        QVERIFY(legend.toolTip().contains(QStringLiteral("rank 16: 0.00674")));
    }

    void aCompactLegendNamesItsLevelWhereThereIsRoom() {
        const QColor level(200, 100, 0);
        const auto picture = [&](int width) {
            LegendLine legend;
            legend.setContent(QStringLiteral("Memory"),
                              {{.value = QStringLiteral("3 MiB"), .color = Qt::blue},
                               {.name = QStringLiteral("predicted"), .color = level}},
                              {}, true, false);
            QImage image(width, 24, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            legend.paintOn(painter, image.rect());
            return image;
        };
        QVERIFY(coloredPixels(picture(400)) > 10);
        QCOMPARE(coloredPixels(picture(110)), 0);
    }

    void smallNumbersHaveAnExponent() {
        QCOMPARE(exponentText(5e-5), QStringLiteral("5e-5"));
        QCOMPARE(exponentText(3 * 5e-5), QStringLiteral("1.5e-4"));
        QCOMPARE(exponentText(-2.5e-12), QStringLiteral("-2.5e-12"));
    }

    void appendedPointsAreDrawn() {
        LineChart chart(QStringLiteral("Loss"));
        const int curve = chart.addCurve({.name = QStringLiteral("a")});
        chart.setCurve(curve, {1, 2}, {1, 2});
        const std::vector<double> x = {3, 4};
        chart.appendToCurve(curve, x, x);
        chart.show();
        QTRY_COMPARE(chart.drawnPoints(), std::size_t{4});
    }

    void whatALogarithmicAxisHasNoPlaceForIsCounted() {
        LineChart chart(QStringLiteral("Loss"));
        const int curve = chart.addCurve({.name = QStringLiteral("a"), .style = CurveStyle::Thin});
        chart.setCurve(curve, {1, 2, 3, 4}, {1, 0, -3, 100});
        chart.setLogarithmic(true);
        chart.show();
        QTRY_COMPARE(chart.drawnPoints(), std::size_t{2});
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("not above 0: 2")));
        chart.setLogarithmic(false);
        QTRY_COMPARE(chart.drawnPoints(), std::size_t{4});
        QVERIFY(!chart.accessibleDescription().contains(QStringLiteral("not above")));
    }

    void whatIsOddIsCountedWhereItIsNotSmoothed() {
        LineChart chart(QStringLiteral("Gradient norm"));
        const double nan = std::numeric_limits<double>::quiet_NaN();
        chart.setCurve(chart.addCurve({.name = QStringLiteral("norm")}), {1, 2}, {1, nan});
        QCOMPARE(chart.nonfiniteCount(), std::size_t{1});
    }

    void linkedChartsShareTheirRange() {
        LineChart a(QStringLiteral("a"));
        LineChart b(QStringLiteral("b"));
        LineChart::link({&a, &b});
        int followed = 0;
        connect(&b, &LineChart::rangeMoved, this, [&] { ++followed; });
        Q_EMIT a.rangeMoved(10, 20);
        QCOMPARE(followed, 0);  // what another chart asked for is not passed on
    }

    void powersOfTwoAreNamedShortly() {
        QCOMPARE(powerText(1), QStringLiteral("1"));
        QCOMPARE(powerText(4096), QStringLiteral("4096"));
        QCOMPARE(powerText(65536), QStringLiteral("2¹⁶"));
        QCOMPARE(powerText(0.125), QStringLiteral("2⁻³"));
    }

    void aValueThatNeverChangesHasARangeAroundIt() {
        const Extent scale = withOctaves({65536, 65536});
        QCOMPARE(scale.low, 32768.0);
        QCOMPARE(scale.high, 131072.0);
        const Extent share = padded({0, 0}, false, true);
        QCOMPARE(share.low, 0.0);
        QVERIFY(share.high > 0.01);  // not a billionth
    }

    void removedCurvesLeaveAnEmptyChart() {
        LineChart chart(QStringLiteral("Loss"));
        chart.setCurve(chart.addCurve({.name = QStringLiteral("a")}), {1, 2}, {1, 2});
        QVERIFY(!chart.isEmpty());
        chart.removeCurves();
        QVERIFY(chart.isEmpty());
    }

    void aScreenReaderHearsNameAndLastValue() {
        LineChart chart(QStringLiteral("Loss"));
        chart.setCurve(chart.addCurve({.name = QStringLiteral("training")}), {1, 2}, {3, 4});
        chart.show();
        QTRY_VERIFY(chart.accessibleDescription().contains(QStringLiteral("training")));
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("4")));
    }
};

WATCHED_TEST_MAIN(LineChartTest)
#include "line_chart_test.moc"
