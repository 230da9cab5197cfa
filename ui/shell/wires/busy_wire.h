// For pages that wait while a run or a study is active.
#pragma once

#include "ui/shell/active_work.h"
#include "ui/shell/shell.h"

namespace tunebench::ui {

/// Tells the page now, and whenever it changes.
template <class T>
void tellWhetherBusy(T& page, Shell& shell) {
    const auto tell = [&page, &work = shell.work()] { page.setBusy(work.isBusy()); };
    QObject::connect(&shell.work(), &ActiveWork::changed, &page, tell);
    tell();
}

}  // namespace tunebench::ui
