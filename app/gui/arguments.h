// What the window's program understands on its command line.
#pragma once

#include <filesystem>

class QCoreApplication;

namespace tunebench {

struct GuiArguments {
    std::filesystem::path data_folder = {};
    std::filesystem::path run_file = {};  // opened in Setup
    bool starts = false;                  // the run file, once Setup has checked it
    bool exits_after_first_paint = false;
};

/// Ends the program on --help, --version and wrong use.
GuiArguments parse_gui_arguments(const QCoreApplication& application);

}  // namespace tunebench
