// RunDelegate: a run's status as a coloured word, and the colour of its curve before its name.
#pragma once

#include <QStyledItemDelegate>

namespace tunebench::ui {

class RunDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace tunebench::ui
