#include "tests/ui/support/private_bus.h"

#include <QFile>

namespace tunebench::ui::test {
namespace {

/// No folder of services: none is started because somebody asks for it.
constexpr char kConfiguration[] = R"(<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=%1</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

}  // namespace

PrivateBus::PrivateBus() {
    QFile configuration(folder_.filePath(QStringLiteral("bus.conf")));
    if (!configuration.open(QIODevice::WriteOnly))
        return;
    configuration.write(QString::fromLatin1(kConfiguration).arg(folder_.path()).toUtf8());
    configuration.close();
    daemon_.start(QStringLiteral("dbus-daemon"),
                  {QStringLiteral("--config-file=") + configuration.fileName(), QStringLiteral("--nofork"),
                   QStringLiteral("--print-address")});
    constexpr int kPatienceMs = 10'000;
    if (daemon_.waitForStarted(kPatienceMs) && daemon_.waitForReadyRead(kPatienceMs))
        address_ = QString::fromUtf8(daemon_.readLine()).trimmed();
}

PrivateBus::~PrivateBus() {
    for (const QString& name : names_)
        QDBusConnection::disconnectFromBus(name);
    daemon_.terminate();
    daemon_.waitForFinished();
}

QDBusConnection PrivateBus::connect(const QString& name) {
    names_ << name;
    return QDBusConnection::connectToBus(address_, name);
}

}  // namespace tunebench::ui::test
