#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyleFactory>
#include <QToolTip>
#include <QVariant>

#include "ui/theme/colors.h"
#include "ui/theme/workbench_style.h"

// Outside every namespace, as the macro demands: the linker drops a static library's resources otherwise.
static void initIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace tunebench::ui {
namespace {

constexpr char kSystemIsDark[] = "tunebenchSystemIsDark";

}  // namespace

void installTheme(QApplication& application, ThemeChoice choice) {
    initIcons();
    // Before our own palette hides it.
    application.setProperty(kSystemIsDark, &colorsFor(QApplication::palette()) == &darkColors());
    QApplication::setStyle(new WorkbenchStyle(QStyleFactory::create(QStringLiteral("Fusion"))));
    applyTheme(application, choice);
}

void applyTheme(QApplication& application, ThemeChoice choice) {
    const bool isDark = choice == ThemeChoice::Dark ||
                        (choice == ThemeChoice::System && application.property(kSystemIsDark).toBool());
    const QPalette palette = paletteOf(isDark ? darkColors() : lightColors());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

ThemeChoice themeFromText(const QString& text) {
    if (text == QLatin1String("light"))
        return ThemeChoice::Light;
    return text == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

QString themeText(ThemeChoice choice) {
    switch (choice) {
        case ThemeChoice::Light:
            return QStringLiteral("light");
        case ThemeChoice::Dark:
            return QStringLiteral("dark");
        case ThemeChoice::System:
            break;
    }
    return QStringLiteral("system");
}

}  // namespace tunebench::ui
