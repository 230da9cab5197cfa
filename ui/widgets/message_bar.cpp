#include "ui/widgets/message_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSysInfo>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/text/core_sentence.h"
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
    copy_ = addTool("copy", tr("Copy with its details"), tr("Copy message"));
    copy_->setObjectName(QStringLiteral("copy_message"));
    close_ = addTool("close", tr("Dismiss"), tr("Dismiss message"));
    connect(copy_, &QToolButton::clicked, this, &MessageBar::copy);
    close_->setObjectName(QStringLiteral("close_message"));
    connect(close_, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    hide();
}

QToolButton* MessageBar::addTool(const char* iconName, const QString& help, const QString& name) {
    auto* button = new QToolButton(this);
    button->setIcon(icon(QLatin1String(iconName)));
    button->setToolTip(help);
    button->setAccessibleName(name);
    static_cast<QHBoxLayout*>(layout())->addWidget(button, 0, Qt::AlignVCenter);
    return button;
}

void MessageBar::show(MessageKind kind, const QString& message, const QString& hint) {
    clear();
    kind_ = kind;
    text_->setText(message);
    hint_->setText(hint);
    hint_->setVisible(!hint.isEmpty());
    setAccessibleName(message);
    setAccessibleDescription(hint);
    field_.clear();
    copy_->setIcon(icon(QStringLiteral("copy")));
    copy_->setVisible(kind == MessageKind::Error || kind == MessageKind::Warning);
    setVisible(true);
    update();
}

void MessageBar::showError(const Error& error) {
    show(MessageKind::Error, coreSentence(error.message), coreSentence(error.hint));
    field_ = toQt(error.field);
}

/// For whoever is asked for help: also where it was, and in which version.
void MessageBar::copy() {
    QStringList lines{text_->text(), hint_->text(), field_,
                      QStringLiteral("Tunebench %1, Qt %2, %3")
                          .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()),
                               QSysInfo::prettyProductName())};
    lines.removeAll(QString());
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    copy_->setIcon(icon(QStringLiteral("check")));
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
