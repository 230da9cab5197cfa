// WindowActions: what can be done from anywhere in the window, by keys and by name.
#pragma once

class QWidget;

namespace tunebench::ui {

class Shell;

/// As QWidget::actions() of the window, so that their keys work wherever the focus is. Those that have
/// nothing to act on are disabled.
void addWindowActions(QWidget& window, Shell& shell);

}  // namespace tunebench::ui
