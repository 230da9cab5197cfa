#include "ui/charts/stacked_chart.h"

#include <cstdlib>

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/series_look.h"
#include "ui/theme/colors.h"

using namespace tunebench::ui;

namespace {

StackedContent twoLayers() {
    return {.places = {0, 10, 20, 40},
            .layers = {{.name = QStringLiteral("weights"), .series = 0, .values = {100, 100, 100, 100}},
                       {.name = QStringLiteral("activations"), .series = 1, .values = {0, 50, 80, 10.5}}},
            .sections = {{0, QStringLiteral("forward")}, {20, QStringLiteral("backward, with a name")}}};
}

void fill(StackedChart& chart) {
    chart.setTitles(QStringLiteral("Time (ms)"), QStringLiteral("MiB"), QStringLiteral("Phase"));
    chart.setContent(twoLayers());
}

bool isShown(StackedChart& chart) {
    chart.resize(500, 300);
    chart.show();
    return QTest::qWaitForWindowExposed(&chart);
}

/// Of a colour with that share of it over the surface.
int pixelsLike(const QImage& image, const QColor& color, double share) {
    const QColor surface = lightColors().surface;
    const auto mixed = [share](int over, int under) { return share * over + (1.0 - share) * under; };
    const auto isNear = [](int value, double wanted) { return std::abs(value - wanted) <= 3.0; };
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            count += isNear(pixel.red(), mixed(color.red(), surface.red())) &&
                     isNear(pixel.green(), mixed(color.green(), surface.green())) &&
                     isNear(pixel.blue(), mixed(color.blue(), surface.blue()));
        }
    return count;
}

}  // namespace

class StackedChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itShowsWhereTheWholeIsLargest() {
        StackedChart chart(QStringLiteral("Memory"));
        QCOMPARE(chart.shownPlace(), -1);
        QVERIFY(chart.accessibleDescription().isEmpty());
        fill(chart);
        QCOMPARE(chart.shownPlace(), 2);
        QVERIFY(!chart.hasCursor());
        QCOMPARE(chart.accessibleDescription(),
                 QStringLiteral("Largest at Time (ms) 20 backward, with a name; activations 80; "
                                "weights 100; together 180"));
    }

    void theKeyboardMovesTheCursor() {
        StackedChart chart(QStringLiteral("Memory"));
        fill(chart);
        QVERIFY(isShown(chart));
        const QSignalSpy changed(&chart, &StackedChart::shownPlaceChanged);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.shownPlace(), 3);
        QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("At Time (ms) 40 backward")));
        QTest::keyClick(&chart, Qt::Key_Right);  // there is no more
        QCOMPARE(chart.shownPlace(), 3);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.shownPlace(), 0);
        QTest::keyClick(&chart, Qt::Key_End);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.shownPlace(), 2);
        QVERIFY(chart.hasCursor());
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!chart.hasCursor());
        QVERIFY(changed.count() >= 5);
    }

    void theMouseReadsWhatHoldsThere() {
        StackedChart chart(QStringLiteral("Memory"));
        fill(chart);
        QVERIFY(isShown(chart));
        QTest::qWait(100);  // it is drawn a moment later
        auto* plot = chart.findChild<QWidget*>();
        QTest::mouseMove(plot, QPoint(plot->width() * 2 / 5, plot->height() / 2));
        QTRY_COMPARE(chart.shownPlace(), 1);
        QTest::mouseMove(plot, QPoint(plot->width() * 3 / 4, plot->height() / 2));
        QTRY_COMPARE(chart.shownPlace(), 2);
        QVERIFY(chart.hasCursor());
    }

    void everyPlaceIsInTheFile() {
        StackedChart chart(QStringLiteral("Memory"));
        fill(chart);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        chart.writeCsv(buffer);
        QCOMPARE(QString::fromUtf8(buffer.data()),
                 QStringLiteral("Time (ms),Phase,weights (MiB),activations (MiB)\r\n"
                                "0,forward,100,0\r\n"
                                "10,forward,100,50\r\n"
                                "20,\"backward, with a name\",100,80\r\n"
                                "40,\"backward, with a name\",100,10.5\r\n"));
    }

    void aPictureHasAnAreaForEachLayer() {
        StackedChart chart(QStringLiteral("Memory"));
        fill(chart);
        QVERIFY(isShown(chart));
        QImage image(800, 400, QImage::Format_ARGB32_Premultiplied);
        chart.paintOn(image, image.size());
        constexpr double kFill = 0.55;
        const int weights = pixelsLike(image, seriesLook(0, lightColors()).color, kFill);
        const int activations = pixelsLike(image, seriesLook(1, lightColors()).color, kFill);
        QVERIFY2(weights > 40'000, qPrintable(QString::number(weights)));
        QVERIFY2(activations > 8'000, qPrintable(QString::number(activations)));
        QVERIFY(weights > activations);
    }

    void noPlacesAndVeryManySectionsAreDrawnToo() {
        StackedChart chart(QStringLiteral("Memory"));
        QVERIFY(isShown(chart));
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.shownPlace(), -1);
        StackedContent many;
        many.layers = {{.name = QStringLiteral("a")}};
        for (int i = 0; i < 2000; ++i) {
            many.places.push_back(i);
            many.layers.front().values.push_back(i % 7);
            many.sections.push_back({static_cast<double>(i), QStringLiteral("s")});
        }
        chart.setContent(std::move(many));
        QTest::qWait(100);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.shownPlace(), 6 + 19);  // the first of the largest, and a hundredth of the way
        chart.setContent({});
        QTest::qWait(100);
        QCOMPARE(chart.shownPlace(), -1);
    }
};

WATCHED_TEST_MAIN(StackedChartTest)
#include "stacked_chart_test.moc"
