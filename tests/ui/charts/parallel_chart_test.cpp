#include "ui/charts/parallel_chart.h"

#include <cmath>

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/series_look.h"
#include "ui/theme/colors.h"

using namespace tunebench::ui;

namespace {

std::vector<ParallelAxis> threeAxes() {
    return {
        {.title = QStringLiteral("method"), .categories = {QStringLiteral("ia3"), QStringLiteral("lora")}},
        {.title = QStringLiteral("rate")},
        {.title = QStringLiteral("loss")}};
}

std::vector<ParallelLine> threeLines() {
    return {{.name = QStringLiteral("a"), .series = 0, .values = {0.0, 1e-5, 0.5}},
            {.name = QStringLiteral("b"), .series = 1, .values = {1.0, 1e-3, 0.3}},
            {.name = QStringLiteral("c"), .series = 2, .values = {1.0, 1e-1, std::nullopt}}};
}

bool isShown(ParallelChart& chart) {
    chart.setContent(threeAxes(), threeLines());
    chart.resize(600, 300);
    chart.show();
    return QTest::qWaitForWindowExposed(&chart);
}

QPoint middle(const QPointF& a, const QPointF& b) {
    return ((a + b) / 2).toPoint();
}

}  // namespace

class ParallelChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersOverSeveralDecadesAreLogarithmic() {
        const ParallelScale rate(threeAxes()[1], 1, threeLines());
        QVERIFY(rate.isLogarithmic());
        QVERIFY(std::abs(*rate.place(1e-3) - 0.5) < 1e-12);
        const ParallelScale loss(threeAxes()[2], 2, threeLines());
        QVERIFY(!loss.isLogarithmic());
        QCOMPARE(*loss.place(0.3), 0.0);
        QVERIFY(!loss.place(std::nullopt));
        QVERIFY(!loss.place(std::nan("")));
    }

    void equalValuesLieInTheMiddle() {
        const std::vector<ParallelLine> lines{{.values = {7.0}}, {.values = {7.0}}};
        const ParallelScale scale({}, 0, lines);
        QCOMPARE(*scale.place(7.0), 0.5);
        QCOMPARE(scale.marks().size(), std::size_t{1});
    }

    void theLineUnderTheMouseIsNamed() {
        ParallelChart chart(QStringLiteral("Parallel"));
        QVERIFY(isShown(chart));
        QTest::mouseMove(&chart, middle(*chart.placeOf(0, 0), *chart.placeOf(0, 1)));
        QTRY_COMPARE(chart.readout(), QStringLiteral("a · method ia3 · rate 1e-05 · loss 0.5"));
    }

    void theArrowKeysWalkOverTheLines() {
        ParallelChart chart(QStringLiteral("Parallel"));
        QVERIFY(isShown(chart));
        QTest::keyClick(&chart, Qt::Key_Down);
        QVERIFY(chart.readout().startsWith(QStringLiteral("a ·")));
        QTest::keyClick(&chart, Qt::Key_Down);
        QTest::keyClick(&chart, Qt::Key_Down);
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.readout(), QStringLiteral("c · method lora · rate 0.1 · loss –"));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(chart.readout().isEmpty());
    }

    void drawingAlongAnAxisChooses() {
        ParallelChart chart(QStringLiteral("Parallel"));
        QVERIFY(isShown(chart));
        QSignalSpy changed(&chart, &ParallelChart::chosenChanged);
        // Around "lora" on the first axis, from above it to half way down.
        const QPoint high = chart.placeOf(1, 0)->toPoint(), low = chart.placeOf(0, 0)->toPoint();
        QTest::mousePress(&chart, Qt::LeftButton, {}, high - QPoint(0, 5));
        QTest::mouseMove(&chart, middle(high, low));
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, middle(high, low));
        QTRY_COMPARE(chart.chosenLines(), (std::vector<int>{1, 2}));
        QVERIFY(!changed.isEmpty());
        QTest::mouseClick(&chart, Qt::LeftButton, {}, low);
        QCOMPARE(chart.chosenLines(), (std::vector<int>{0, 1, 2}));
    }

    void aLineWithAGapIsNotChosenThere() {
        ParallelChart chart(QStringLiteral("Parallel"));
        QVERIFY(isShown(chart));
        const QPoint high = chart.placeOf(0, 2)->toPoint(), low = chart.placeOf(1, 2)->toPoint();
        const QPoint beside(0, 2);  // places are rounded
        QTest::mousePress(&chart, Qt::LeftButton, {}, high - beside);
        QTest::mouseMove(&chart, low + beside);
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, low + beside);
        QTRY_COMPARE(chart.chosenLines(), (std::vector<int>{0, 1}));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.chosenLines().size(), std::size_t{3});
    }

    void aScreenReaderHearsEveryLine() {
        ParallelChart chart(QStringLiteral("Parallel"));
        chart.setContent(threeAxes(), threeLines());
        QVERIFY(
            chart.accessibleDescription().contains(QStringLiteral("b: method lora, rate 0.001, loss 0.3")));
        chart.setPlaceholder(QStringLiteral("nothing"));
        chart.setContent({}, {});
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("nothing"));
    }

    void everyLineIsInTheFile() {
        ParallelChart chart(QStringLiteral("Parallel"));
        chart.setContent(threeAxes(), threeLines());
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        chart.writeCsv(buffer);
        QCOMPARE(QString::fromUtf8(buffer.data()), QStringLiteral("name,method,rate,loss\r\n"
                                                                  "a,ia3,1e-05,0.5\r\n"
                                                                  "b,lora,0.001,0.3\r\n"
                                                                  "c,lora,0.1,\r\n"));
    }

    void aPictureHasLinesAndLegend() {
        ParallelChart chart(QStringLiteral("Parallel"));
        chart.setContent(threeAxes(), threeLines());
        QImage image(600, 320, QImage::Format_ARGB32_Premultiplied);
        chart.paintOn(image, image.size());
        const QColor line = seriesLook(0, lightColors()).color;
        int above = 0, below = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) == line)
                    ++(y < 295 ? above : below);
        QVERIFY(above > 100);
        QVERIFY(below > 10);
    }
};

WATCHED_TEST_MAIN(ParallelChartTest)
#include "parallel_chart_test.moc"
