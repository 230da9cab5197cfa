#include "ui/theme/colors.h"

namespace tunebench::ui {
namespace {

constexpr int kDarkBelow = 128;  // lightness of the window's background

Colors makeLight() {
    return {
        .window = QColor(0xf3f4f7),
        .rail = QColor(0xe9ebf0),
        .surface = QColor(0xffffff),
        .sunken = QColor(0xffffff),
        .raised = QColor(0xfafbfc),
        .hover = QColor(0xeceff4),
        .border = QColor(0xdfe3ea),
        .outline = QColor(0xc3cad5),
        .grid = QColor(0xebeef3),
        .text = QColor(0x1a1f27),
        .muted = QColor(0x59636f),
        .disabled = QColor(0x959eaa),
        .accent = QColor(0x3455c7),
        .accentHover = QColor(0x2a47ad),
        .onAccent = QColor(0xffffff),
        .accentText = QColor(0x2f4fbf),
        .accentSoft = QColor(0xe4e9fb),
        .success = QColor(0x14713f),
        .successSoft = QColor(0xe1f4e9),
        .warning = QColor(0x845100),
        .warningSoft = QColor(0xfdf0d8),
        .danger = QColor(0xb3261e),
        .dangerSoft = QColor(0xfce7e5),
        .series = {QColor(0x0067a5), QColor(0xc8510a), QColor(0x00805c), QColor(0xa6477f), QColor(0xa06a00),
                   QColor(0x2b83b8), QColor(0x6a51a3), QColor(0x5a6472)},
    };
}

Colors makeDark() {
    return {
        .window = QColor(0x14171c),
        .rail = QColor(0x101318),
        .surface = QColor(0x1c2027),
        .sunken = QColor(0x15181e),
        .raised = QColor(0x272d37),
        .hover = QColor(0x2b323d),
        .border = QColor(0x2c333e),
        .outline = QColor(0x434c5a),
        .grid = QColor(0x262c35),
        .text = QColor(0xe6e9ee),
        .muted = QColor(0xa0a9b6),
        .disabled = QColor(0x6b7482),
        .accent = QColor(0x4364dc),
        .accentHover = QColor(0x4a6ade),
        .onAccent = QColor(0xffffff),
        .accentText = QColor(0x9db1ff),
        .accentSoft = QColor(0x27315a),
        .success = QColor(0x6fd09a),
        .successSoft = QColor(0x173226),
        .warning = QColor(0xf0b95a),
        .warningSoft = QColor(0x3a2d14),
        .danger = QColor(0xff9389),
        .dangerSoft = QColor(0x432220),
        .series = {QColor(0x56b4e9), QColor(0xf08a4b), QColor(0x2fc596), QColor(0xe08fbe), QColor(0xe6b12f),
                   QColor(0x8ab6ff), QColor(0xb69cf0), QColor(0xaab4c2)},
    };
}

void setDisabled(QPalette& palette, const Colors& colors) {
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, colors.surface);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.outline);
}

}  // namespace

const Colors& lightColors() {
    static const Colors colors = makeLight();
    return colors;
}

const Colors& darkColors() {
    static const Colors colors = makeDark();
    return colors;
}

const Colors& colorsFor(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < kDarkBelow ? darkColors()
                                                                                      : lightColors();
}

QPalette paletteOf(const Colors& colors) {
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.sunken);
    palette.setColor(QPalette::AlternateBase, colors.hover);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::Button, colors.raised);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.onAccent);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.accentText);
    palette.setColor(QPalette::LinkVisited, colors.accentText);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.muted);
    palette.setColor(QPalette::Light, colors.surface);
    palette.setColor(QPalette::Midlight, colors.hover);
    palette.setColor(QPalette::Mid, colors.outline);
    palette.setColor(QPalette::Dark, colors.outline);
    palette.setColor(QPalette::Shadow, colors.border);
    setDisabled(palette, colors);
    return palette;
}

}  // namespace tunebench::ui
