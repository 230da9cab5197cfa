// Theme: the look of the whole program. Qt 6.4 has no colour-scheme setting, so the palettes are our own;
// "system" follows what the platform's palette is when the program starts.
#pragma once

class QApplication;
class QString;

namespace tunebench::ui {

enum class ThemeChoice { System, Light, Dark };

/// Once, after the application was made: style, icons and palette.
void installTheme(QApplication& application, ThemeChoice choice);

/// Changes the palette; every widget follows.
void applyTheme(QApplication& application, ThemeChoice choice);

ThemeChoice themeFromText(const QString& text);  // "system", "light", "dark": stored in the settings
QString themeText(ThemeChoice choice);

}  // namespace tunebench::ui
