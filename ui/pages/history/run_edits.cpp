#include "ui/pages/history/run_edits.h"

#include <QAction>
#include <QUndoCommand>

#include "core/run/run_folder.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

class EditCommand : public QUndoCommand {
public:
    EditCommand(const QString& text, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(text), redo_(std::move(redo)), undo_(std::move(undo)) {}

    void redo() override { redo_(); }
    void undo() override { undo_(); }

private:
    std::function<void()> redo_;
    std::function<void()> undo_;
};

template <class Chosen>
std::vector<std::string> idsOf(const std::vector<const RunSummary*>& runs, Chosen isChosen) {
    std::vector<std::string> ids;
    for (const RunSummary* run : runs)
        if (isChosen(*run))
            ids.push_back(run->id);
    return ids;
}

bool isInUse(const std::filesystem::path& folder) {
    return RunLock::is_held(folder) || RunLock::is_read(folder);
}

QString runsText(std::size_t count) {
    return count == 1 ? RunEdits::tr("1 run") : RunEdits::tr("%1 runs").arg(count);
}

/// For every run the same.
auto forEach(std::vector<std::string> ids, void (History::*change)(const std::string&, bool), bool value) {
    return [ids = std::move(ids), change, value](History& history) {
        for (const std::string& id : ids)
            (history.*change)(id, value);
    };
}

QAction* forKeyboard(QWidget& owner, QAction& action, QKeySequence::StandardKey key) {
    action.setShortcuts(key);  // all that the system has for it
    action.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner.addAction(&action);
    return &action;
}

}  // namespace

RunEdits::RunEdits(History* history, QObject* parent) : QObject(parent), history_(history) {}

QAction* RunEdits::undoAction(QWidget& owner) {
    return forKeyboard(owner, *stack_.createUndoAction(&owner, tr("Undo")), QKeySequence::Undo);
}

QAction* RunEdits::redoAction(QWidget& owner) {
    return forKeyboard(owner, *stack_.createRedoAction(&owner, tr("Redo")), QKeySequence::Redo);
}

void RunEdits::push(const QString& text, Change redo, Change undo) {
    if (history_ == nullptr)
        return;
    const auto apply = [this](const Change& change) {
        return [this, change] {
            change(*history_);
            Q_EMIT edited();
        };
    };
    stack_.push(new EditCommand(text, apply(redo), apply(undo)));
}

void RunEdits::setStarred(const std::vector<const RunSummary*>& runs, bool isStarred) {
    const auto ids = idsOf(runs, [&](const RunSummary& run) { return run.starred != isStarred; });
    if (ids.empty())
        return;
    push(isStarred ? tr("Star") : tr("Remove star"), forEach(ids, &History::set_starred, isStarred),
         forEach(ids, &History::set_starred, !isStarred));
}

void RunEdits::setArchived(const std::vector<const RunSummary*>& runs, bool isArchived) {
    const auto ids = idsOf(runs, [&](const RunSummary& run) { return run.archived != isArchived; });
    if (ids.empty())
        return;
    push(isArchived ? tr("Archive") : tr("Take out of the archive"),
         forEach(ids, &History::set_archived, isArchived), forEach(ids, &History::set_archived, !isArchived));
    Q_EMIT done(isArchived ? tr("%1 archived").arg(runsText(ids.size()))
                           : tr("%1 taken out of the archive").arg(runsText(ids.size())));
}

void RunEdits::addTag(const std::vector<const RunSummary*>& runs, const QString& tag) {
    std::vector<std::pair<std::string, std::string>> before;
    for (const RunSummary* run : runs)
        if (withTag(run->tags, tag.toStdString()) != run->tags)
            before.emplace_back(run->id, run->tags);
    if (before.empty())
        return;
    push(
        tr("Add tag"),
        [before, tag = tag.toStdString()](History& history) {
            for (const auto& [id, tags] : before)
                history.set_tags(id, withTag(tags, tag));
        },
        [before](History& history) {
            for (const auto& [id, tags] : before)
                history.set_tags(id, tags);
        });
}

void RunEdits::setDeleted(const std::vector<const RunSummary*>& runs, bool isDeleted) {
    const auto wanted =
        idsOf(runs, [&](const RunSummary& run) { return run.deleted_at.empty() == isDeleted; });
    const auto ids = idsOf(runs, [&](const RunSummary& run) {
        return run.deleted_at.empty() == isDeleted && !(isDeleted && isInUse(run.folder));
    });
    if (ids.size() < wanted.size())
        Q_EMIT refused(tr("%1 in use, left alone").arg(runsText(wanted.size() - ids.size())),
                       tr("Stop their training, or let their export or evaluation end, first."));
    if (ids.empty())
        return;
    push(isDeleted ? tr("Delete") : tr("Restore"), forEach(ids, &History::set_deleted, isDeleted),
         forEach(ids, &History::set_deleted, !isDeleted));
    Q_EMIT done(isDeleted ? tr("%1 deleted").arg(runsText(ids.size()))
                          : tr("%1 restored").arg(runsText(ids.size())));
}

std::string withTag(const std::string& tags, const std::string& tag) {
    const QStringList known = toQt(tags).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& part : known)
        if (part.trimmed() == toQt(tag))
            return tags;
    return tags.empty() ? tag : tags + ", " + tag;
}

}  // namespace tunebench::ui
