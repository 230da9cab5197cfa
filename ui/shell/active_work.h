// ActiveWork: whether a run or a study is active, and how far it is. Runs tell it through the live page,
// which shows the events that it passes on.
#pragma once

#include <QObject>

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
    /// Saves what it has learned; changed() follows when it has ended.
    void stopAndSave();

Q_SIGNALS:
    void changed();     // phase or end, not every step
    void progressed();  // events have come

private:
    Shell& shell_;
};

}  // namespace tunebench::ui
