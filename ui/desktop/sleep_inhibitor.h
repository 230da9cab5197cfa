// SleepInhibitor: keeps the machine awake while it is wanted. Asks the system's login service, and where
// there is none the desktop's portal. Nothing waits for an answer; without either the machine sleeps as it
// does.
#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace tunebench::ui {

class SleepInhibitor : public QObject {
    Q_OBJECT

public:
    SleepInhibitor(QDBusConnection systemBus, QDBusConnection sessionBus, QObject* parent = nullptr);
    ~SleepInhibitor() override;  // lets it sleep

    /// `reason` is shown by the desktop to who wonders. Asked for twice is once.
    void inhibit(const QString& reason);
    void release();

    /// Whether somebody has agreed.
    bool isInhibiting() const { return lock_.isValid() || !request_.path().isEmpty(); }

private:
    void askLogin();
    void askPortal();
    static void close(const QDBusConnection& bus, const QDBusObjectPath& request);

    QDBusConnection systemBus_;
    QDBusConnection sessionBus_;
    QString reason_;
    bool isWanted_ = false;
    QDBusUnixFileDescriptor lock_;  // of the login service, held for as long as it is open
    QDBusObjectPath request_;       // of the portal
};

}  // namespace tunebench::ui
