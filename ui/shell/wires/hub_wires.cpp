#include "ui/pages/hub_page.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/shell.h"
#include "ui/shell/wires.h"

namespace tunebench::ui {

void wire(HubPage& page, Shell& shell) {
    QObject::connect(&page, &HubPage::useRequested, &shell,
                     [&shell](RepositoryKind kind, const QString& name) {
                         shell.page<SetupPage>().useHubName(kind, name);
                         shell.show(Page::Setup);
                     });
}

}  // namespace tunebench::ui
