// Colors: every colour that the window paints with, light and dark. Text reaches a contrast of 4.5 against
// what lies behind it and curves reach 3 (WCAG 2.1); the curves' hues follow Okabe and Ito, so that they stay
// apart for colour-blind people. Derived from the palette of a widget: nothing global, nothing to refresh by
// hand.
#pragma once

#include <array>

#include <QColor>
#include <QPalette>

namespace tunebench::ui {

struct Colors {
    QColor window = {};   // behind everything
    QColor rail = {};     // navigation
    QColor surface = {};  // cards
    QColor sunken = {};   // inputs, charts, tables
    QColor raised = {};   // buttons
    QColor hover = {};
    QColor border = {};
    QColor outline = {};  // of inputs and buttons
    QColor grid = {};     // in charts
    QColor text = {};
    QColor muted = {};  // secondary text
    QColor disabled = {};
    QColor accent = {};  // filled: primary button, check mark, progress
    QColor accentHover = {};
    QColor onAccent = {};
    QColor accentText = {};  // accent as text or line on `surface`
    QColor accentSoft = {};  // accent behind text
    QColor success = {};
    QColor successSoft = {};
    QColor warning = {};
    QColor warningSoft = {};
    QColor danger = {};
    QColor dangerSoft = {};
    std::array<QColor, 8> series = {};  // curves, and the parts of a stacked bar
};

const Colors& lightColors();
const Colors& darkColors();

/// The set that belongs to a palette made by paletteOf().
const Colors& colorsFor(const QPalette& palette);

QPalette paletteOf(const Colors& colors);

}  // namespace tunebench::ui
