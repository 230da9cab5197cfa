#include "ui/pages/live/run_header.h"
#include "ui/pages/live_page.h"
#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/wires.h"
#include "ui/shell/wires/busy_wire.h"

namespace tunebench::ui {

void wire(StudyPage& page, Shell& shell) {
    QObject::connect(&page, &StudyPage::activeChanged, &shell.work(), &ActiveWork::changed);
    QObject::connect(&page, &StudyPage::liveRequested, &shell, [&shell] { shell.show(Page::Live); });
    QObject::connect(&page, &StudyPage::setupFieldRequested, &shell, [&shell](const QString& field) {
        shell.show(Page::Setup);
        shell.page<SetupPage>().reveal(field);
    });
    QObject::connect(shell.page<LivePage>().header(), &RunHeader::commanded, &page,
                     [&page](const Command& command) { page.runner().takeCommand(command); });
    shell.whenShown(Page::Study, page, [&page, &shell] { page.offerBase(shell.page<SetupPage>().config()); });
    tellWhetherBusy(page, shell);
}

}  // namespace tunebench::ui
