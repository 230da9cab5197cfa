#include "ui/shell/palette/palette_delegate.h"

#include <algorithm>

#include <QKeySequence>
#include <QPainter>
#include <QTextLayout>

#include "ui/shell/palette/palette_model.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kIcon = 16;

/// What is left of the row when the text at its right end was painted. It takes no less room than `least`.
QRect paintAtRight(QPainter& painter, const QRect& rect, const QString& text, const QString& least = {}) {
    if (text.isEmpty())
        return rect;
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, text);
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = std::max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(least));
    return rect.adjusted(0, 0, -width - spacing::kWide, 0);
}

void paintText(QPainter& painter, const QRect& rect, const QString& text, const QList<int>& places,
               const QColor& marked) {
    QTextLayout layout(painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()), painter.font());
    QList<QTextLayout::FormatRange> formats;
    for (const int place : places) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setForeground(marked);
        formats << QTextLayout::FormatRange{place, 1, format};
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(rect.width());
    layout.endLayout();
    if (line.isValid())
        layout.draw(&painter, QPointF(rect.left(), rect.center().y() - line.height() / 2 + 0.5));
}

}  // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Colors& colors = colorsFor(option.palette);
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        const QColor& fill = isSelected ? colors.accentSoft : colors.hover;
        painting::panel(*painter, QRectF(option.rect), fill, fill, spacing::kRadius);
    }
    QRect rest = option.rect.adjusted(spacing::kUnit + 4, 0, -spacing::kUnit - 4, 0);
    const QRect iconRect(rest.left(), rest.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);
    rest.setLeft(iconRect.right() + 10);
    painter->setPen(colors.muted);
    painter->setFont(fontFor(TextRole::Caption, option.font));
    // The pages stand below each other, with Ctrl+9 and with the narrower Ctrl+comma.
    rest = paintAtRight(*painter, rest, index.data(PaletteModel::KeysRole).toString(),
                        QKeySequence(Qt::CTRL | Qt::Key_0).toString(QKeySequence::NativeText));
    rest = paintAtRight(*painter, rest, index.data(PaletteModel::KindRole).toString());
    painter->setPen(colors.text);
    painter->setFont(option.font);
    paintText(*painter, rest, index.data(Qt::DisplayRole).toString(),
              index.data(PaletteModel::PlacesRole).value<QList<int>>(), colors.accentText);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {0, std::max(rowHeight(), option.fontMetrics.height() + spacing::kWide)};
}

}  // namespace tunebench::ui
