#include "ui/charts/band_chart.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/series_look.h"
#include "ui/theme/colors.h"

using namespace tunebench::ui;

namespace {

const double kNaN = std::numeric_limits<double>::quiet_NaN();

BandCurve curve(const QString& name, std::vector<double> x, std::vector<double> y,
                std::vector<double> margin = {}) {
    return {.name = name, .x = std::move(x), .y = std::move(y), .margin = std::move(margin)};
}

bool isShown(BandChart& chart, std::vector<BandCurve> curves) {
    chart.setCurves(std::move(curves));
    chart.resize(500, 300);
    chart.show();
    return QTest::qWaitForWindowExposed(&chart) &&
           QTest::qWaitFor([&] { return chart.isEmpty() || chart.drawnPoints() > 0; });
}

/// Backgrounds, grids and texts are grey.
std::vector<int> coloredInRows(const QImage& image) {
    constexpr int kColored = 30;
    std::vector<int> counts(static_cast<std::size_t>(image.height()));
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            const auto [least, most] = std::minmax({color.red(), color.green(), color.blue()});
            counts[static_cast<std::size_t>(y)] += most - least > kColored ? 1 : 0;
        }
    return counts;
}

QString csvOf(const ChartSource& chart) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    chart.writeCsv(buffer);
    return QString::fromUtf8(buffer.data());
}

}  // namespace

class BandChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMillionPointsAreDrawnAsTwoAPixel() {
        std::vector<double> x(1'000'000), y(1'000'000);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<double>(i);
        y[777'777] = 5;
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), x, y)}));
        QVERIFY(chart.drawnPoints() <= 2 * 510);
        QVERIFY(chart.shown().bottom() >= 5.0);  // the spike is seen
    }

    void theAxisHoldsTheBand() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {1, 2}, {10, 11}, {3, 4})}));
        QVERIFY(chart.shown().top() <= 7.0);  // the lower end: rectangles of Qt hang down
        QVERIFY(chart.shown().bottom() >= 15.0);
    }

    void aBandWithoutADeviationIsNotDrawn() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {1, 2, 3}, {1, 1, 1}, {kNaN, kNaN, kNaN})}));
        QVERIFY(chart.note().isEmpty());
    }

    void whatTheAxisCannotShowIsCounted() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {1, 2, 3, 4}, {1, kNaN, 0, 2})}));
        QTRY_COMPARE(chart.note(), QStringLiteral("not finite: 1"));
        chart.setLogarithmic(true);
        QTRY_VERIFY(chart.note().contains(QStringLiteral("zero or below, not on this axis: 1")));
        QVERIFY(chart.shown().top() > 0.0);
    }

    void theKeyboardZoomsAndMovesTheCursor() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {0, 50, 100}, {1, 2, 3})}));
        const double whole = chart.shown().width();
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.shown().width() < whole);
        QTest::keyClick(&chart, Qt::Key_0);
        QTRY_COMPARE(chart.shown().width(), whole);
        QSignalSpy moved(&chart, &BandChart::cursorMoved);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(moved.count(), 1);
        QVERIFY(moved.front().front().toDouble() > 50.0);
    }

    void aZoomStaysInOtherNumbers() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {0, 50, 100}, {1, 2, 3})}));
        const double whole = chart.shown().width();
        chart.convertPlaces([](double place) { return 10 * place; });
        QCOMPARE(chart.shown().width(), whole);  // nobody has zoomed: that follows the curves
        QTest::keyClick(&chart, Qt::Key_Plus);
        const QRectF zoomed = chart.shown();
        chart.convertPlaces([](double place) { return 10 * place; });
        QCOMPARE(chart.shown().left(), 10 * zoomed.left());
        QCOMPARE(chart.shown().width(), 10 * zoomed.width());
        chart.convertPlaces({});
        QTRY_COMPARE(chart.shown().width(), whole);
    }

    void theMouseReadsValues() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {0, 100}, {1, 2})}));
        QSignalSpy moved(&chart, &BandChart::cursorMoved);
        auto* plot = chart.findChild<QWidget*>();
        QTest::mouseMove(plot, plot->rect().center());
        QTRY_VERIFY(!moved.isEmpty());
        const double first = moved.back().front().toDouble();
        QVERIFY(first > 30.0 && first < 60.0);  // the numbers of the axis stand at the left
        QTest::mouseMove(plot, plot->rect().center() + QPoint(50, 0));
        QTRY_VERIFY(moved.back().front().toDouble() > first + 5.0);
    }

    void newCurvesKeepTheZoom() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {0, 50, 100}, {1, 2, 3})}));
        QTest::keyClick(&chart, Qt::Key_Plus);
        const QRectF zoomed = chart.shown();
        chart.setCurves({curve(QStringLiteral("b"), {0, 500}, {1, 2})});
        QTest::qWait(100);
        QCOMPARE(chart.shown().right(), zoomed.right());
    }

    void theNearestPointIsRead() {
        BandChart chart(QStringLiteral("Curves"));
        chart.setCurves(
            {curve(QStringLiteral("a"), {1, 2, 4}, {10, 20, 40}), curve(QStringLiteral("b"), {}, {})});
        QCOMPARE(*chart.valueAt(0, 2.9), 20.0);
        QCOMPARE(*chart.valueAt(0, 3.1), 40.0);
        QCOMPARE(*chart.valueAt(0, -5.0), 10.0);
        QVERIFY(!chart.valueAt(1, 0.0));
    }

    void aScreenReaderHearsNamesAndLastValues() {
        BandChart chart(QStringLiteral("Curves"));
        chart.setCurves({curve(QStringLiteral("town"), {1, 2}, {3, 4}, {0, 0.5})});
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("town: 2 points, last 4 ± 0.5"));
    }

    void everyPointIsInTheFile() {
        BandChart chart(QStringLiteral("Curves"));
        chart.setTitles(QStringLiteral("step"), QStringLiteral("loss"));
        chart.setCurves({curve(QStringLiteral("a \"b\""), {1, 2}, {0.1, kNaN}, {0.25, kNaN}),
                         curve(QStringLiteral("c"), {3}, {1e300})});
        QCOMPARE(csvOf(chart), QStringLiteral("curve,step,loss,margin\r\n"
                                              "\"a \"\"b\"\"\",1,0.1,0.25\r\n"
                                              "\"a \"\"b\"\"\",2,NaN,NaN\r\n"
                                              "c,3,1e+300,\r\n"));
    }

    void aPictureHasCurveAndLegend() {
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), {0, 100}, {1, 2}, {0.2, 0.2})}));
        QImage image(800, 400, QImage::Format_ARGB32_Premultiplied);
        chart.paintOn(image, image.size());
        const QColor line = seriesLook(0, lightColors()).color;
        int above = 0, below = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == line)
                    ++(y < 360 ? above : below);
        QVERIFY(above > 300);  // across the plot
        QVERIFY(below > 10);   // the sample in the legend
    }

    /// The list of runs is the legend, and shows the mark.
    void aDenseCurveHasItsMarkHereAndThere() {
        std::vector<double> x(200);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<double>(i);
        BandChart chart(QStringLiteral("Curves"));
        QVERIFY(isShown(chart, {curve(QStringLiteral("a"), x, std::vector<double>(x.size(), 1.0))}));
        QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
        chart.paintOn(image, image.size());
        const auto rows = coloredInRows(image.copy(0, 0, 600, 340));  // without the legend
        const auto line = std::max_element(rows.begin(), rows.end());
        QVERIFY(*line > 300 && line - rows.begin() > 2);
        QVERIFY(*(line - 2) > 10 && *(line - 2) < 200);  // marks
    }

    void twentyFourLooksDiffer() {
        for (int a = 0; a < kSeriesLooks; ++a)
            for (int b = 0; b < a; ++b) {
                const SeriesLook first = seriesLook(a, lightColors()), second = seriesLook(b, lightColors());
                QVERIFY(first.color != second.color || first.line != second.line);
                QVERIFY(first.color != second.color || first.marker != second.marker);
            }
    }
};

WATCHED_TEST_MAIN(BandChartTest)
#include "band_chart_test.moc"
