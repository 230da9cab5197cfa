// RunEdits: what the user changes about runs: star, archive, delete, and back. Every edit is done at once and
// can be undone; nothing is asked.
#pragma once

#include <functional>

#include <QObject>
#include <QUndoStack>
#include <QWidget>

#include "core/history/history.h"

namespace tunebench::ui {

class RunEdits : public QObject {
    Q_OBJECT

public:
    /// `history` may be null: then nothing can be edited.
    explicit RunEdits(History* history, QObject* parent = nullptr);

    bool canEdit() const { return history_ != nullptr; }
    void undo() { stack_.undo(); }
    /// For a menu, and by keyboard anywhere in `owner`.
    QAction* undoAction(QWidget& owner);
    QAction* redoAction(QWidget& owner);

    // Of those that are not so already.
    void setStarred(const std::vector<const RunSummary*>& runs, bool isStarred);
    void setArchived(const std::vector<const RunSummary*>& runs, bool isArchived);
    void addTag(const std::vector<const RunSummary*>& runs, const QString& tag);
    /// Runs that a process is training stay.
    void setDeleted(const std::vector<const RunSummary*>& runs, bool isDeleted);

Q_SIGNALS:
    /// Something was posted to the history, by an edit, its undoing or its redoing.
    void edited();
    /// In words, after an edit that hides rows, so that it can be undone at once.
    void done(const QString& text);
    void refused(const QString& text, const QString& hint);

private:
    using Change = std::function<void(History& history)>;
    void push(const QString& text, Change redo, Change undo);

    History* history_;
    QUndoStack stack_;
};

/// The tags with one more; as they are when it is among them.
std::string withTag(const std::string& tags, const std::string& tag);

}  // namespace tunebench::ui
