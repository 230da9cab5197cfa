// Menus and choices as a user works them: opened by a click, entries chosen by the mouse or by keys.
#pragma once

#include <QStringList>
#include <QVariant>

class QComboBox;
class QWidget;

namespace tunebench::ui::test {

/// Clicks the button of that name below `parent`, and then the entries of these texts, each but the last of
/// which opens a menu. False when one is missing or cannot be chosen.
bool chooseFromMenu(QWidget& parent, const char* buttonName, const QStringList& path);

/// The same in a menu that is open, or opens at once.
bool chooseFromOpenMenu(const QStringList& path);

/// Clicks the button, and goes by keys to the entries of these texts or object names; an empty one is the
/// first. Each key is an event of its own, as its cost is watched. The last entry opens no menu. False when
/// an entry is missing or cannot be chosen.
bool chooseByKeys(QWidget& parent, const char* buttonName, const QStringList& path);

/// To the entry with this datum by the arrow keys; false when there is none, or it cannot be reached.
bool walkTo(QComboBox& choice, const QVariant& datum);
/// In the choice of that object name below `parent`.
bool walkTo(QWidget& parent, const char* choiceName, const QVariant& datum);

}  // namespace tunebench::ui::test
