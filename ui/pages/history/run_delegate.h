// CellDelegate: a cell of a calm table. RunDelegate: with a dot in the colour of a run's status before it,
// and in that of its curve before its name; the star of a run; and the line of a group of runs.
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace tunebench::ui {

struct Colors;

/// A calm table of whole rows, without a grid, in the colour of the card that it stands in, painted by a
/// CellDelegate.
void styleTable(QTableView* table);

/// What lies under the text of a cell of such a table: selected, under the mouse, or the card's colour, and
/// the line below.
void paintCellGround(QPainter& painter, const QStyleOptionViewItem& option);

class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// What is said in `width` pixels; what is longer is cut in its middle.
    virtual QString textFor(const QModelIndex& index, const QFontMetrics& metrics, int width) const;
    /// Before the text; invalid: none.
    virtual QColor dot(const QModelIndex& index, const Colors& colors) const;
    virtual bool isSecondary(const QModelIndex& index) const;
};

class RunDelegate : public CellDelegate {
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    QString textFor(const QModelIndex& index, const QFontMetrics& metrics, int width) const override;
    QColor dot(const QModelIndex& index, const Colors& colors) const override;
    bool isSecondary(const QModelIndex& index) const override;

private:
    QStyleOptionViewItem groupOption(const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

}  // namespace tunebench::ui
