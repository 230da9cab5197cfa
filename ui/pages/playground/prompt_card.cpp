#include "ui/pages/playground/prompt_card.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/workbench_style.h"

namespace tunebench::ui {
namespace {

constexpr double kTextMargin = 6.0;  // as in the line of the system message

bool sends(const QKeyEvent& key) {
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    return isEnter && (key.modifiers() & Qt::ControlModifier) != 0;
}

}  // namespace

PromptCard::PromptCard(QWidget* parent) : Card(tr("Prompt"), parent) {
    system_ = new QLineEdit(this);
    system_->setObjectName(QStringLiteral("system_message"));
    system_->setAccessibleName(tr("System message"));
    system_->setPlaceholderText(tr("System message (optional)"));
    system_->setToolTip(tr("What the model is told before the chat"));
    body()->addWidget(system_);
    prompt_ = new QPlainTextEdit(this);
    prompt_->setObjectName(QStringLiteral("prompt"));
    prompt_->setAccessibleName(tr("Prompt"));
    prompt_->setTabChangesFocus(true);
    prompt_->document()->setDocumentMargin(kTextMargin);
    prompt_->setMinimumHeight(prompt_->fontMetrics().lineSpacing() * 3);
    prompt_->installEventFilter(this);
    body()->addWidget(prompt_, 1);
    buildButtons();
    connect(prompt_, &QPlainTextEdit::textChanged, this, &PromptCard::updateButtons);
    connect(prompt_, &QPlainTextEdit::textChanged, this, &PromptCard::edited);
    connect(system_, &QLineEdit::textChanged, this, &PromptCard::edited);
    setChat(false);
}

void PromptCard::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    generate_ = new QPushButton(iconOnAccent(QStringLiteral("play")), tr("Generate"), this);
    generate_->setObjectName(QStringLiteral("generate"));
    generate_->setToolTip(tr("All columns answer, one after the other (Ctrl+Enter)"));
    setButtonKind(generate_, ButtonKind::Primary);
    row->addWidget(generate_);
    stop_ = new QPushButton(icon(QStringLiteral("stop")), tr("Stop"), this);
    stop_->setObjectName(QStringLiteral("stop_generating"));
    stop_->setToolTip(tr("What was answered so far stays"));
    row->addWidget(stop_);
    newChat_ = new QPushButton(icon(QStringLiteral("reset")), tr("New chat"), this);
    newChat_->setObjectName(QStringLiteral("new_chat"));
    row->addWidget(newChat_);
    row->addStretch(1);
    auto* keep = new QPushButton(icon(QStringLiteral("save")), tr("Keep"), this);
    keep->setObjectName(QStringLiteral("keep"));
    keep->setToolTip(tr("The prompt as a sample of the run, or with an answer in an evaluation set"));
    keep_ = new QMenu(keep);
    keep->setMenu(keep_);
    row->addWidget(keep);
    body()->addLayout(row);
    connect(generate_, &QPushButton::clicked, this, &PromptCard::generateRequested);
    connect(stop_, &QPushButton::clicked, this, &PromptCard::stopRequested);
    connect(newChat_, &QPushButton::clicked, this, &PromptCard::newChatRequested);
}

QString PromptCard::prompt() const {
    return prompt_->toPlainText();
}

void PromptCard::setPrompt(const QString& prompt) {
    prompt_->setPlainText(prompt);
}

QString PromptCard::system() const {
    return system_->text().trimmed();
}

void PromptCard::setSystem(const QString& system) {
    system_->setText(system);
}

void PromptCard::setChat(bool isChat) {
    isChat_ = isChat;
    system_->setVisible(isChat);
    newChat_->setVisible(isChat);
    prompt_->setPlaceholderText(isChat ? tr("What you say to the model")
                                       : tr("A text that the model goes on from"));
    updateButtons();
}

void PromptCard::setAnswering(bool isAnswering) {
    isAnswering_ = isAnswering;
    updateButtons();
}

void PromptCard::clearPrompt() {
    prompt_->clear();
}

void PromptCard::updateButtons() {
    generate_->setVisible(!isAnswering_);
    generate_->setEnabled(!isAnswering_ && !prompt().isEmpty());
    stop_->setVisible(isAnswering_);
}

/// The window has the same keys for Start: here they belong to the prompt.
bool PromptCard::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != prompt_ || !isKey || !sends(*static_cast<QKeyEvent*>(event)))
        return Card::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && generate_->isEnabled())
        Q_EMIT generateRequested();
    return true;
}

}  // namespace tunebench::ui
