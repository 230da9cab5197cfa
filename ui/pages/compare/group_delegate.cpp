#include "ui/pages/compare/group_delegate.h"

#include <QPainter>

#include "ui/charts/series_look.h"
#include "ui/models/compared_group_model.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kLookWidth = 24;

void paintName(QPainter& painter, const QRect& place, const QFont& font, const QModelIndex& index,
               const Colors& colors) {
    paintSample(painter, QRectF(place.left(), place.top(), kLookWidth, place.height()),
                seriesLook(index.data(ComparedGroupModel::SeriesRole).toInt(), colors));
    const bool isBaseline = index.data(ComparedGroupModel::BaselineRole).toBool();
    QString detail = index.data(ComparedGroupModel::DetailRole).toString();
    if (isBaseline)
        detail = ComparedGroupModel::tr("Baseline · %1").arg(detail);
    const QRect texts = place.adjusted(kLookWidth + spacing::kUnit, 0, 0, 0);
    const QRect upper(texts.left(), texts.top(), texts.width(), texts.height() / 2);
    painter.setFont(fontFor(isBaseline ? TextRole::Strong : TextRole::Body, font));
    painter.setPen(colors.text);
    painter.drawText(
        upper, static_cast<int>(Qt::AlignBottom | Qt::AlignLeft),
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, upper.width()));
    painter.setFont(fontFor(TextRole::Caption, font));
    painter.setPen(isBaseline ? colors.accentText : colors.muted);
    painter.drawText(upper.translated(0, upper.height()), static_cast<int>(Qt::AlignTop | Qt::AlignLeft),
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, upper.width()));
}

}  // namespace

void GroupDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const Colors& colors = colorsFor(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->fillRect(option.rect, isSelected  ? colors.accentSoft
                                   : isHovered ? colors.hover
                                               : colors.surface);
    painter->setPen(colors.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect place = option.rect.adjusted(spacing::kUnit, 2, -spacing::kUnit, -2);
    if (index.column() == ComparedGroupModel::Name) {
        paintName(*painter, place, option.font, index, colors);
    } else {
        painter->setPen(colors.text);
        painter->drawText(
            place, static_cast<int>(Qt::AlignVCenter | Qt::AlignRight),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    }
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
