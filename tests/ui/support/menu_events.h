// Menus as a user works them: opened by a click, entries chosen by the mouse.
#pragma once

#include <QStringList>

class QWidget;

namespace tunebench::ui::test {

/// Clicks the button of that name below `parent`, and then the entries of these texts, each but the last of
/// which opens a menu. False when one is missing or cannot be chosen.
bool chooseFromMenu(QWidget& parent, const char* buttonName, const QStringList& path);

/// The same in a menu that is open, or opens at once.
bool chooseFromOpenMenu(const QStringList& path);

}  // namespace tunebench::ui::test
