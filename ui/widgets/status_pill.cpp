#include "ui/widgets/status_pill.h"

#include <utility>

#include <QPainter>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

std::pair<QColor, QColor> toneColors(PillTone tone, const Colors& colors) {
    switch (tone) {
        case PillTone::Active:
            return {colors.accentSoft, colors.accentText};
        case PillTone::Good:
            return {colors.successSoft, colors.success};
        case PillTone::Warning:
            return {colors.warningSoft, colors.warning};
        case PillTone::Bad:
            return {colors.dangerSoft, colors.danger};
        case PillTone::Neutral:
            break;
    }
    return {colors.hover, colors.muted};
}

}  // namespace

StatusPill::StatusPill(QWidget* parent) : QWidget(parent) {
    QFont font = fontFor(TextRole::Caption, this->font());
    font.setWeight(QFont::DemiBold);
    setFont(font);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatusPill::setStatus(const QString& text, PillTone tone) {
    text_ = text;
    tone_ = tone;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(text_) + 2 * 10, metrics.height() + 6};
}

void StatusPill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto [fill, text] = toneColors(tone_, colorsFor(palette()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
    painter.setPen(text);
    painter.drawText(rect(), Qt::AlignCenter, text_);
}

}  // namespace tunebench::ui
