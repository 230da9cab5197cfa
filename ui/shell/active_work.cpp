#include "ui/shell/active_work.h"

#include "ui/pages/live_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/shell.h"
#include "ui/workbench.h"

namespace tunebench::ui {

ActiveWork::ActiveWork(Shell& shell) : QObject(&shell), shell_(shell) {
    connect(&shell_.workbench().bridge(), &RunBridge::runEvents, this,
            [this](const QString& id, const std::vector<RunEvent>& events) {
                shell_.page<LivePage>().onEvents(id, events);
                Q_EMIT progressed();
            });
}

bool ActiveWork::hasActiveRun() const {
    const auto* live = shell_.made<LivePage>();
    return live != nullptr && live->hasActiveRun();
}

bool ActiveWork::hasActiveStudy() const {
    auto* study = shell_.made<StudyPage>();
    return study != nullptr && study->runner().isActive();
}

void ActiveWork::stopAndSave() {
    if (hasActiveStudy())
        shell_.page<StudyPage>().runner().suspend();
    else
        shell_.workbench().bridge().host().command(StopCommand{});
}

}  // namespace tunebench::ui
