#include "tests/ui/support/opened_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include "tests/support/fixtures.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"

namespace tunebench::ui::test {
namespace {

constexpr int kWaitMs = 30'000;
constexpr int kLeastHeight = 12;

}  // namespace

OpenedWindow::OpenedWindow(const tunebench::test::FakeEngineOptions& options)
    : OpenedWindow([options] {
          return Result<std::unique_ptr<Engine>>(tunebench::test::make_fake_engine(options));
      }) {}

OpenedWindow::OpenedWindow(RunHost::MakeEngine makeEngine, Workbench::EngineProblem problem)
    : makeEngine_(std::move(makeEngine)), problem_(std::move(problem)) {
    std::filesystem::create_directories(dataFolder());
    open();
}

void OpenedWindow::open() {
    workbench_ = std::make_unique<Workbench>(dataFolder(), makeEngine_, problem_);
    window_ = std::make_unique<MainWindow>(*workbench_);
    window_->resize(1100, 700);
    window_->show();
    static_cast<void>(QTest::qWaitForWindowExposed(window_.get()));
}

void OpenedWindow::reopen() {
    window_.reset();
    workbench_.reset();
    open();
}

void OpenedWindow::openTinyRun(std::int64_t steps, const std::string& name) {
    RunConfig config = tunebench::test::tiny_run(folder() / "tiny", steps);
    config.general.name = name;
    const auto file = folder() / (name + ".tunebench.json");
    static_cast<void>(save_run_file(config, file));
    window_->openRunFile(file);
}

bool OpenedWindow::waitUntilStartable() {
    auto* start = window_->findChild<QAbstractButton*>(QStringLiteral("start"));
    return QTest::qWaitFor([start] { return start->isEnabled(); }, kWaitMs);
}

bool OpenedWindow::startAndWaitForPoints(std::size_t points) {
    if (!waitUntilStartable() || !click(*window_, "start"))
        return false;
    const LivePage* live = window_->livePage();
    return QTest::qWaitFor([live, points] { return live->state().loss.steps.size() >= points; }, kWaitMs);
}

bool OpenedWindow::waitUntilFinished() {
    const LivePage* live = window_->livePage();
    return QTest::qWaitFor([live] { return live->state().finished.has_value(); }, kWaitMs);
}

void press(OpenedWindow& opened, Qt::Key key, Qt::KeyboardModifiers modifiers) {
    opened.window().activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&opened.window()));
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &opened.window(), key, modifiers);
}

bool click(QWidget& parent, const char* objectName) {
    auto* button = parent.findChild<QAbstractButton*>(QString::fromLatin1(objectName));
    if (button == nullptr)
        return false;
    // A page that has just come has no layout yet: its buttons have no place to be clicked at.
    QCoreApplication::processEvents();
    const auto canBeClicked = [button] {
        return button->isVisible() && button->isEnabled() && button->height() >= kLeastHeight;
    };
    if (!QTest::qWaitFor(canBeClicked))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool clickText(QWidget& parent, const QString& text) {
    const auto clickIt = [&] {
        for (auto* button : parent.findChildren<QAbstractButton*>())
            if (button->text() == text && button->isVisible() && button->isEnabled()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        return false;
    };
    return QTest::qWaitFor(clickIt, kWaitMs);
}

}  // namespace tunebench::ui::test
