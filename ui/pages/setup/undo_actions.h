// UndoActions: undo and redo of a page with fields, by their keys, in the command palette, and for the page's
// buttons. A text in which somebody types has an undo of its own, which comes first while there is anything
// in it.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QAction;

namespace tunebench::ui {

class UndoActions : public QObject {
    Q_OBJECT

public:
    /// The actions are the page's, which outlives this.
    explicit UndoActions(QWidget& page);

    QAction& undo() const { return *undo_; }
    QAction& redo() const { return *redo_; }
    void setAvailable(bool canUndo, bool canRedo);

Q_SIGNALS:
    void undoRequested();
    void redoRequested();
    /// Whoever edited a field has gone to another, or away.
    void fieldLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* add(const char* iconName, const QString& text, QKeySequence::StandardKey keys,
                 void (UndoActions::*signal)());
    void onFocusChanged(QWidget* former, QWidget* now);

    QWidget& page_;
    QAction* undo_ = nullptr;
    QAction* redo_ = nullptr;
    QPointer<QWidget> watched_;  // the one in the page that has the focus
};

}  // namespace tunebench::ui
