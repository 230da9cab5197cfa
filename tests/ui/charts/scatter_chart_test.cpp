#include "ui/charts/scatter_chart.h"

#include <limits>

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include "tests/ui/support/watched_application.h"
#include "ui/charts/scatter_names.h"

using namespace tunebench::ui;

namespace {

std::vector<ScatterPoint> threePoints() {
    return {
        {.name = QStringLiteral("small"), .x = 10, .y = 0.5, .yMargin = 0.05, .series = 0, .isOnFront = true},
        {.name = QStringLiteral("worse"), .x = 20, .y = 0.9, .series = 1},
        {.name = QStringLiteral("large"), .x = 1000, .y = 0.4, .series = 2, .isOnFront = true}};
}

ScatterAxis axis(const char* title, bool isLogarithmic = false) {
    return {.title = QString::fromLatin1(title), .isLogarithmic = isLogarithmic};
}

bool isShown(ScatterChart& chart, std::vector<ScatterPoint> points, bool isLogarithmic = false) {
    chart.setContent(std::move(points), axis("memory", isLogarithmic), axis("loss"));
    chart.resize(500, 300);
    chart.show();
    return QTest::qWaitForWindowExposed(&chart);
}

}  // namespace

class ScatterChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePointUnderTheMouseIsNamed() {
        ScatterChart chart(QStringLiteral("Trade-off"));
        QVERIFY(isShown(chart, threePoints()));
        QSignalSpy chosen(&chart, &ScatterChart::pointChosen);
        auto* plot = chart.findChild<QWidget*>();
        QTest::mouseMove(plot, plot->mapFrom(&chart, chart.placeOf(2).toPoint()));
        QTRY_COMPARE(chart.readout(), QStringLiteral("large: memory 1000, loss 0.4; on the front"));
        QCOMPARE(chosen.back().front().toInt(), 2);
        QTest::mouseMove(plot, plot->rect().center());
        QTRY_VERIFY(chart.readout().isEmpty());
    }

    void theArrowKeysWalkAlongTheCost() {
        ScatterChart chart(QStringLiteral("Trade-off"));
        QVERIFY(isShown(chart, threePoints()));
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.readout(), QStringLiteral("small: memory 10, loss 0.5 ± 0.05; on the front"));
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(chart.readout().startsWith(QStringLiteral("worse")));
        QTest::keyClick(&chart, Qt::Key_Left);
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(chart.readout().startsWith(QStringLiteral("small")));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(chart.readout().isEmpty());
    }

    void theFrontIsALineThroughItsPoints() {
        ScatterChart chart(QStringLiteral("Trade-off"));
        QVERIFY(isShown(chart, threePoints()));
        const QImage with = chart.grab().toImage();
        auto points = threePoints();
        for (auto& point : points)
            point.isOnFront = false;
        QVERIFY(isShown(chart, points));
        QVERIFY(chart.grab().toImage() != with);
    }

    void whatIsNotOnTheAxesIsCounted() {
        auto points = threePoints();
        points[1].x = 0;
        points.push_back(
            {.name = QStringLiteral("lost"), .x = 5, .y = std::numeric_limits<double>::quiet_NaN()});
        ScatterChart chart(QStringLiteral("Trade-off"));
        QVERIFY(isShown(chart, points));
        QCOMPARE(chart.note(), QStringLiteral("not on these axes: 1"));
        chart.setContent(points, axis("memory", true), axis("loss"));
        QCOMPARE(chart.note(), QStringLiteral("not on these axes: 2"));
        QVERIFY(chart.shown().left() > 0.0);
    }

    void aScreenReaderHearsEveryPoint() {
        ScatterChart chart(QStringLiteral("Trade-off"));
        chart.setContent(threePoints(), axis("memory"), axis("loss"));
        for (const char* name : {"small: memory 10, loss 0.5 ± 0.05; on the front",
                                 "worse: memory 20, loss 0.9", "large: memory 1000"})
            QVERIFY2(chart.accessibleDescription().contains(QString::fromUtf8(name)),
                     qPrintable(chart.accessibleDescription()));
        chart.setPlaceholder(QStringLiteral("nothing"));
        chart.setContent({}, axis("memory"), axis("loss"));
        QCOMPARE(chart.accessibleDescription(), QStringLiteral("nothing"));
    }

    void everyPointIsInTheFile() {
        ScatterChart chart(QStringLiteral("Trade-off"));
        chart.setContent(threePoints(), axis("memory"), axis("loss"));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        chart.writeCsv(buffer);
        const QStringList lines = QString::fromUtf8(buffer.data()).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[0], QStringLiteral("name,memory,loss,memory ±,loss ±,on the front"));
        QCOMPARE(lines[1], QStringLiteral("small,10,0.5,,0.05,yes"));
        QCOMPARE(lines[2], QStringLiteral("worse,20,0.9,,,no"));
    }

    void namesDoNotLieOverEachOther() {
        const QRectF room(0, 0, 200, 100);
        const auto places =
            placesOfNames({{{20, 50}, {40, 10}}, {{22, 52}, {40, 10}}, {{190, 20}, {40, 10}}}, room, 8);
        QVERIFY(places[0]);
        QCOMPARE(places[0]->left(), 28.0);
        QVERIFY(!places[1]);                  // the first name is there
        QCOMPARE(places[2]->right(), 182.0);  // to the left of its point
    }

    void pointsOnEachOtherShareAName() {
        using Heaps = std::vector<std::vector<std::size_t>>;
        QCOMPARE(coincidentPoints({{20, 50}, {60, 50}, {20, 50}, {22, 51}, {20, 60}}, 4.5),
                 (Heaps{{0, 2, 3}, {1}, {4}}));
        QVERIFY(coincidentPoints({}, 4.5).empty());
    }

    void newPointsForgetTheChoice() {
        ScatterChart chart(QStringLiteral("Trade-off"));
        QVERIFY(isShown(chart, threePoints()));
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(!chart.readout().isEmpty());
        chart.setContent({}, axis("memory"), axis("loss"));
        QVERIFY(chart.readout().isEmpty());
    }
};

WATCHED_TEST_MAIN(ScatterChartTest)
#include "scatter_chart_test.moc"
