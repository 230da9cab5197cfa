// OpenedWindow: the real window on a data folder of its own, with the fake engine behind it, as a user meets
// it.
#pragma once

#include <memory>

#include "tests/support/fake_engine.h"
#include "tests/support/temporary_folder.h"
#include "ui/main_window.h"
#include "ui/workbench.h"

namespace tunebench::ui::test {

class OpenedWindow {
public:
    explicit OpenedWindow(const tunebench::test::FakeEngineOptions& options = {});
    /// With another engine, or none.
    explicit OpenedWindow(RunHost::MakeEngine makeEngine, Workbench::EngineProblem problem = {});

    MainWindow& window() { return *window_; }
    Workbench& workbench() { return *workbench_; }
    const std::filesystem::path& folder() const { return folder_.path(); }
    std::filesystem::path dataFolder() const { return folder_.path() / "data"; }

    /// Writes model, data and run file of a tiny run below folder(), and opens it in Setup.
    void openTinyRun(std::int64_t steps, const std::string& name = "tiny");
    bool waitUntilStartable();
    bool startAndWaitForPoints(std::size_t points);
    bool waitUntilFinished();

    /// The window goes and a new one comes, as after a restart.
    void reopen();

private:
    void open();

    tunebench::test::TemporaryFolder folder_;
    RunHost::MakeEngine makeEngine_;
    Workbench::EngineProblem problem_;
    std::unique_ptr<Workbench> workbench_;
    std::unique_ptr<MainWindow> window_;
};

/// The key in the window, which becomes the active one, wherever its focus is.
void press(OpenedWindow& opened, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier);

/// A click on the button of that object name below `parent`, as soon as it can be clicked; false when it
/// cannot.
bool click(QWidget& parent, const char* objectName);

/// A click on a button with that text below `parent`, as soon as it is seen: one that was just added to a
/// layout is shown by the event loop. False when none is.
bool clickText(QWidget& parent, const QString& text);

}  // namespace tunebench::ui::test
