// TaskbarProgress: how far the work is, on the program's entry in the taskbar or dock: the signal that
// Plasma, Ubuntu's dock and others listen to. Without a bus nothing happens.
#pragma once

#include <QDBusConnection>
#include <QString>

namespace tunebench::ui {

class TaskbarProgress {
public:
    TaskbarProgress(QDBusConnection bus, const QString& desktopFileName);
    ~TaskbarProgress();  // takes it away
    TaskbarProgress(const TaskbarProgress&) = delete;
    TaskbarProgress& operator=(const TaskbarProgress&) = delete;

    /// 0 to 1; said again only where it differs by more than anybody can see.
    void show(double progress);
    /// No progress any more; `isUrgent` asks for a look at the window.
    void hide(bool isUrgent);

private:
    void send(double progress, bool isVisible, bool isUrgent) const;

    QDBusConnection bus_;
    QString application_;
    double shown_ = -1.0;  // less than 0: nothing is shown
};

}  // namespace tunebench::ui
