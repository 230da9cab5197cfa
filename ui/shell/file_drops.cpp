#include "ui/shell/file_drops.h"

#include <QDropEvent>
#include <QMimeData>
#include <QStackedWidget>

#include "ui/pages/setup_page.h"
#include "ui/pages/study_page.h"
#include "ui/shell/shell.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/described_file.h"

namespace tunebench::ui {

FileDrops::FileDrops(Shell& shell, QWidget& window, QStackedWidget& stack) : QObject(&shell), shell_(shell) {
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    connect(&stack, &QStackedWidget::currentChanged, this, [this, &stack] {
        if (QWidget* page = stack.currentWidget())
            page->installEventFilter(this);
    });
}

bool FileDrops::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto& drop = static_cast<QDropEvent&>(*event);
    const QString file = describedFile(*drop.mimeData());
    if (file.isEmpty())
        return false;
    drop.acceptProposedAction();
    if (event->type() == QEvent::Drop)
        open(file);
    return true;
}

void FileDrops::open(const QString& file) {
    if (isStudyFile(file)) {
        shell_.show(Page::Study);
        shell_.page<StudyPage>().openStudyFile(toPath(file));
    } else {
        shell_.show(Page::Setup);
        shell_.page<SetupPage>().openRunFile(toPath(file));
    }
}

}  // namespace tunebench::ui
