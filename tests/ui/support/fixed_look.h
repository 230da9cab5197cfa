// What pictures depend on beside the program: fonts and their smoothing, scale, locale, time zone, focus, and
// whether what is read and drawn in the background has come yet.
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace tunebench::ui::test {

/// Before the application is made, in initMain() of a test: DejaVu Sans without hinting, drawn offscreen with
/// 96 points an inch, as in Debian's C.UTF-8 and UTC. QT_SCALE_FACTOR stays when it is 2.
void fixLook();

/// Why the pictures that are drawn here cannot be compared with those of tests/data/screenshots; empty when
/// they can.
QString reasonNotToCompare();

/// The window without focus, once it does not change any more; null when it never stops changing.
QImage pictureAtRest(QWidget& window);

/// Fills what is seen of a part of the window with one colour.
void cover(QImage& picture, const QWidget& window, const QWidget& part);

}  // namespace tunebench::ui::test
