// PromptCard: what is asked: a text to go on from, or what a user says in a chat. Ctrl+Enter sends it.
#pragma once

#include "ui/widgets/card.h"

class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;

namespace tunebench::ui {

class PromptCard : public Card {
    Q_OBJECT

public:
    explicit PromptCard(QWidget* parent = nullptr);

    QString prompt() const;
    void setPrompt(const QString& prompt);
    QString system() const;
    void setSystem(const QString& system);
    bool isChat() const { return isChat_; }
    void setChat(bool isChat);
    /// Asked and not yet answered: the button stops.
    void setAnswering(bool isAnswering);
    /// After it was sent in a chat.
    void clearPrompt();
    QMenu* keepMenu() const { return keep_; }

Q_SIGNALS:
    void generateRequested();
    void stopRequested();
    void newChatRequested();
    void edited();  // prompt or system message

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildButtons();
    void updateButtons();

    QLineEdit* system_ = nullptr;
    QPlainTextEdit* prompt_ = nullptr;
    QPushButton* generate_ = nullptr;
    QPushButton* stop_ = nullptr;
    QPushButton* newChat_ = nullptr;
    QMenu* keep_ = nullptr;
    bool isChat_ = false;
    bool isAnswering_ = false;
};

}  // namespace tunebench::ui
