#include "ui/pages/data_page.h"
#include "ui/pages/setup_page.h"
#include "ui/shell/shell.h"
#include "ui/shell/wires.h"

namespace tunebench::ui {

void wire(DataPage& page, Shell& shell) {
    QObject::connect(&page, &DataPage::setupRequested, &shell, [&shell] { shell.show(Page::Setup); });
    QObject::connect(&page, &DataPage::fieldRequested, &shell, [&shell](const QString& field) {
        shell.show(Page::Setup);
        shell.page<SetupPage>().reveal(field);
    });
    shell.whenShown(Page::Data, page, [&page, &shell] { page.setConfig(shell.page<SetupPage>().config()); });
}

}  // namespace tunebench::ui
