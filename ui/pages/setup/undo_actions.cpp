#include "ui/pages/setup/undo_actions.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "ui/theme/icons.h"

namespace tunebench::ui {
namespace {

bool hasOwnStep(QWidget* widget, bool isUndo) {
    if (const auto* block = qobject_cast<QPlainTextEdit*>(widget))
        return isUndo ? block->document()->isUndoAvailable() : block->document()->isRedoAvailable();
    const auto* line = qobject_cast<QLineEdit*>(widget);
    if (line == nullptr)
        line = widget->findChild<QLineEdit*>();  // within a spin box
    return line != nullptr && (isUndo ? line->isUndoAvailable() : line->isRedoAvailable());
}

}  // namespace

UndoActions::UndoActions(QWidget& page) : page_(page) {
    undo_ =
        add("undo", tr("Undo the last change of the run"), QKeySequence::Undo, &UndoActions::undoRequested);
    redo_ =
        add("redo", tr("Redo what was undone in the run"), QKeySequence::Redo, &UndoActions::redoRequested);
    setAvailable(false, false);
    connect(qApp, &QApplication::focusChanged, this, &UndoActions::onFocusChanged);
}

QAction* UndoActions::add(const char* iconName, const QString& text, QKeySequence::StandardKey keys,
                          void (UndoActions::*signal)()) {
    auto* action = new QAction(icon(QLatin1String(iconName)), text, &page_);
    action->setObjectName(QLatin1String(iconName) + QStringLiteral("_edit"));
    action->setShortcuts(keys);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(text, action->shortcut().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, signal);
    page_.addAction(action);
    return action;
}

void UndoActions::setAvailable(bool canUndo, bool canRedo) {
    undo_->setEnabled(canUndo);
    redo_->setEnabled(canRedo);
}

void UndoActions::onFocusChanged(QWidget*, QWidget* now) {
    if (watched_ != nullptr)
        watched_->removeEventFilter(this);
    watched_ = now != nullptr && page_.isAncestorOf(now) ? now : nullptr;
    if (watched_ != nullptr)
        watched_->installEventFilter(this);
    Q_EMIT fieldLeft();
}

bool UndoActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride || watched != watched_)
        return QObject::eventFilter(watched, event);
    const auto* keys = static_cast<QKeyEvent*>(event);
    const bool isUndo = keys->matches(QKeySequence::Undo);
    if ((!isUndo && !keys->matches(QKeySequence::Redo)) || hasOwnStep(watched_, isUndo))
        return false;
    // A text claims these keys even where it has nothing to undo.
    event->ignore();
    return true;
}

}  // namespace tunebench::ui
