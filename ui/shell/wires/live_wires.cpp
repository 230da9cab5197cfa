#include "ui/desktop/run_presence.h"
#include "ui/pages/live_page.h"
#include "ui/shell/active_work.h"
#include "ui/shell/run_requests.h"
#include "ui/shell/shell.h"
#include "ui/shell/wires.h"
#include "ui/workbench.h"

namespace tunebench::ui {

void wire(LivePage& page, Shell& shell) {
    QObject::connect(&page, &LivePage::setupRequested, &shell, [&shell] { shell.show(Page::Setup); });
    QObject::connect(&page, &LivePage::againRequested, &shell.runs(), &RunRequests::start);
    QObject::connect(&page, &LivePage::exportRequested, &shell.runs(), &RunRequests::exportRun);
    QObject::connect(&page, &LivePage::stateChanged, &shell.work(), &ActiveWork::changed);
    QObject::connect(&page, &LivePage::refreshed, &shell.work(), &ActiveWork::progressed);
    auto* presence = new RunPresence(page.state(), shell.workbench().settings(), &page, desktopBuses());
    QObject::connect(&page, &LivePage::stateChanged, presence,
                     [&page, presence] { presence->update(page.hasActiveRun(), page.runName()); });
}

}  // namespace tunebench::ui
