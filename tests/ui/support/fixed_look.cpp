#include "tests/ui/support/fixed_look.h"

#include <QApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QPainter>
#include <QTest>
#include <QVersionNumber>
#include <QWidget>

namespace tunebench::ui::test {
namespace {

constexpr char kFont[] = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
constexpr int kGoldenMinor = 4;  // goldens are made with Qt 6.4
constexpr int kRestMs = 400;     // pictures of charts come at most every 100 ms
constexpr int kMostLooks = 25;

}  // namespace

void fixLook() {
    for (const char* name :
         {"QT_STYLE_OVERRIDE", "QT_FONT_DPI", "QT_SCREEN_SCALE_FACTORS", "QT_ENABLE_HIGHDPI_SCALING",
          "QT_USE_PHYSICAL_DPI", "QT_SCALE_FACTOR_ROUNDING_POLICY", "LANGUAGE", "FONTCONFIG_SYSROOT"})
        qunsetenv(name);
    if (qgetenv("QT_SCALE_FACTOR") != "2")
        qunsetenv("QT_SCALE_FACTOR");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("LC_ALL", "C.UTF-8");
    qputenv("TZ", "UTC");
    // Without a font that it names Qt draws nothing at all.
    if (QFile::exists(QLatin1String(kFont)))
        qputenv("FONTCONFIG_FILE", TUNEBENCH_SOURCE_DIR "/tests/ui/support/fixed_fonts.conf");
}

QString reasonNotToCompare() {
    const QVersionNumber qt = QLibraryInfo::version();
    if (qt.majorVersion() != 6 || qt.minorVersion() != kGoldenMinor)
        return QStringLiteral("goldens are made with Qt 6.%1, this is Qt %2")
            .arg(QString::number(kGoldenMinor), qt.toString());
    if (!QFile::exists(QLatin1String(kFont)))
        return QStringLiteral("goldens are made with %1, which is not installed").arg(QLatin1String(kFont));
    return {};
}

QImage pictureAtRest(QWidget& window) {
    QImage before;
    for (int look = 0; look < kMostLooks; ++look) {
        if (QWidget* focused = QApplication::focusWidget())
            focused->clearFocus();
        QTest::qWait(kRestMs);
        const QImage now = window.grab().toImage();
        if (now == before)
            return now;
        before = now;
    }
    return {};
}

void cover(QImage& picture, const QWidget& window, const QWidget& part) {
    const QRect seen = part.visibleRegion().boundingRect();
    QPainter painter(&picture);
    painter.fillRect(seen.translated(part.mapTo(&window, QPoint())), Qt::gray);
}

}  // namespace tunebench::ui::test
