// ActiveWork: whether a run or a study is active, and how far it is; and what else is under way. Runs tell it
// through the live page, which shows the events that it passes on.
#pragma once

#include <QObject>
#include <QStringList>

namespace tunebench::ui {

class Shell;

class ActiveWork : public QObject {
    Q_OBJECT

public:
    explicit ActiveWork(Shell& shell);

    bool hasActiveRun() const;
    bool hasActiveStudy() const;
    /// A run or a study is active.
    bool isBusy() const { return hasActiveStudy() || hasActiveRun(); }
    /// Downloads, exports and the like that the window's end breaks off: what that means, a sentence each.
    QStringList lostByClosing() const;
    /// Saves what it has learned; changed() follows when it has ended.
    void stopAndSave();

Q_SIGNALS:
    void changed();     // phase or end, not every step
    void progressed();  // as often as the live page is drawn, and now and then while it is not

private:
    Shell& shell_;
};

}  // namespace tunebench::ui
