#include "ui/desktop/notifier.h"

#include <QDBusMessage>
#include <QGuiApplication>
#include <QStringList>
#include <QVariantMap>

namespace tunebench::ui {

void Notifier::notify(const QString& summary, const QString& body) {
    if (!bus_.isConnected())
        return;
    constexpr unsigned kReplacesNone = 0;
    constexpr int kServersTimeout = -1;
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    call << QGuiApplication::applicationDisplayName() << kReplacesNone << QGuiApplication::desktopFileName()
         << summary << body.toHtmlEscaped() << QStringList()
         << QVariantMap{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}}
         << kServersTimeout;
    bus_.send(call);
}

}  // namespace tunebench::ui
