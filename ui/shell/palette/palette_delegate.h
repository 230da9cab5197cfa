// PaletteDelegate: a row of the command palette: icon, text with the typed letters marked, kind and shortcut.
#pragma once

#include <QStyledItemDelegate>

namespace tunebench::ui {

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int rowHeight() { return 34; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace tunebench::ui
