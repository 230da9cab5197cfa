#include "ui/charts/decimation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

using namespace tunebench::ui;

namespace {

std::vector<double> steps(std::size_t count) {
    std::vector<double> x(count);
    for (std::size_t i = 0; i < count; ++i)
        x[i] = static_cast<double>(i);
    return x;
}

}  // namespace

class DecimationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAtMostTwoPointsAPixel() {
        const auto x = steps(100'000);
        const std::vector<double> y(x.size(), 1.0);
        const auto curve = decimate(x, y, 0, 99'999, 500);
        QVERIFY(curve.x.size() <= 2 * (500 + 2));
    }

    void aSpikeOfOneSampleStaysVisible() {
        const auto x = steps(100'000);
        std::mt19937 random(7);
        for (int trial = 0; trial < 200; ++trial) {
            std::vector<double> y(x.size(), 1.0);
            const std::size_t place = random() % y.size();
            y[place] = trial % 2 == 0 ? 9.0 : -9.0;
            const auto curve = decimate(x, y, 0, 99'999, 300);
            QVERIFY(std::find(curve.y.begin(), curve.y.end(), y[place]) != curve.y.end());
        }
    }

    void fewPointsAreAllKept() {
        const auto x = steps(50);
        auto y = x;
        QCOMPARE(decimate(x, y, 0, 49, 100).y, y);
    }

    void placesAscend() {
        const auto x = steps(10'000);
        std::vector<double> y(x.size());
        std::mt19937 random(1);
        for (double& value : y)
            value = static_cast<double>(random() % 1000);
        const auto curve = decimate(x, y, 100, 9'000, 200);
        QVERIFY(std::is_sorted(curve.x.begin(), curve.x.end()));
    }

    void onePointBeyondEachEndIsKept() {
        const auto x = steps(100);
        const auto curve = decimate(x, x, 10.5, 20.5, 1000);
        QCOMPARE(curve.x.front(), 10.0);
        QCOMPARE(curve.x.back(), 21.0);
    }

    void nonfiniteValuesAreReportedApart() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const std::vector<double> x = {0, 1, 2, 3};
        const std::vector<double> y = {1, nan, 2, std::numeric_limits<double>::infinity()};
        const auto curve = decimate(x, y, 0, 3, 100);
        QCOMPARE(curve.y, (std::vector<double>{1, 2}));
        QCOMPARE(curve.nonfinite, (std::vector<double>{1, 3}));
    }

    void nothingGivesNothing() { QCOMPARE(decimate({}, {}, 0, 1, 100), DecimatedCurve()); }
};

QTEST_APPLESS_MAIN(DecimationTest)
#include "decimation_test.moc"
