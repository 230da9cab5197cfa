#include "ui/desktop/sleep_inhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

namespace tunebench::ui {
namespace {

constexpr unsigned kSuspendAndIdle = 4 | 8;  // of the portal
constexpr char kPortal[] = "org.freedesktop.portal.Desktop";

}  // namespace

SleepInhibitor::SleepInhibitor(QDBusConnection systemBus, QDBusConnection sessionBus, QObject* parent)
    : QObject(parent), systemBus_(std::move(systemBus)), sessionBus_(std::move(sessionBus)) {}

SleepInhibitor::~SleepInhibitor() {
    release();
}

void SleepInhibitor::inhibit(const QString& reason) {
    if (isWanted_)
        return;
    isWanted_ = true;
    reason_ = reason;
    if (systemBus_.isConnected())
        askLogin();
    else if (sessionBus_.isConnected())
        askPortal();
}

void SleepInhibitor::release() {
    isWanted_ = false;
    lock_ = QDBusUnixFileDescriptor();
    if (!request_.path().isEmpty())
        close(sessionBus_, request_);
    request_ = QDBusObjectPath();
}

void SleepInhibitor::askLogin() {
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep:idle") << QGuiApplication::applicationDisplayName() << reason_
         << QStringLiteral("block");
    auto* watcher = new QDBusPendingCallWatcher(systemBus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!isWanted_)
            return;  // a lock that came too late is closed with its reply
        if (!reply.isError())
            lock_ = reply.value();
        else if (sessionBus_.isConnected())
            askPortal();
    });
}

void SleepInhibitor::askPortal() {
    auto call = QDBusMessage::createMethodCall(
        QLatin1String(kPortal), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Inhibit"), QStringLiteral("Inhibit"));
    call << QString() << kSuspendAndIdle << QVariantMap{{QStringLiteral("reason"), reason_}};
    auto* watcher = new QDBusPendingCallWatcher(sessionBus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isError())
            return;
        // Wanted, let go and wanted again before the first answer came: one of both is enough.
        if (isWanted_ && request_.path().isEmpty())
            request_ = reply.value();
        else
            close(sessionBus_, reply.value());
    });
}

void SleepInhibitor::close(const QDBusConnection& bus, const QDBusObjectPath& request) {
    QDBusConnection(bus).send(QDBusMessage::createMethodCall(QLatin1String(kPortal), request.path(),
                                                             QStringLiteral("org.freedesktop.portal.Request"),
                                                             QStringLiteral("Close")));
}

}  // namespace tunebench::ui
