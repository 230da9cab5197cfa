#include "ui/theme/colors.h"

#include <cmath>

#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

namespace {

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// WCAG 2.1.
double contrast(const QColor& a, const QColor& b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

struct Pair {
    const char* name;
    QColor text;
    QColor ground;
};

std::vector<Pair> textPairs(const Colors& c) {
    return {{"text on window", c.text, c.window},
            {"text on surface", c.text, c.surface},
            {"text on hover", c.text, c.hover},
            {"muted on window", c.muted, c.window},
            {"muted on surface", c.muted, c.surface},
            {"muted on rail", c.muted, c.rail},
            {"muted on hover", c.muted, c.hover},
            {"accent text on surface", c.accentText, c.surface},
            {"accent text on soft accent", c.accentText, c.accentSoft},
            {"text on soft accent", c.text, c.accentSoft},
            {"on accent", c.onAccent, c.accent},
            {"on hovered accent", c.onAccent, c.accentHover},
            {"success", c.success, c.surface},
            {"success on its ground", c.success, c.successSoft},
            {"warning", c.warning, c.surface},
            {"warning on its ground", c.warning, c.warningSoft},
            {"danger", c.danger, c.surface},
            {"danger on its ground", c.danger, c.dangerSoft}};
}

}  // namespace

class ColorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableInBothThemes() {
        for (const Colors* colors : {&lightColors(), &darkColors()})
            for (const Pair& pair : textPairs(*colors))
                QVERIFY2(contrast(pair.text, pair.ground) >= 4.5,
                         qPrintable(
                             QStringLiteral("%1: %2").arg(pair.name).arg(contrast(pair.text, pair.ground))));
    }

    void curvesStandOutFromTheirGround() {
        for (const Colors* colors : {&lightColors(), &darkColors()})
            for (const QColor& curve : colors->series)
                QVERIFY2(
                    contrast(curve, colors->surface) >= 3.0,
                    qPrintable(
                        QStringLiteral("%1: %2").arg(curve.name()).arg(contrast(curve, colors->surface))));
    }

    void aPaletteTellsItsTheme() {
        QCOMPARE(&colorsFor(paletteOf(darkColors())), &darkColors());
        QCOMPARE(&colorsFor(paletteOf(lightColors())), &lightColors());
    }
};

WATCHED_TEST_MAIN(ColorsTest)
#include "colors_test.moc"
