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

Series seriesOf(std::vector<double> x, std::vector<double> y) {
    Series series;
    series.set(std::move(x), std::move(y));
    return series;
}

bool has(const std::vector<double>& values, double wanted) {
    return std::find(values.begin(), values.end(), wanted) != values.end();
}

}  // namespace

class DecimationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAtMostTwoPointsAPixel() {
        const Series series = seriesOf(steps(100'000), std::vector<double>(100'000, 1.0));
        const auto curve = decimate(series, {.from = 0, .to = 99'999, .pixels = 500});
        QVERIFY(curve.x.size() <= 2 * (500 + 2));
        QVERIFY(curve.x.size() >= 500);
    }

    /// Of a million points, wherever it is and however far somebody has zoomed.
    void aSpikeOfOneSampleStaysVisibleAtEveryZoom() {
        constexpr std::size_t kPoints = 1'000'000;
        std::mt19937 random(7);
        std::vector<double> y(kPoints, 1.0);
        for (double& value : y)
            value += 1e-3 * static_cast<double>(random() % 1000);
        for (int trial = 0; trial < 40; ++trial) {
            auto spiked = y;
            const std::size_t place = random() % kPoints;
            spiked[place] = trial % 2 == 0 ? 9.0 : -9.0;
            const Series series = seriesOf(steps(kPoints), spiked);
            for (double width = 1e6; width > 2; width /= 2.7) {
                const double from =
                    static_cast<double>(place) - width * static_cast<double>(random() % 1000) / 1000;
                const auto curve = decimate(series, {.from = from, .to = from + width, .pixels = 300});
                QVERIFY2(has(curve.y, spiked[place]), qPrintable(QString::number(width)));
                QVERIFY(curve.x.size() <= 2 * (300 + 2));
            }
        }
    }

    void theSameSpikesStayOnALogarithmicAxis() {
        std::mt19937 random(8);
        for (int trial = 0; trial < 100; ++trial) {
            std::vector<double> y(100'000, 1.0);
            const std::size_t place = 1 + random() % (y.size() - 1);
            y[place] = 7.0;
            const auto curve = decimate(seriesOf(steps(y.size()), y),
                                        {.from = 0.5, .to = 1e5, .pixels = 300, .isLogarithmic = true}, true);
            QVERIFY(has(curve.y, 7.0));
            QVERIFY(curve.x.front() > 0);  // step 0 has no place there
        }
    }

    void whatIsNotPositiveIsLeftOutOfALogarithmicAxis() {
        const Series series = seriesOf({0, 1, 2, 3}, {1, 0, -5, 2});
        QCOMPARE(decimate(series, {.from = 0, .to = 3, .pixels = 100}, true).y, (std::vector<double>{1, 2}));
    }

    void fewPointsAreAllKept() {
        const auto x = steps(50);
        QCOMPARE(decimate(seriesOf(x, x), {.from = 0, .to = 49, .pixels = 100}).y, x);
    }

    void placesAscend() {
        std::vector<double> y(10'000);
        std::mt19937 random(1);
        for (double& value : y)
            value = static_cast<double>(random() % 1000);
        const auto curve = decimate(seriesOf(steps(y.size()), y), {.from = 100, .to = 9'000, .pixels = 200});
        QVERIFY(std::is_sorted(curve.x.begin(), curve.x.end()));
    }

    void onePointBeyondEachEndIsKept() {
        const auto x = steps(100);
        const auto few = decimate(seriesOf(x, x), {.from = 10.5, .to = 20.5, .pixels = 1000});
        QCOMPARE(few.x.front(), 10.0);
        QCOMPARE(few.x.back(), 21.0);
        const auto many = steps(100'000);
        const auto dense = decimate(seriesOf(many, many), {.from = 10.5, .to = 90'000.5, .pixels = 100});
        QCOMPARE(dense.x.front(), 10.0);
        QCOMPARE(dense.x.back(), 90'001.0);
    }

    void nonfiniteValuesAreReportedApart() {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        const auto curve =
            decimate(seriesOf({0, 1, 2, 3}, {1, nan, 2, infinity}), {.from = 0, .to = 3, .pixels = 100});
        QCOMPARE(curve.y, (std::vector<double>{1, 2}));
        QCOMPARE(curve.nonfinite, (std::vector<double>{1, 3}));
        std::vector<double> y(100'000, 1.0);
        y[54'321] = nan;
        const auto dense = decimate(seriesOf(steps(y.size()), y), {.from = 0, .to = 99'999, .pixels = 100});
        QCOMPARE(dense.nonfinite, (std::vector<double>{54'321}));
    }

    void nothingGivesNothing() {
        QCOMPARE(decimate({}, {.from = 0, .to = 1, .pixels = 100}), DecimatedCurve());
    }
};

QTEST_APPLESS_MAIN(DecimationTest)
#include "decimation_test.moc"
