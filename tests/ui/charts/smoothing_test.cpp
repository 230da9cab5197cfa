#include "ui/charts/smoothing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

using tunebench::ui::smoothed;
using tunebench::ui::Smoother;

namespace {

constexpr double kExact = 1e-12;

}  // namespace

class SmoothingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The reference case, its values as exact fractions.
    void equalsTensorBoard() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const auto curve = smoothed(std::vector<double>{5, 3, 4, nan, 2, 1}, 0.6);
        const std::vector<double> expected = {5, 15.0 / 4, 190.0 / 49, nan, 205.0 / 68, 3085.0 / 1441};
        for (std::size_t i = 0; i < expected.size(); ++i) {
            if (std::isnan(expected[i]))
                QVERIFY(std::isnan(curve[i]));
            else
                QVERIFY(std::abs(curve[i] - expected[i]) < kExact);
        }
    }

    /// The formula written out: the sum of all values with their weights.
    void equalsTheFormulaForAnySeries() {
        std::mt19937 random(11);
        for (int trial = 0; trial < 1000; ++trial) {
            std::vector<double> values(1 + random() % 60);
            for (double& value : values)
                value = random() % 12 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                           : static_cast<double>(random() % 100'000) / 1000 - 50;
            const double weight = static_cast<double>(random() % 999) / 1000;
            const auto curve = smoothed(values, weight);
            std::vector<long double> finite;
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (!std::isfinite(values[i])) {
                    QVERIFY(std::isnan(curve[i]));
                    continue;
                }
                finite.push_back(values[i]);
                const auto w = static_cast<long double>(weight);
                long double sum = 0;
                long double weights = 0;
                for (std::size_t k = 0; k < finite.size(); ++k) {
                    const auto share = std::pow(w, static_cast<long double>(finite.size() - 1 - k));
                    sum += share * finite[k];
                    weights += share;
                }
                const auto expected = static_cast<double>(sum / weights);
                QVERIFY2(std::abs(curve[i] - expected) <= kExact * std::max(1.0, std::abs(expected)),
                         qPrintable(QString::number(curve[i] - expected)));
            }
        }
    }

    void oneAfterTheOtherIsTheSame() {
        const std::vector<double> values = {5, 5, 3, 4, 2, 1};
        Smoother smoother(0.6);
        std::vector<double> curve;
        for (const double value : values)
            curve.push_back(smoother.next(value));
        QCOMPARE(curve, smoothed(values, 0.6));
        QCOMPARE(curve[1], 5.0);
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
