// Notifier: tells the user by a notification of the desktop what they may have forgotten about. Nothing waits
// for an answer; without a bus, or a service on it, nothing happens.
#pragma once

#include <QDBusConnection>
#include <QString>

namespace tunebench::ui {

class Notifier {
public:
    explicit Notifier(QDBusConnection bus) : bus_(std::move(bus)) {}

    void notify(const QString& summary, const QString& body);

private:
    QDBusConnection bus_;
};

}  // namespace tunebench::ui
