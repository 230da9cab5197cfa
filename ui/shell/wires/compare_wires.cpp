#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/shell/shell.h"
#include "ui/shell/wires.h"

namespace tunebench::ui {

void wire(ComparePage& page, Shell& shell) {
    QObject::connect(&page, &ComparePage::historyRequested, &shell, [&shell](const QStringList& ids) {
        shell.show(Page::History);
        shell.page<HistoryPage>().select(ids);
    });
}

}  // namespace tunebench::ui
