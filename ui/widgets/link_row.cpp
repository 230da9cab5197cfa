#include "ui/widgets/link_row.h"

#include <QPainter>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"

namespace tunebench::ui {
namespace {

constexpr int kMark = 8;
constexpr int kMaxHeight = 1000;

}  // namespace

LinkRow::LinkRow(RowTone tone, const QString& text, const QString& hint, QWidget* parent)
    : QAbstractButton(parent), tone_(tone) {
    setText(text);
    setToolTip(hint);
    setAccessibleName(text);
    setAccessibleDescription(hint);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect LinkRow::textRect(int width) const {
    const QRect area(kInset, spacing::kHalf, width - kInset - spacing::kHalf, kMaxHeight);
    return fontMetrics().boundingRect(area, Qt::TextWordWrap, text());
}

QSize LinkRow::sizeHint() const {
    return {240, heightForWidth(240)};
}

int LinkRow::heightForWidth(int width) const {
    return textRect(width).height() + 2 * spacing::kHalf;
}

void LinkRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    if (underMouse() || hasFocus())
        painting::panel(painter, rect(), colors.hover, hasFocus() ? colors.accentText : colors.hover,
                        spacing::kRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone_ == RowTone::Problem   ? colors.danger
                     : tone_ == RowTone::Warning ? colors.warning
                                                 : colors.muted);
    const double middle = spacing::kHalf + fontMetrics().height() / 2.0;
    painter.drawEllipse(QPointF(kInset / 2.0, middle), kMark / 2.0, kMark / 2.0);
    painter.setPen(colors.text);
    painter.drawText(textRect(width()), Qt::TextWordWrap, text());
}

}  // namespace tunebench::ui
