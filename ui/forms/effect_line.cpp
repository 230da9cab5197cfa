#include "ui/forms/effect_line.h"

#include <QPainter>

#include "ui/theme/colors.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kUsualWidth = 168;
constexpr int kMostHeight = 1000;

}  // namespace

EffectLine::EffectLine(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setFont(fontFor(TextRole::Caption, font()));
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setToolTip(tr("Explain (F1)"));
    setAccessibleDescription(text);
    // The least is one line, as of labels: with that of a narrow column, wide ones leave the form too high.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect EffectLine::textRect(int width) const {
    return fontMetrics().boundingRect(QRect(0, 0, width, kMostHeight), Qt::TextWordWrap, text());
}

QSize EffectLine::sizeHint() const {
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize EffectLine::minimumSizeHint() const {
    return {0, fontMetrics().height()};
}

int EffectLine::heightForWidth(int width) const {
    return textRect(width).height();
}

void EffectLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    painter.setPen(!isEnabled()                  ? colors.disabled
                   : isChecked() || underMouse() ? colors.accentText
                                                 : colors.muted);
    painter.drawText(rect(), Qt::TextWordWrap, text());
}

}  // namespace tunebench::ui
