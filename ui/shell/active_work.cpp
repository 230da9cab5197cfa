#include "ui/shell/active_work.h"

#include "ui/pages/export_page.h"
#include "ui/pages/history_page.h"
#include "ui/pages/hub_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/shell.h"
#include "ui/workbench.h"

namespace tunebench::ui {

ActiveWork::ActiveWork(Shell& shell) : QObject(&shell), shell_(shell) {
    connect(&shell_.workbench().bridge(), &RunBridge::runEvents, this,
            [this](const QString& id, const std::vector<RunEvent>& events) {
                shell_.page<LivePage>().onEvents(id, events);
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

QStringList ActiveWork::lostByClosing() const {
    QStringList lost;
    if (const auto* hub = shell_.made<HubPage>(); hub != nullptr && hub->isDownloading())
        lost << tr("A download is under way: it pauses, and what has come stays.");
    if (const auto* page = shell_.made<ExportPage>(); page != nullptr && page->isExporting())
        lost << tr("An export is at work: it has to be done again.");
    if (const auto* history = shell_.made<HistoryPage>(); history != nullptr && history->isTransferring())
        lost << tr(
            "Runs are being imported or written for other programs: what is not done yet is left out.");
    return lost;
}

void ActiveWork::stopAndSave() {
    if (hasActiveStudy())
        shell_.page<StudyPage>().runner().suspend();
    else
        shell_.workbench().bridge().host().command(StopCommand{});
}

}  // namespace tunebench::ui
