// Icons: the program's own drawings (resources/icons), painted in the colour of the text around them.
#pragma once

#include <QIcon>

class QString;

namespace tunebench::ui {

/// `name` is that of the file without its suffix. The icon takes the application's palette when it is
/// painted, so that it follows the theme; a name without a file gives an empty icon.
QIcon icon(const QString& name);

/// For icons on a filled (accent) button.
QIcon iconOnAccent(const QString& name);

/// For icons beside a link.
QIcon iconOfLink(const QString& name);

}  // namespace tunebench::ui
