// RunPresence: what the desktop sees of a run: progress on the taskbar, no sleep while it trains, and a word
// at its end for who looks elsewhere. The user's settings say which of it.
#pragma once

#include <QObject>
#include <QTimer>

#include "ui/desktop/notifier.h"
#include "ui/desktop/sleep_inhibitor.h"
#include "ui/desktop/taskbar_progress.h"
#include "ui/run/run_state.h"

class QSettings;

namespace tunebench::ui {

/// Both are true until somebody changes them.
bool keepsAwake(const QSettings& settings);
void setKeepsAwake(QSettings& settings, bool isOn);
bool notifiesAtEnd(const QSettings& settings);
void setNotifiesAtEnd(QSettings& settings, bool isOn);

class RunPresence : public QObject {
    Q_OBJECT

public:
    struct Buses {
        QDBusConnection session;
        QDBusConnection system;
    };

    /// `state` and `settings` outlive it.
    RunPresence(const RunState& state, const QSettings& settings, QObject* parent, const Buses& buses);

    /// Phase or end of the run have changed. `isActive`: a run is prepared or trains; `name` is for people.
    void update(bool isActive, const QString& name);

private:
    void showProgress();
    void end(const QString& name);

    const RunState& state_;
    const QSettings& settings_;
    TaskbarProgress taskbar_;
    Notifier notifier_;
    SleepInhibitor sleep_;
    QTimer timer_;
    bool wasActive_ = false;
};

/// Those of the desktop that the window is on; none that is connected where there is no desktop.
RunPresence::Buses desktopBuses();

/// What the notification at the end says below the run's name.
QString endText(const RunFinished& finished);

}  // namespace tunebench::ui
