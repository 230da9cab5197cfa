#include "ui/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/style_painting.h"
#include "ui/theme/typography.h"

namespace tunebench::ui {
namespace {

struct BarColors {
    QColor fill = {};
    QColor line = {};
};

BarColors barColors(MessageKind kind, const Colors& colors) {
    switch (kind) {
        case MessageKind::Info:
            return {colors.accentSoft, colors.accentText};
        case MessageKind::Success:
            return {colors.successSoft, colors.success};
        case MessageKind::Warning:
            return {colors.warningSoft, colors.warning};
        case MessageKind::Error:
            return {colors.dangerSoft, colors.danger};
    }
    return {};
}

QLabel* wrappingLabel(TextRole role, QWidget* parent) {
    QLabel* label = makeLabel({}, role, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::kWide, spacing::kUnit, spacing::kUnit, spacing::kUnit);
    row->setSpacing(spacing::kUnit);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    text_ = wrappingLabel(TextRole::Strong, this);
    hint_ = wrappingLabel(TextRole::Body, this);
    texts->addWidget(text_);
    texts->addWidget(hint_);
    row->addLayout(texts, 1);
    actions_ = new QHBoxLayout;
    actions_->setSpacing(spacing::kUnit);
    row->addLayout(actions_);
    auto* close = new QToolButton(this);
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss message"));
    connect(close, &QToolButton::clicked, this, &MessageBar::clear);
    close_ = close;
    row->addWidget(close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::show(MessageKind kind, const QString& message, const QString& hint) {
    clear();
    kind_ = kind;
    text_->setText(message);
    hint_->setText(hint);
    hint_->setVisible(!hint.isEmpty());
    setAccessibleName(message);
    setAccessibleDescription(hint);
    setVisible(true);
    update();
}

void MessageBar::showError(const Error& error) {
    show(MessageKind::Error, toQt(error.message), toQt(error.hint));
}

void MessageBar::addAction(const QString& text, std::function<void()> action) {
    auto* button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, std::move(action));
    actions_->addWidget(button, 0, Qt::AlignVCenter);
}

void MessageBar::setClosable(bool isClosable) {
    close_->setVisible(isClosable);
}

void MessageBar::clear() {
    while (QLayoutItem* item = actions_->takeAt(0)) {
        // Later: the button may be the one whose click got us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    hide();
}

QString MessageBar::message() const {
    return isHidden() ? QString() : text_->text();
}

void MessageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const BarColors bar = barColors(kind_, colorsFor(palette()));
    painting::panel(painter, rect(), bar.fill, bar.fill, spacing::kRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(bar.line);
    painter.drawRoundedRect(QRectF(0, 0, 4, height()), 2, 2);
}

}  // namespace tunebench::ui
