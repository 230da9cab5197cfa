#include "tests/ui/support/golden_picture.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

#include <QDir>
#include <QPoint>
#include <QtGlobal>

namespace tunebench::ui::test {
namespace {

constexpr int kWhole = std::numeric_limits<int>::max();
constexpr int kAmplified = 4;  // in the picture of a difference

/// In no window of this size may the squares differ by more than `most` on average, of 255.
struct Tolerance {
    int width = 0;  // in squares
    int height = 0;
    double most = 0.0;
};

// Text that moves by half a pixel, or is smoothed otherwise, differs by 8 where it is densest, 4 over
// several lines; by a whole pixel, by 16. A lost label in the palest colour of text differs by 25, a button
// that moved by 6 pixels by 40. The colour of a card and that of the window behind it are 12 apart.
constexpr Tolerance kTolerances[] = {{8, 4, 16.0}, {24, 16, 8.0}, {kWhole, kWhole, 2.0}};

QRgb meanColor(const QImage& picture, const QRect& square) {
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = square.top(); y <= square.bottom(); ++y)
        for (int x = square.left(); x <= square.right(); ++x) {
            const QRgb color = picture.pixel(x, y);
            red += qRed(color);
            green += qGreen(color);
            blue += qBlue(color);
        }
    const int count = square.width() * square.height();
    return qRgb((red + count / 2) / count, (green + count / 2) / count, (blue + count / 2) / count);
}

/// Of the channel that differs most.
int distance(QRgb a, QRgb b) {
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

/// The differences of two pictures of one size, summed so that those of a window are quickly told.
class Differences {
public:
    Differences(const QImage& golden, const QImage& actual)
        : width_(golden.width()),
          height_(golden.height()),
          sums_(static_cast<std::size_t>(width_ + 1) * static_cast<std::size_t>(height_ + 1)) {
        for (int y = 0; y < height_; ++y)
            for (int x = 0; x < width_; ++x)
                sums_[at(x + 1, y + 1)] = distance(golden.pixel(x, y), actual.pixel(x, y)) +
                                          sums_[at(x, y + 1)] + sums_[at(x + 1, y)] - sums_[at(x, y)];
    }

    struct Worst {
        double mean = 0.0;
        QRect window = {};
    };

    Worst worst(const Tolerance& tolerance) const {
        const int width = std::min(tolerance.width, width_);
        const int height = std::min(tolerance.height, height_);
        Worst found;
        for (int y = 0; y + height <= height_; ++y)
            for (int x = 0; x + width <= width_; ++x) {
                const QRect window(x, y, width, height);
                if (const double mean = meanIn(window); mean > found.mean)
                    found = {mean, window};
            }
        return found;
    }

private:
    std::size_t at(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_ + 1) +
               static_cast<std::size_t>(x);
    }

    double meanIn(const QRect& window) const {
        const int right = window.x() + window.width();
        const int below = window.y() + window.height();
        const std::int64_t sum = sums_[at(right, below)] - sums_[at(window.x(), below)] -
                                 sums_[at(right, window.y())] + sums_[at(window.x(), window.y())];
        return static_cast<double>(sum) / (static_cast<double>(window.width()) * window.height());
    }

    int width_;
    int height_;
    std::vector<std::int64_t> sums_;  // of all above and to the left
};

QString sizeText(const QSize& size) {
    return QStringLiteral("%1 × %2").arg(size.width()).arg(size.height());
}

QImage differencePicture(const QImage& golden, const QImage& actual) {
    QImage picture(golden.size(), QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const int gray = std::min(255, kAmplified * distance(golden.pixel(x, y), actual.pixel(x, y)));
            picture.setPixel(x, y, qRgb(gray, gray, gray));
        }
    return picture.scaled(picture.size() * kGoldenCell);
}

/// False when it cannot be written.
bool save(const QImage& picture, const QString& folder, const QString& file) {
    const QDir place(folder);
    return place.mkpath(QStringLiteral(".")) && picture.save(place.filePath(file));
}

}  // namespace

QImage reduced(const QImage& picture) {
    const int side = qRound(kGoldenCell * picture.devicePixelRatio());
    const QImage source = picture.convertToFormat(QImage::Format_RGB32);
    QImage squares((source.width() + side - 1) / side, (source.height() + side - 1) / side,
                   QImage::Format_RGB32);
    for (int y = 0; y < squares.height(); ++y)
        for (int x = 0; x < squares.width(); ++x) {
            const QRect square = QRect(x * side, y * side, side, side) & source.rect();
            squares.setPixel(x, y, meanColor(source, square));
        }
    return squares;
}

QString difference(const QImage& golden, const QImage& actual) {
    if (golden.size() != actual.size())
        return QStringLiteral("the picture has %1 squares, the golden %2")
            .arg(sizeText(actual.size()), sizeText(golden.size()));
    const Differences differences(golden, actual);
    for (const Tolerance& tolerance : kTolerances) {
        const auto [mean, window] = differences.worst(tolerance);
        if (mean > tolerance.most)
            return QStringLiteral("%1 points at (%2, %3) differ by %4 of 255 on average, %5 is tolerated")
                .arg(sizeText(window.size() * kGoldenCell))
                .arg(window.x() * kGoldenCell)
                .arg(window.y() * kGoldenCell)
                .arg(mean, 0, 'f', 1)
                .arg(tolerance.most, 0, 'f', 1);
    }
    return {};
}

GoldenPlaces goldenPlaces() {
    return {.goldens = QStringLiteral(TUNEBENCH_SOURCE_DIR "/tests/data/screenshots"),
            .failures = QStringLiteral(TUNEBENCH_BINARY_DIR "/golden_failures"),
            .isAccepting = qEnvironmentVariableIntValue("TUNEBENCH_ACCEPT_SCREENSHOTS") == 1};
}

QString goldenProblem(const GoldenPlaces& places, const QString& name, const QImage& picture) {
    const QString file = name + QStringLiteral(".png");
    const QString path = QDir(places.goldens).filePath(file);
    const QImage golden(path);
    const QImage actual = reduced(picture);
    const QString what =
        golden.isNull() ? QStringLiteral("there is no golden %1").arg(path) : difference(golden, actual);
    if (what.isEmpty())
        return {};
    if (places.isAccepting)
        return save(actual, places.goldens, file) ? QString()
                                                  : QStringLiteral("%1 cannot be written").arg(path);
    save(picture, places.failures, name + QStringLiteral("-actual.png"));
    if (golden.size() == actual.size())
        save(differencePicture(golden, actual), places.failures, name + QStringLiteral("-difference.png"));
    return QStringLiteral(
               "%1: %2. Look at %1-*.png in %3; if it is right so, run this test again with "
               "TUNEBENCH_ACCEPT_SCREENSHOTS=1.")
        .arg(name, what, places.failures);
}

}  // namespace tunebench::ui::test
