#include "ui/charts/series.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

using namespace tunebench::ui;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Waves with spikes, zeros, negative values, NaN and infinities.
std::vector<double> wild(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<double> values(count);
    for (double& value : values) {
        value = static_cast<double>(random() % 2001) / 1000 - 1;
        if (random() % 50 == 0)
            value = kNaN;
        else if (random() % 50 == 0)
            value = std::numeric_limits<double>::infinity();
    }
    return values;
}

std::vector<double> places(std::size_t count) {
    std::vector<double> x(count);
    for (std::size_t i = 0; i < count; ++i)
        x[i] = static_cast<double>(i);
    return x;
}

/// Every point looked at.
Peaks plainPeaks(const std::vector<double>& y, std::size_t begin, std::size_t end) {
    Peaks peaks;
    for (std::size_t i = begin; i < end; ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        if (!std::isfinite(y[i])) {
            peaks.nonfinite = std::min(peaks.nonfinite, index);
            continue;
        }
        if (peaks.lowest == Peaks::kNone || y[i] < y[peaks.lowest])
            peaks.lowest = index;
        if (peaks.highest == Peaks::kNone || y[i] > y[peaks.highest])
            peaks.highest = index;
        if (y[i] > 0 && (peaks.lowestPositive == Peaks::kNone || y[i] < y[peaks.lowestPositive]))
            peaks.lowestPositive = index;
    }
    return peaks;
}

bool areEqual(const Peaks& a, const Peaks& b) {
    return a.lowest == b.lowest && a.highest == b.highest && a.lowestPositive == b.lowestPositive &&
           a.nonfinite == b.nonfinite;
}

}  // namespace

class SeriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peaksEqualALookAtEveryPoint() {
        std::mt19937 random(3);
        for (const std::size_t count : {1, 2, 15, 16, 17, 255, 256, 257, 5000}) {
            const auto y = wild(count, static_cast<unsigned>(count));
            Series series;
            series.set(places(count), y);
            for (int trial = 0; trial < 200; ++trial) {
                const std::size_t a = random() % (count + 1);
                const std::size_t b = random() % (count + 1);
                QVERIFY(areEqual(series.peaks(std::min(a, b), std::max(a, b)),
                                 plainPeaks(y, std::min(a, b), std::max(a, b))));
            }
        }
    }

    void pointsThatComeLaterAreAsIfTheyHadBeenThere() {
        std::mt19937 random(4);
        const auto x = places(3000);
        const auto y = wild(3000, 9);
        Series grown;
        for (std::size_t at = 0; at < y.size();) {
            const std::size_t count = std::min<std::size_t>(1 + random() % 40, y.size() - at);
            grown.append(std::span(x).subspan(at, count), std::span(y).subspan(at, count));
            at += count;
            QVERIFY(areEqual(grown.peaks(0, at), plainPeaks(y, 0, at)));
        }
        QCOMPARE(grown.x(), x);
        QCOMPARE(grown.size(), y.size());
        QCOMPARE(grown.nonfinite(), static_cast<std::size_t>(std::count_if(
                                        y.begin(), y.end(), [](double v) { return !std::isfinite(v); })));
    }

    void aShorterSeriesForgetsTheLonger() {
        Series series;
        series.set(places(5000), wild(5000, 1));
        series.set({1, 2}, {3, kNaN});
        QVERIFY(areEqual(series.peaks(0, 2), plainPeaks({3, kNaN}, 0, 2)));
        QCOMPARE(series.nonfinite(), std::size_t{1});
    }

    void whatIsOutsideIsCountedExactly() {
        const auto y = wild(4000, 5);
        Series series;
        series.set(places(y.size()), y);
        std::mt19937 random(6);
        for (int trial = 0; trial < 200; ++trial) {
            const std::size_t begin = random() % 2000;
            const std::size_t end = begin + random() % 2000;
            const double low = static_cast<double>(random() % 1000) / 1000 - 1;
            const double high = low + static_cast<double>(random() % 1000) / 1000;
            std::size_t expected = 0;
            for (std::size_t i = begin; i < end; ++i)
                expected += std::isfinite(y[i]) && (y[i] < low || y[i] > high) ? 1 : 0;
            QCOMPARE(series.countOutside(begin, end, low, high), expected);
        }
    }

    void placesAreFound() {
        Series series;
        series.set({1, 2, 2, 3}, {0, 0, 0, 0});
        QCOMPARE(series.indexFrom(2), std::size_t{1});
        QCOMPARE(series.indexBehind(2), std::size_t{3});
        QCOMPARE(series.indexFrom(4), std::size_t{4});
    }
};

QTEST_APPLESS_MAIN(SeriesTest)
#include "series_test.moc"
