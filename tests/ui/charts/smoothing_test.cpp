#include "ui/charts/smoothing.h"

#include <cmath>
#include <limits>

#include <QTest>

using tunebench::ui::smoothed;

class SmoothingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsTensorBoard() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto curve = smoothed(std::vector<double>{5, 3, 4, nan, 2, 1}, 0.6);
        const std::vector<double> expected = {5, 3.75, 3.877551, nan, 3.014706, 2.140874};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (std::isnan(expected[i]))
                QVERIFY(std::isnan(curve[i]));
            else
                QVERIFY(std::abs(curve[i] - expected[i]) < 1e-6);
        }
    }

    void weightZeroChangesNothing() {
        const std::vector<double> values = {1, 5, 2};
        QCOMPARE(smoothed(values, 0.0), values);
    }

    void equalValuesStayEqual() {
        const std::vector<double> values(1000, 0.1);
        QCOMPARE(smoothed(values, 0.999), values);
    }

    void weightOneIsHeldBelowOne() {
        const auto curve = smoothed(std::vector<double>{2, 4}, 1.0);
        QCOMPARE(curve[0], 2.0);
        QVERIFY(curve[1] > 2.9 && curve[1] < 3.1);
    }

    void infinityIsPassedThroughAndForgotten() {
        const double infinity = std::numeric_limits<double>::infinity();
        const auto curve = smoothed(std::vector<double>{1, infinity, 3}, 0.5);
        QVERIFY(std::isinf(curve[1]));
        QVERIFY(std::isfinite(curve[2]));
    }
};

QTEST_APPLESS_MAIN(SmoothingTest)
#include "smoothing_test.moc"
