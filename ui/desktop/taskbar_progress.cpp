#include "ui/desktop/taskbar_progress.h"

#include <cmath>

#include <QDBusMessage>
#include <QVariantMap>

namespace tunebench::ui {
namespace {

constexpr double kVisible = 0.005;

}  // namespace

TaskbarProgress::TaskbarProgress(QDBusConnection bus, const QString& desktopFileName)
    : bus_(std::move(bus)), application_(QStringLiteral("application://%1.desktop").arg(desktopFileName)) {}

TaskbarProgress::~TaskbarProgress() {
    if (shown_ >= 0)
        send(0.0, false, false);
}

void TaskbarProgress::show(double progress) {
    if (shown_ >= 0 && std::abs(progress - shown_) < kVisible)
        return;
    shown_ = progress;
    send(progress, true, false);
}

void TaskbarProgress::hide(bool isUrgent) {
    if (shown_ < 0 && !isUrgent)
        return;
    shown_ = -1.0;
    send(0.0, false, isUrgent);
}

void TaskbarProgress::send(double progress, bool isVisible, bool isUrgent) const {
    if (!bus_.isConnected())
        return;
    auto message = QDBusMessage::createSignal(QStringLiteral("/com/canonical/unity/launcherentry/tunebench"),
                                              QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                              QStringLiteral("Update"));
    message << application_
            << QVariantMap{{QStringLiteral("progress"), progress},
                           {QStringLiteral("progress-visible"), isVisible},
                           {QStringLiteral("urgent"), isUrgent}};
    QDBusConnection(bus_).send(message);
}

}  // namespace tunebench::ui
