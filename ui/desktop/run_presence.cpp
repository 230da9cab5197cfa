#include "ui/desktop/run_presence.h"

#include <QGuiApplication>
#include <QSettings>

#include "ui/text/core_sentence.h"
#include "ui/text/numbers.h"

namespace tunebench::ui {
namespace {

constexpr char kKeepsAwake[] = "desktop/keep_awake";
constexpr char kNotifies[] = "desktop/notify";
constexpr int kProgressMs = 1000;

}  // namespace

bool keepsAwake(const QSettings& settings) {
    return settings.value(QLatin1String(kKeepsAwake), true).toBool();
}

void setKeepsAwake(QSettings& settings, bool isOn) {
    settings.setValue(QLatin1String(kKeepsAwake), isOn);
}

bool notifiesAtEnd(const QSettings& settings) {
    return settings.value(QLatin1String(kNotifies), true).toBool();
}

void setNotifiesAtEnd(QSettings& settings, bool isOn) {
    settings.setValue(QLatin1String(kNotifies), isOn);
}

RunPresence::Buses desktopBuses() {
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal")) {
        const QDBusConnection none(QStringLiteral("none"));
        return {none, none};
    }
    return {QDBusConnection::sessionBus(), QDBusConnection::systemBus()};
}

QString endText(const RunFinished& finished) {
    if (finished.error)
        return coreSentence(finished.error->message);
    const QString cause = causeText(finished.cause);
    return finished.best_validation_loss
               ? RunPresence::tr("%1. Best validation loss %2 at step %3.")
                     .arg(cause, lossText(*finished.best_validation_loss))
                     .arg(finished.best_step)
               : RunPresence::tr("%1. Training loss %2.").arg(cause, lossText(finished.training_loss));
}

RunPresence::RunPresence(const RunState& state, const QSettings& settings, QObject* parent,
                         const Buses& buses)
    : QObject(parent),
      state_(state),
      settings_(settings),
      taskbar_(buses.session, QGuiApplication::desktopFileName()),
      notifier_(buses.session),
      sleep_(buses.system, buses.session) {
    timer_.setInterval(kProgressMs);
    connect(&timer_, &QTimer::timeout, this, &RunPresence::showProgress);
}

void RunPresence::update(bool isActive, const QString& name) {
    const bool isTraining = isActive && !state_.isPaused();
    if (isTraining && keepsAwake(settings_))
        sleep_.inhibit(tr("Training %1").arg(name));
    else
        sleep_.release();
    if (isActive) {
        timer_.start();
        showProgress();
    } else if (wasActive_) {
        end(name);
    }
    wasActive_ = isActive;
}

void RunPresence::showProgress() {
    taskbar_.show(state_.progress());
}

/// Who has the window before them sees the end there.
void RunPresence::end(const QString& name) {
    timer_.stop();
    const bool isSeen = QGuiApplication::applicationState() == Qt::ApplicationActive;
    taskbar_.hide(/*isUrgent=*/!isSeen);
    if (!isSeen && state_.finished && notifiesAtEnd(settings_))
        notifier_.notify(name, endText(*state_.finished));
}

}  // namespace tunebench::ui
