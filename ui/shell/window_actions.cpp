#include "ui/shell/window_actions.h"

#include <functional>

#include <QAction>
#include <QApplication>
#include <QWidget>

#include "ui/help/help_window.h"
#include "ui/pages/live/run_header.h"
#include "ui/pages/live_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/active_work.h"
#include "ui/shell/page_registry.h"
#include "ui/shell/shell.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

class WindowActions {
    Q_DECLARE_TR_FUNCTIONS(WindowActions)

public:
    WindowActions(QWidget& window, Shell& shell) : window_(window), shell_(shell) {}

    void addRunActions() {
        QAction* start = add("play", tr("Start"), QKeySequence(tr("Ctrl+Return")),
                             [&shell = shell_] { shell.page<SetupPage>().start(); });
        QAction* pause = add("pause", tr("Pause or resume"), QKeySequence(tr("Ctrl+P")),
                             [&shell = shell_] { shell.page<LivePage>().header()->pauseOrResume(); });
        QAction* stop = add("stop", tr("Stop and save"), QKeySequence(tr("Ctrl+.")),
                            [&shell = shell_] { shell.page<LivePage>().header()->stop(); });
        // What Setup describes is started where one sees it.
        const auto updateStart = [start, &shell = shell_] {
            start->setEnabled(shell.current() == Page::Setup);
        };
        const auto updateRun = [pause, stop, &work = shell_.work()] {
            pause->setEnabled(work.hasActiveRun());
            stop->setEnabled(work.hasActiveRun());
        };
        QObject::connect(&shell_, &Shell::shown, start, updateStart);
        QObject::connect(&shell_.work(), &ActiveWork::changed, pause, updateRun);
        updateStart();
        updateRun();
    }

    void addSetupActions() {
        const auto inSetup = [this](const char* iconName, const QString& text, void (SetupPage::*act)()) {
            add(iconName, text, {}, [&shell = shell_, act] {
                shell.show(Page::Setup);
                (shell.page<SetupPage>().*act)();
            });
        };
        inSetup("folder", tr("Open a run file…"), &SetupPage::chooseRunFile);
        inSetup("save", tr("Save the run file…"), &SetupPage::saveRunFile);
        inSetup("sample", tr("Use the sample"), &SetupPage::useSample);
    }

    void addStudyActions() {
        add("study", tr("New study"), {}, [&shell = shell_] {
            shell.show(Page::Study);
            shell.page<StudyPage>().showStep(StudyPage::Plan);
        });
    }

    void addWindowOwn() {
        QAction* help = add("info", tr("Help"), QKeySequence(tr("F1")), [&window = window_, &shell = shell_] {
            showHelp(window, QLatin1String(lineOf(shell.current()).help));
        });
        help->setObjectName(QStringLiteral("show_help"));
        help->setWhatsThis(tr("manual: what this page is for, and how it works"));
        add("settings", tr("Switch between light and dark"), {}, [&shell = shell_] {
            const bool isDark = &colorsFor(QApplication::palette()) == &darkColors();
            storeTheme(shell.workbench().settings(), isDark ? ThemeChoice::Light : ThemeChoice::Dark);
        })->setWhatsThis(tr("toggle theme"));
        add("close", tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [&window = window_] { window.close(); });
    }

private:
    QAction* add(const char* iconName, const QString& text, const QKeySequence& keys,
                 const std::function<void()>& trigger) {
        auto* action = new QAction(icon(QLatin1String(iconName)), text, &window_);
        action->setShortcut(keys);
        QObject::connect(action, &QAction::triggered, &shell_, trigger);
        window_.addAction(action);
        return action;
    }

    QWidget& window_;
    Shell& shell_;
};

}  // namespace

void addWindowActions(QWidget& window, Shell& shell) {
    WindowActions actions(window, shell);
    actions.addRunActions();
    actions.addSetupActions();
    actions.addStudyActions();
    actions.addWindowOwn();
}

}  // namespace tunebench::ui
