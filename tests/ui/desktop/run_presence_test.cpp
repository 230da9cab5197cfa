// What the desktop hears of a run, on a bus of the test's own with services that only listen.
#include "ui/desktop/run_presence.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDBusContext>
#include <QDBusMessage>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/private_bus.h"
#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;
using ui::test::PrivateBus;

namespace {

/// Takes the taskbar's signal.
class Taskbar : public QObject {
    Q_OBJECT

public:
    explicit Taskbar(QDBusConnection bus) {
        bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"),
                    this, SLOT(update(QString, QVariantMap)));
        // The subscription is only sent by then: what another connection says could come before it.
        bus.call(QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId")));
    }
    QString application;
    QVariantMap last;
    int count = 0;

public Q_SLOTS:
    void update(const QString& uri, const QVariantMap& properties) {
        application = uri;
        last = properties;
        ++count;
    }
};

class Notifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    explicit Notifications(QDBusConnection bus) {
        bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                           QDBusConnection::ExportAllSlots);
        bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    QStringList summaries;
    QStringList bodies;

public Q_SLOTS:
    uint Notify(const QString&, uint, const QString&, const QString& summary, const QString& body,
                const QStringList&, const QVariantMap&, int) {
        summaries << summary;
        bodies << body;
        return 1;
    }
};

/// Gives out one end of a pipe, and sees by the other whether it is still held.
class Login : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    explicit Login(QDBusConnection bus) {
        bus.registerObject(QStringLiteral("/org/freedesktop/login1"), this, QDBusConnection::ExportAllSlots);
        bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
    ~Login() override { closeEnd(); }

    /// The other side has closed its end.
    bool isReleased() const {
        char byte = 0;
        return end_ >= 0 && ::read(end_, &byte, 1) == 0;
    }
    QString what;
    QString why;
    int asked = 0;
    bool refuses = false;

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString& theWhat, const QString&, const QString& theWhy,
                                    const QString&) {
        ++asked;
        if (refuses) {
            sendErrorReply(QDBusError::AccessDenied, QStringLiteral("no"));
            return {};
        }
        what = theWhat;
        why = theWhy;
        closeEnd();
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        end_ = ends[0];
        QDBusUnixFileDescriptor given(ends[1]);  // a copy
        ::close(ends[1]);
        return given;
    }

private:
    void closeEnd() {
        if (end_ >= 0)
            ::close(end_);
        end_ = -1;
    }
    int end_ = -1;
};

class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Inhibit")

public:
    explicit Portal(QDBusConnection bus) {
        bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                           QDBusConnection::ExportAllSlots);
        bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }
    uint flags = 0;

public Q_SLOTS:
    QDBusObjectPath Inhibit(const QString&, uint theFlags, const QVariantMap&) {
        flags = theFlags;
        return QDBusObjectPath(QStringLiteral("/request/1"));
    }
};

class Request : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Request")

public:
    explicit Request(QDBusConnection bus) {
        bus.registerObject(QStringLiteral("/request/1"), this, QDBusConnection::ExportAllSlots);
    }
    int closed = 0;

public Q_SLOTS:
    void Close() { ++closed; }
};

RunState trainingState(std::int64_t step) {
    RunState state;
    state.apply(RunStarted{.total_steps = 100});
    state.apply(PhaseChanged{.phase = RunPhase::Training});
    if (step > 0)
        state.apply(StepDone{.step = step});
    return state;
}

}  // namespace

class RunPresenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!bus_.isRunning())
            QSKIP("dbus-daemon is not installed");
        QGuiApplication::setDesktopFileName(QStringLiteral("tunebench"));
        desktop_.emplace(bus_.connect(QStringLiteral("desktop")));
        own_.emplace(bus_.connect(QStringLiteral("own")));
        QVERIFY(desktop_->isConnected() && own_->isConnected());
    }

    void progressIsOnTheTaskbarUntilTheEnd() {
        Taskbar taskbar(*desktop_);
        RunState state = trainingState(25);
        RunPresence presence(state, settings_, nullptr, buses());
        presence.update(true, QStringLiteral("town"));
        QTRY_COMPARE(taskbar.count, 1);
        QCOMPARE(taskbar.application, QStringLiteral("application://tunebench.desktop"));
        QCOMPARE(taskbar.last[QStringLiteral("progress")].toDouble(), 0.25);
        QVERIFY(taskbar.last[QStringLiteral("progress-visible")].toBool());
        state.apply(StepDone{.step = 50});  // comes by itself
        QTRY_COMPARE(taskbar.last[QStringLiteral("progress")].toDouble(), 0.5);
        state.apply(RunFinished{.cause = ExitCause::Completed, .step = 100});
        presence.update(false, QStringLiteral("town"));
        QTRY_VERIFY(!taskbar.last[QStringLiteral("progress-visible")].toBool());
    }

    void theEndIsToldToWhoLooksElsewhere() {
        Notifications notifications(*desktop_);
        RunState state = trainingState(100);
        RunPresence presence(state, settings_, nullptr, buses());
        presence.update(true, QStringLiteral("town"));
        state.apply(RunFinished{
            .cause = ExitCause::Completed, .step = 100, .best_validation_loss = 1.25, .best_step = 80});
        presence.update(false, QStringLiteral("town <1>"));
        QTRY_COMPARE(notifications.summaries, QStringList(QStringLiteral("town <1>")));
        QVERIFY(notifications.bodies.front().contains(QStringLiteral("1.25")));
        presence.update(false, QStringLiteral("town"));  // once
        setNotifiesAtEnd(settings_, false);
        presence.update(true, QStringLiteral("town"));
        presence.update(false, QStringLiteral("town"));
        QTest::qWait(200);
        QCOMPARE(notifications.summaries.size(), 1);
        setNotifiesAtEnd(settings_, true);
        desktop_->unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void theMachineStaysAwakeWhileItTrainsAndNotInAPause() {
        Login login(*desktop_);
        RunState state = trainingState(1);
        RunPresence presence(state, settings_, nullptr, buses());
        presence.update(true, QStringLiteral("town"));
        QTRY_COMPARE(login.asked, 1);
        QCOMPARE(login.what, QStringLiteral("sleep:idle"));
        QVERIFY(login.why.contains(QStringLiteral("town")));
        QTest::qWait(100);
        QVERIFY(!login.isReleased());
        state.apply(PhaseChanged{.phase = RunPhase::Paused});
        presence.update(true, QStringLiteral("town"));
        QTRY_VERIFY(login.isReleased());
        state.apply(PhaseChanged{.phase = RunPhase::Training});
        presence.update(true, QStringLiteral("town"));
        QTRY_COMPARE(login.asked, 2);
        QTest::qWait(100);
        state.apply(RunFinished{});
        presence.update(false, QStringLiteral("town"));
        QTRY_VERIFY(login.isReleased());
        setKeepsAwake(settings_, false);
        presence.update(true, QStringLiteral("town"));
        QTest::qWait(100);
        QCOMPARE(login.asked, 2);
        setKeepsAwake(settings_, true);
        desktop_->unregisterService(QStringLiteral("org.freedesktop.login1"));
        desktop_->unregisterObject(QStringLiteral("/org/freedesktop/login1"));
    }

    void withoutALoginServiceThePortalIsAsked() {
        Portal portal(*desktop_);
        Request request(*desktop_);
        SleepInhibitor sleep(*own_, *own_);
        sleep.inhibit(QStringLiteral("training"));
        QTRY_VERIFY(sleep.isInhibiting());
        QCOMPARE(portal.flags, 12u);
        sleep.release();
        QTRY_COMPARE(request.closed, 1);
        QVERIFY(!sleep.isInhibiting());
    }

    void aLockThatComesTooLateIsGivenBack() {
        Login login(*desktop_);
        SleepInhibitor sleep(*own_, *own_);
        sleep.inhibit(QStringLiteral("training"));
        sleep.release();
        QTRY_COMPARE(login.asked, 1);
        QTRY_VERIFY(login.isReleased());
        QVERIFY(!sleep.isInhibiting());
        desktop_->unregisterService(QStringLiteral("org.freedesktop.login1"));
    }

    void withoutABusNothingHappens() {
        const QDBusConnection none(QStringLiteral("none"));
        RunState state = trainingState(10);
        RunPresence presence(state, settings_, nullptr, {none, none});
        presence.update(true, QStringLiteral("town"));
        state.apply(RunFinished{});
        presence.update(false, QStringLiteral("town"));
        SleepInhibitor sleep(none, none);
        sleep.inhibit(QStringLiteral("training"));
        QVERIFY(!sleep.isInhibiting());
    }

private:
    RunPresence::Buses buses() const { return {*own_, *own_}; }

    PrivateBus bus_;
    std::optional<QDBusConnection> desktop_;
    std::optional<QDBusConnection> own_;
    QTemporaryDir folder_;
    QSettings settings_{folder_.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
};

WATCHED_TEST_MAIN(RunPresenceTest)
#include "run_presence_test.moc"
