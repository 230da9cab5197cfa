#include "ui/widgets/first_column.h"

#include <algorithm>

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace tunebench::ui {

FirstColumn::FirstColumn(QTableView* table, int widest) : QObject(table), table_(table), widest_(widest) {
    table->viewport()->installEventFilter(this);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        if (column > 0)
            fit();
    });
}

void FirstColumn::fit() {
    QHeaderView* header = table_->horizontalHeader();
    if (isFitting_ || header->count() == 0)
        return;
    isFitting_ = true;
    header->setSectionResizeMode(0, QHeaderView::Fixed);
    table_->resizeColumnToContents(0);
    const int least = std::min(header->sectionSize(0), widest_);
    const int others = header->length() - header->sectionSize(0);
    header->resizeSection(0, std::max(least, table_->viewport()->width() - others));
    isFitting_ = false;
}

bool FirstColumn::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

}  // namespace tunebench::ui
