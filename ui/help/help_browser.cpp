#include "ui/help/help_browser.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextTable>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"

// Outside every namespace, as the macro demands: the linker drops a static library's resources otherwise.
static void initHelp() {
    Q_INIT_RESOURCE(help);
}

namespace tunebench::ui {

HelpBrowser::HelpBrowser(QWidget* parent) : QTextBrowser(parent) {
    initHelp();
    document()->setDocumentMargin(spacing::kWide);
    connect(this, &QTextBrowser::sourceChanged, this, &HelpBrowser::onRead);
}

void HelpBrowser::onRead() {
    arrangeTables();
    mark({});
}

void HelpBrowser::arrangeTables() {
    const QBrush border = colorsFor(palette()).border;
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(border);
        format.setBorderCollapse(true);
        format.setCellSpacing(0);
        format.setCellPadding(spacing::kHalf);
        table->setFormat(format);
    }
}

bool HelpBrowser::lookFor(const QString& text, QTextDocument::FindFlags direction) {
    mark(text);
    if (text.isEmpty() || find(text, direction))
        return true;
    const QTextCursor former = textCursor();
    moveCursor(direction.testFlag(QTextDocument::FindBackward) ? QTextCursor::End : QTextCursor::Start);
    if (find(text, direction))
        return true;
    setTextCursor(former);
    return false;
}

void HelpBrowser::mark(const QString& text) {
    QList<ExtraSelection> places;
    for (QTextCursor place(document()); !text.isEmpty();) {
        place = document()->find(text, place);
        if (place.isNull())
            break;
        ExtraSelection selection;
        selection.cursor = place;
        selection.format.setBackground(colorsFor(palette()).warningSoft);
        places << selection;
    }
    setExtraSelections(places);
}

void HelpBrowser::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || source().isEmpty())
        return;
    // Links and borders have the colours of when the text was read.
    const int place = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(place);
}

}  // namespace tunebench::ui
