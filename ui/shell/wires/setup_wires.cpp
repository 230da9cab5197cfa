#include "ui/pages/hub_page.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/run_requests.h"
#include "ui/shell/wires.h"
#include "ui/shell/wires/busy_wire.h"

namespace tunebench::ui {

void wire(SetupPage& page, Shell& shell) {
    QObject::connect(&page, &SetupPage::startRequested, &shell.runs(), &RunRequests::start);
    QObject::connect(&page, &SetupPage::liveRequested, &shell, [&shell] { shell.show(Page::Live); });
    QObject::connect(&page, &SetupPage::hubRequested, &shell, [&shell](RepositoryKind kind) {
        shell.page<HubPage>().setKind(kind);
        shell.show(Page::Hub);
    });
    tellWhetherBusy(page, shell);
}

}  // namespace tunebench::ui
