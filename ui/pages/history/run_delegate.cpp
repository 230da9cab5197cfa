#include "ui/pages/history/run_delegate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include "core/history/history.h"
#include "ui/models/run_table_model.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

constexpr double kDot = 8.0;
constexpr int kDotSpace = 16;
constexpr int kRowHeight = 32;

QColor statusColor(RunStatus status, const Colors& colors) {
    switch (status) {
        case RunStatus::Running:
            return colors.accentText;
        case RunStatus::Completed:
        case RunStatus::EarlyStopped:
            return colors.success;
        case RunStatus::Paused:
        case RunStatus::Interrupted:
            return colors.warning;
        case RunStatus::Failed:
            return colors.danger;
        case RunStatus::Stopped:
        case RunStatus::Discarded:
            break;
    }
    return colors.muted;
}

/// Five points, the first on top; filled when it is set.
void paintStar(QPainter& painter, const QRect& cell, bool isSet, const Colors& colors) {
    constexpr double kOuter = 7.0;
    constexpr double kInner = 3.0;
    QPolygonF star;
    for (int corner = 0; corner < 10; ++corner) {
        const double radius = corner % 2 == 0 ? kOuter : kInner;
        const double angle = corner * std::numbers::pi / 5.0;
        star << QPointF(cell.center()) + QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isSet ? colors.warning : colors.disabled, 1.2));
    painter.setBrush(isSet ? QBrush(colors.warning) : QBrush(Qt::NoBrush));
    painter.drawPolygon(star);
    painter.restore();
}

}  // namespace

void styleTable(QTableView* table) {
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->viewport()->setBackgroundRole(QPalette::Light);  // the card's colour
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->setMouseTracking(true);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->setItemDelegate(new CellDelegate(table));
}

void paintCellGround(QPainter& painter, const QStyleOptionViewItem& option) {
    const Colors& colors = colorsFor(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.fillRect(option.rect, isSelected ? colors.accentSoft : isHovered ? colors.hover : colors.surface);
    painter.setPen(colors.grid);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Colors& colors = colorsFor(option.palette);
    painter->save();
    paintCellGround(*painter, option);
    QRect text = option.rect.adjusted(spacing::kUnit, 0, -spacing::kUnit, 0);
    if (const QColor color = dot(index, colors); color.isValid()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(QPointF(text.left() + kDot / 2, text.center().y() + 0.5), kDot / 2, kDot / 2);
        text.setLeft(text.left() + kDotSpace);
    }
    painter->setPen(isSecondary(index) ? colors.muted : colors.text);
    const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    const QFontMetrics metrics = painter->fontMetrics();
    const QString value = textFor(index, metrics, text.width());
    painter->drawText(text, static_cast<int>(alignment),
                      metrics.elidedText(value, Qt::ElideMiddle, text.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(colors.accentText);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int text = QFontMetrics(option.font).horizontalAdvance(index.data(Qt::DisplayRole).toString());
    const bool hasDot = dot(index, colorsFor(option.palette)).isValid();
    return {text + 2 * spacing::kUnit + (hasDot ? kDotSpace : 0) + 1,
            std::max(kRowHeight, QStyledItemDelegate::sizeHint(option, index).height())};
}

QString CellDelegate::textFor(const QModelIndex& index, const QFontMetrics&, int) const {
    return index.data(Qt::DisplayRole).toString();
}

QColor CellDelegate::dot(const QModelIndex&, const Colors&) const {
    return {};
}

bool CellDelegate::isSecondary(const QModelIndex& index) const {
    return index.column() == 0;
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    if (index.data(RunTableModel::GroupRole).toBool()) {
        const QStyleOptionViewItem line = groupOption(option, index);
        painter->save();
        painter->setFont(line.font);
        CellDelegate::paint(painter, line, index);
        painter->restore();
        return;
    }
    CellDelegate::paint(painter, option, index);
    if (const QVariant star = index.data(RunTableModel::StarRole); star.isValid())
        paintStar(*painter, option.rect, star.toBool(), colorsFor(option.palette));
}

/// The title and the numbers stand out; the words that all runs share would only be too wide for it.
QStyleOptionViewItem RunDelegate::groupOption(const QStyleOptionViewItem& option,
                                              const QModelIndex& index) const {
    QStyleOptionViewItem line = option;
    if (!isSecondary(index))
        line.font.setWeight(QFont::DemiBold);
    return line;
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (!index.data(RunTableModel::GroupRole).toBool())
        return CellDelegate::sizeHint(option, index);
    const QStyleOptionViewItem line = groupOption(option, index);
    const int whole =
        QFontMetrics(line.font).horizontalAdvance(index.data(RunTableModel::WholeTextRole).toString());
    return CellDelegate::sizeHint(line, index).expandedTo({whole + 2 * spacing::kUnit + 1, 0});
}

QString RunDelegate::textFor(const QModelIndex& index, const QFontMetrics& metrics, int width) const {
    const QString whole = index.data(RunTableModel::WholeTextRole).toString();
    const bool fits = !whole.isEmpty() && metrics.horizontalAdvance(whole) <= width;
    return fits ? whole : CellDelegate::textFor(index, metrics, width);
}

QColor RunDelegate::dot(const QModelIndex& index, const Colors& colors) const {
    if (const QVariant status = index.data(RunTableModel::StatusRole); status.isValid())
        return statusColor(static_cast<RunStatus>(status.toInt()), colors);
    const QVariant slot = index.data(RunTableModel::ColorRole);
    return !slot.isValid() || slot.toInt() < 0
               ? QColor()
               : colors.series[static_cast<std::size_t>(slot.toInt()) % colors.series.size()];
}

bool RunDelegate::isSecondary(const QModelIndex& index) const {
    const bool isName = index.data(RunTableModel::ColorRole).isValid();
    return !isName && !index.data(RunTableModel::StatusRole).isValid() &&
           !(index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

}  // namespace tunebench::ui
