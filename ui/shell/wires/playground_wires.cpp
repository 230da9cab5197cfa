#include "ui/pages/live_page.h"
#include "ui/pages/playground_page.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/active_work.h"
#include "ui/shell/shell.h"
#include "ui/shell/wires.h"

namespace tunebench::ui {
namespace {

/// A run that is paused can be asked itself.
void tellOfRun(PlaygroundPage& page, const Shell& shell) {
    const auto* live = shell.made<LivePage>();
    if (live == nullptr)
        return;
    const RunState& state = live->state();
    const bool isPaused = live->hasActiveRun() && state.isPaused();
    const std::int64_t step = state.last_step ? state.last_step->step : 0;
    page.setRun(live->hasActiveRun(), isPaused ? std::optional(step) : std::nullopt);
}

}  // namespace

void wire(PlaygroundPage& page, Shell& shell) {
    QObject::connect(&page, &PlaygroundPage::setupRequested, &shell, [&shell] { shell.show(Page::Setup); });
    QObject::connect(
        &page, &PlaygroundPage::setupEdited, &shell,
        [&shell](const std::function<void(RunConfig&)>& edit) { shell.page<SetupPage>().edit(edit); });
    QObject::connect(&shell.work(), &ActiveWork::changed, &page, [&page, &shell] { tellOfRun(page, shell); });
    shell.whenShown(Page::Playground, page, [&page, &shell] {
        page.suggestModel(shell.page<SetupPage>().config().model.path);
        tellOfRun(page, shell);
    });
}

}  // namespace tunebench::ui
