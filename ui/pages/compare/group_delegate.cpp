#include "ui/pages/compare/group_delegate.h"

#include <QPainter>
#include <QTableView>

#include "ui/charts/series_look.h"
#include "ui/models/compared_group_model.h"
#include "ui/pages/history/run_delegate.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kLookWidth = 24;

bool isBaseline(const QModelIndex& index) {
    return index.data(ComparedGroupModel::BaselineRole).toBool();
}

QRect textsOf(const QRect& place) {
    return place.adjusted(kLookWidth + spacing::kUnit, 0, 0, 0);
}

QRect upperHalf(const QRect& place) {
    return {place.left(), place.top(), place.width(), place.height() / 2};
}

QString valueOf(const QModelIndex& index) {
    return index.siblingAtColumn(ComparedGroupModel::Value).data().toString();
}

/// Up to where the value begins.
QRect roomOfName(const QRect& row, const QFont& font, const QModelIndex& index) {
    const int value = QFontMetrics(font).horizontalAdvance(valueOf(index));
    return upperHalf(textsOf(row)).adjusted(0, 0, value > 0 ? -value - spacing::kUnit : 0, 0);
}

void paintName(QPainter& painter, const QRect& row, const QFont& font, const QModelIndex& index,
               const Colors& colors) {
    paintSample(painter, QRectF(row.left(), row.top(), kLookWidth, row.height()),
                seriesLook(index.data(ComparedGroupModel::SeriesRole).toInt(), colors));
    const QString name = index.siblingAtColumn(ComparedGroupModel::Name).data().toString();
    const QRect room = roomOfName(row, font, index);
    painter.setFont(fontFor(isBaseline(index) ? TextRole::Strong : TextRole::Body, font));
    painter.setPen(colors.text);
    painter.drawText(room, static_cast<int>(Qt::AlignBottom | Qt::AlignLeft),
                     painter.fontMetrics().elidedText(name, Qt::ElideMiddle, room.width()));
}

void paintValue(QPainter& painter, const QRect& row, const QFont& font, const QModelIndex& index,
                const Colors& colors) {
    const QRect upper = upperHalf(textsOf(row));
    painter.setFont(font);
    painter.setPen(colors.text);
    painter.drawText(upper, static_cast<int>(Qt::AlignBottom | Qt::AlignRight),
                     painter.fontMetrics().elidedText(valueOf(index), Qt::ElideRight, upper.width()));
}

/// Below name and value.
void paintDetail(QPainter& painter, const QRect& row, const QFont& font, const QModelIndex& index,
                 const Colors& colors) {
    QString detail = index.data(ComparedGroupModel::DetailRole).toString();
    if (isBaseline(index))
        detail = ComparedGroupModel::tr("Baseline · %1").arg(detail);
    const QRect upper = upperHalf(textsOf(row));
    painter.setFont(fontFor(TextRole::Caption, font));
    painter.setPen(isBaseline(index) ? colors.accentText : colors.muted);
    painter.drawText(upper.translated(0, upper.height()), static_cast<int>(Qt::AlignTop | Qt::AlignLeft),
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, upper.width()));
}

QRect rowOf(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    if (table == nullptr)
        return option.rect;
    return table->visualRect(index.siblingAtColumn(ComparedGroupModel::Name))
        .united(table->visualRect(index.siblingAtColumn(ComparedGroupModel::Value)));
}

QRect insideOf(const QRect& cell) {
    return cell.adjusted(spacing::kUnit, 2, -spacing::kUnit, -2);
}

}  // namespace

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Colors& colors = colorsFor(option.palette);
    painter->save();
    paintCellGround(*painter, option);
    painter->setClipRect(option.rect, Qt::IntersectClip);
    // All of it is as wide as the row: each cell paints its part.
    const QRect row = insideOf(rowOf(option, index));
    paintName(*painter, row, option.font, index, colors);
    paintValue(*painter, row, option.font, index, colors);
    paintDetail(*painter, row, option.font, index, colors);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(colors.accentText);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics metrics(option.font);
    return {QStyledItemDelegate::sizeHint(option, index).width(), 2 * metrics.height() + spacing::kUnit};
}

}  // namespace tunebench::ui
