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

void paintName(QPainter& painter, const QRect& place, const QFont& font, const QModelIndex& index,
               const Colors& colors) {
    paintSample(painter, QRectF(place.left(), place.top(), kLookWidth, place.height()),
                seriesLook(index.data(ComparedGroupModel::SeriesRole).toInt(), colors));
    const QRect upper = upperHalf(textsOf(place));
    painter.setFont(fontFor(isBaseline(index) ? TextRole::Strong : TextRole::Body, font));
    painter.setPen(colors.text);
    painter.drawText(
        upper, static_cast<int>(Qt::AlignBottom | Qt::AlignLeft),
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, upper.width()));
}

/// Below name and value, as wide as the row: each cell paints its part.
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
    const QRect place = insideOf(option.rect);
    if (index.column() == ComparedGroupModel::Name) {
        paintName(*painter, place, option.font, index, colors);
    } else {
        painter->setPen(colors.text);
        painter->setFont(option.font);
        painter->drawText(
            upperHalf(place), static_cast<int>(Qt::AlignBottom | Qt::AlignRight),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    }
    paintDetail(*painter, insideOf(rowOf(option, index)), option.font, index, colors);
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
