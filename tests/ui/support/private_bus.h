// PrivateBus: a message bus of the test's own, so that nothing on the desktop hears what is tested.
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace tunebench::ui::test {

class PrivateBus {
public:
    PrivateBus();
    ~PrivateBus();

    /// False where no bus can be started: it is not installed.
    bool isRunning() const { return !address_.isEmpty(); }

    /// A connection of that name; several see each other as programs do.
    QDBusConnection connect(const QString& name);

private:
    QTemporaryDir folder_;
    QProcess daemon_;
    QString address_;
    QStringList names_;
};

}  // namespace tunebench::ui::test
