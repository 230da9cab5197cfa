// For measuring how fast the window opens.
#pragma once

class QWidget;

namespace tunebench {

/// Prints the milliseconds since the process was started, once the window was painted, and ends the program.
void exit_after_first_paint(QWidget& window);

}  // namespace tunebench
