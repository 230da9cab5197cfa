#include "ui/forms/fit_cell_button.h"

#include <algorithm>

#include <QPainter>

#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kBarHeight = 5;
constexpr int kWidth = 104;

}  // namespace

FitCellButton::FitCellButton(const FitCell& cell, const QString& title, QWidget* parent)
    : QAbstractButton(parent), cell_(cell), title_(title) {
    setText(cell.refusal ? QStringLiteral("–") : bytesText(cell.expected_bytes));
    setFont(fontFor(cell.is_chosen ? TextRole::Strong : TextRole::Body, font()));
    setEnabled(!cell.refusal);
    setCursor(cell.refusal ? Qt::ArrowCursor : Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void FitCellButton::setLimit(std::uint64_t bytes) {
    limit_ = bytes;
    fit_ = cell_.refusal ? Fit::Unknown : fit_of(cell_.expected_bytes, bytes);
    describe();
    update();
}

/// In words what colour and bar say.
void FitCellButton::describe() {
    const QString verdict = cell_.refusal           ? coreSentence(cell_.refusal->message)
                            : fit_ == Fit::Fits     ? tr("fits")
                            : fit_ == Fit::Tight    ? tr("tight")
                            : fit_ == Fit::TooLarge ? tr("does not fit")
                                                    : QString();
    QStringList parts{tr("%1: %2").arg(title_, text())};
    if (!verdict.isEmpty())
        parts << verdict;
    if (cell_.is_chosen)
        parts << tr("the run as it is");
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(accessibleName());
}

QSize FitCellButton::sizeHint() const {
    return {kWidth, fontMetrics().height() + kBarHeight + 2 * spacing::kUnit};
}

QColor FitCellButton::barColor() const {
    const Colors& colors = colorsFor(palette());
    switch (fit_) {
        case Fit::Fits:
            return colors.success;
        case Fit::Tight:
            return colors.warning;
        case Fit::TooLarge:
            return colors.danger;
        case Fit::Unknown:
            break;
    }
    return colors.muted;
}

void FitCellButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsFor(palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isEnabled() && (underMouse() || hasFocus() || cell_.is_chosen)) {
        const QColor& line = hasFocus() || cell_.is_chosen ? colors.accent : colors.border;
        painter.setPen(QPen(line, hasFocus() ? 2.0 : 1.0));  // the chosen one may have the focus too
        painter.setBrush(underMouse() ? colors.hover : cell_.is_chosen ? colors.accentSoft : colors.surface);
        painter.drawRoundedRect(frame, spacing::kRadius, spacing::kRadius);
    }
    const QRectF inner = frame.adjusted(spacing::kUnit, spacing::kHalf, -spacing::kUnit, -spacing::kHalf);
    painter.setPen(isEnabled() ? colors.text : colors.disabled);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignRight, text());
    if (cell_.refusal || limit_ == 0)
        return;
    const double share = static_cast<double>(cell_.expected_bytes) / static_cast<double>(limit_);
    const QRectF bar(inner.left(), inner.bottom() - kBarHeight, inner.width(), kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.border);
    painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    const double width = std::max<double>(kBarHeight, bar.width() * std::min(share, 1.0));
    painter.setBrush(barColor());
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, kBarHeight), kBarHeight / 2.0,
                            kBarHeight / 2.0);
}

}  // namespace tunebench::ui
