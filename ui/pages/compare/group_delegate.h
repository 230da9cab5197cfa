// GroupDelegate: a row of the list of compared runs: its look as in the charts, its name over what it is.
#pragma once

#include <QStyledItemDelegate>

namespace tunebench::ui {

class GroupDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace tunebench::ui
