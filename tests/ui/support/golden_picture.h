// Golden pictures: what somebody has looked at and accepted, stored as the mean colours of small squares. So
// reduced, a picture that differs by the smoothing of edges or by half a pixel stays nearly the same, one in
// which a part was moved, cut off or drawn in another colour does not; and it takes a few kilobytes.
#pragma once

#include <QImage>
#include <QString>

namespace tunebench::ui::test {

/// The side of the squares, in points: at twice the scale they have twice as many pixels.
inline constexpr int kGoldenCell = 4;

/// One pixel for each square; what is left at the right and below makes smaller ones.
QImage reduced(const QImage& picture);

/// What differs between two reduced pictures by more than is tolerated, in words; empty when nothing does.
QString difference(const QImage& golden, const QImage& actual);

struct GoldenPlaces {
    QString goldens = {};      // folder of <name>.png
    QString failures = {};     // folder of <name>-actual.png and <name>-difference.png
    bool isAccepting = false;  // a golden that is missing, or differs, is written
};

/// tests/data/screenshots of the sources and golden_failures of the build; accepting when
/// TUNEBENCH_ACCEPT_SCREENSHOTS is 1.
GoldenPlaces goldenPlaces();

/// Why `picture`, in full size, is not what the golden of that name shows, where to look, and how to accept
/// it; empty when it is, or was accepted.
QString goldenProblem(const GoldenPlaces& places, const QString& name, const QImage& picture);

}  // namespace tunebench::ui::test
