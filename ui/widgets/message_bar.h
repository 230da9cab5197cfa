// MessageBar: what happened, why and what to do next, inside the page it concerns; with the actions that
// help. For everything that needs no decision at once.
#pragma once

#include <functional>

#include <QFrame>

#include "core/base/result.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace tunebench::ui {

enum class MessageKind { Info, Success, Warning, Error };

class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// Hides the former message and its actions.
    void show(MessageKind kind, const QString& message, const QString& hint = {});
    void showError(const Error& error);
    void addAction(const QString& text, std::function<void()> action);
    void setClosable(bool isClosable);
    void clear();

    QString message() const;

Q_SIGNALS:
    void dismissed();  // by its button

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addTool(const char* iconName, const QString& help, const QString& name);
    void copy();

    QLabel* text_ = nullptr;
    QLabel* hint_ = nullptr;
    QHBoxLayout* actions_ = nullptr;
    QToolButton* copy_ = nullptr;
    QToolButton* close_ = nullptr;
    QString field_;  // of the run file, that an error is about
    MessageKind kind_ = MessageKind::Info;
};

}  // namespace tunebench::ui
