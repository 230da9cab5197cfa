// SPDX-License-Identifier: GPL-3.0-or-later
// The window: services are built, the window is shown, and at the end everything is saved before the process
// goes.
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <QApplication>

#include "app/gui/arguments.h"
#include "app/gui/first_paint.h"
#include "app/gui/quit_on_signal.h"
#include "app/library_environment.h"
#include "core/engine_api/loader.h"
#include "ui/main_window.h"
#include "ui/pages/settings_page.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"

int main(int argc, char** argv) {
    tunebench::set_library_environment();
    int code = 0;
    {
        QApplication application(argc, argv);
        QApplication::setApplicationName(QStringLiteral("tunebench"));
        QApplication::setApplicationDisplayName(QStringLiteral("Tunebench"));
        QApplication::setApplicationVersion(QStringLiteral(TUNEBENCH_VERSION));
        QApplication::setDesktopFileName(QStringLiteral("tunebench"));
        const tunebench::QuitOnSignal quitOnSignal;
        const auto arguments = tunebench::parse_gui_arguments(application);

        auto workbench = std::make_unique<tunebench::ui::Workbench>(
            arguments.data_folder, [] { return tunebench::load_engine(tunebench::engine_candidates()); },
            [] { return tunebench::ui::missingEngine(tunebench::engine_candidates()); });
        tunebench::ui::installLanguage(application, tunebench::ui::storedLanguage(workbench->settings()));
        tunebench::ui::installTheme(application, tunebench::ui::storedTheme(workbench->settings()));
        auto window = std::make_unique<tunebench::ui::MainWindow>(*workbench);
        if (arguments.exits_after_first_paint)
            tunebench::exit_after_first_paint(*window);
        const bool isOpen = !arguments.run_file.empty() && window->openRunFile(arguments.run_file);
        if (isOpen && arguments.starts)
            window->startWhenChecked();
        window->show();
        code = QApplication::exec();
        window.reset();
        workbench.reset();  // a running session is stopped and saved, the history flushed
        std::fflush(nullptr);
        std::quick_exit(code);  // LibTorch's own teardown is not to be trusted
    }
}
