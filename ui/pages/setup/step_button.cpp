#include "ui/pages/setup/step_button.h"

#include <QPainter>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kStepWidth = 150;
constexpr int kLeastStepWidth = 96;
constexpr int kStateDot = 8;

QColor colorOf(StepState state, const Colors& colors) {
    switch (state) {
        case StepState::Done:
            return colors.success;
        case StepState::Remarks:
            return colors.warning;
        case StepState::Blocked:
            return colors.danger;
        case StepState::Open:
            break;
    }
    return colors.muted;
}

}  // namespace

StepButton::StepButton(int number, const QString& title, QWidget* parent)
    : QAbstractButton(parent), number_(number) {
    setText(title);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
}

QString StepButton::stateText() const {
    switch (state_) {
        case StepState::Done:
            return tr("done");
        case StepState::Remarks:
            return tr("with remarks");
        case StepState::Blocked:
            return tr("something is missing or wrong");
        case StepState::Open:
            break;
    }
    return tr("not known yet");
}

void StepButton::setStep(StepState state, const QString& summary) {
    if (state == state_ && summary == summary_)
        return;
    state_ = state;
    summary_ = summary;
    setToolTip(summary_);
    setAccessibleDescription(stateText() + QStringLiteral(". ") + summary_);
    update();
}

QSize StepButton::sizeHint() const {
    return {kStepWidth, 2 * fontMetrics().height() + 2 * spacing::kUnit};
}

QSize StepButton::minimumSizeHint() const {
    return {kLeastStepWidth, sizeHint().height()};
}

void StepButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    const QColor fill = underMouse() ? colors.hover : colors.surface;
    painting::panel(painter, rect(), fill, hasFocus() ? colors.accentText : colors.border, spacing::kRadius);
    const QRect inner = rect().adjusted(12, spacing::kHalf, -spacing::kUnit, -spacing::kHalf);
    const int line = inner.height() / 2;
    painter.setPen(colors.text);
    painter.setFont(fontFor(TextRole::Strong, font()));
    const QRect top(inner.left(), inner.top(), inner.width() - kStateDot - spacing::kHalf, line);
    painter.drawText(top, Qt::AlignVCenter, QStringLiteral("%1  %2").arg(number_).arg(text()));
    painter.setFont(fontFor(TextRole::Caption, font()));
    painter.setPen(state_ == StepState::Blocked ? colors.danger : colors.muted);
    const QRect below(inner.left(), inner.top() + line, inner.width(), line);
    painter.drawText(below, Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(summary_, Qt::ElideMiddle, below.width()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(state_, colors));
    painter.drawEllipse(QPointF(inner.right() - kStateDot / 2.0, top.center().y() + 0.5), kStateDot / 2.0,
                        kStateDot / 2.0);
}

}  // namespace tunebench::ui
