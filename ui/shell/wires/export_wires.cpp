#include "ui/pages/export_page.h"
#include "ui/shell/wires.h"
#include "ui/shell/wires/busy_wire.h"

namespace tunebench::ui {

void wire(ExportPage& page, Shell& shell) {
    QObject::connect(&page, &ExportPage::historyRequested, &shell, [&shell] { shell.show(Page::History); });
    tellWhetherBusy(page, shell);
}

}  // namespace tunebench::ui
