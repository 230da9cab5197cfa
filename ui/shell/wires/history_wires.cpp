#include "ui/pages/compare_page.h"
#include "ui/pages/history_page.h"
#include "ui/shell/run_requests.h"
#include "ui/shell/wires.h"
#include "ui/shell/wires/busy_wire.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {

void wire(HistoryPage& page, Shell& shell) {
    QObject::connect(&page, &HistoryPage::setupRequested, &shell, [&shell] { shell.show(Page::Setup); });
    QObject::connect(&page, &HistoryPage::againRequested, &shell.runs(), &RunRequests::prepareLike);
    QObject::connect(&page, &HistoryPage::exportRequested, &shell.runs(), &RunRequests::exportRun);
    QObject::connect(&page, &HistoryPage::resumeRequested, &shell.runs(),
                     [&runs = shell.runs()](const QString& name, const QString& folder) {
                         runs.resume(name, toPath(folder));
                     });
    QObject::connect(&page, &HistoryPage::compareRequested, &shell, [&shell](const QStringList& ids) {
        shell.page<ComparePage>().setRuns(ids);
        shell.show(Page::Compare);
    });
    tellWhetherBusy(page, shell);
}

}  // namespace tunebench::ui
