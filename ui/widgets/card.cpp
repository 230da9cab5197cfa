#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

constexpr int kFlashMs = 1200;

}  // namespace

Card::Card(const QString& title, QWidget* parent) : QFrame(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kWide, 12, spacing::kWide, spacing::kWide);
    layout->setSpacing(spacing::kUnit);
    header_ = new QHBoxLayout;
    header_->setSpacing(spacing::kUnit);
    layout->addLayout(header_);
    if (!title.isEmpty()) {
        title_ = makeLabel(title, TextRole::Heading, this);
        summary_ = makeLabel({}, TextRole::Caption, this);
        summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        header_->addWidget(title_);
        header_->addWidget(summary_, 1);
        setAccessibleName(title);
    }
    body_ = new QVBoxLayout;
    body_->setSpacing(spacing::kUnit);
    layout->addLayout(body_, 1);
}

void Card::setSummary(const QString& text) {
    if (summary_ == nullptr)
        return;
    summary_->setText(text);
    summary_->setToolTip(text);
}

void Card::flash() {
    isFlashing_ = true;
    update();
    QTimer::singleShot(kFlashMs, this, [this] {
        isFlashing_ = false;
        update();
    });
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = colorsFor(palette());
    painting::panel(painter, rect(), colors.surface, isFlashing_ ? colors.accentText : colors.border,
                    spacing::kCardRadius);
}

}  // namespace tunebench::ui
