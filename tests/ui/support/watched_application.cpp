#include "tests/ui/support/watched_application.h"

#include <cstdio>
#include <ctime>

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

namespace tunebench::ui::test {
namespace {

#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
constexpr bool kIsAsUsersRunIt = true;
#else
constexpr bool kIsAsUsersRunIt = false;
#endif

/// Of this thread alone; waiting costs nothing.
double processorMilliseconds() {
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

}  // namespace

struct WatchedApplication::Delivery {
    int loopLevel = 0;
    double elsewhere = 0.0;  // events of loops that it has opened: dialogs, menus
};

WatchedApplication::WatchedApplication(int& argc, char** argv) : QApplication(argc, argv) {}

WatchedApplication::~WatchedApplication() {
    print();
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const int level = QThread::currentThread()->loopLevel();
    if (delivery_ != nullptr && delivery_->loopLevel == level)
        return QApplication::notify(receiver, event);  // part of the one that is delivered
    // Afterwards both may be gone.
    const char* name = receiver->metaObject()->className();
    const int type = event->type();
    Delivery* outer = delivery_;
    Delivery delivery{.loopLevel = level};
    delivery_ = &delivery;
    const double begin = processorMilliseconds();
    const bool result = QApplication::notify(receiver, event);
    const double spent = processorMilliseconds() - begin;
    delivery_ = outer;
    if (outer != nullptr)
        outer->elsewhere += spent;
    judge(spent - delivery.elsewhere, name, type);
    return result;
}

void WatchedApplication::judge(double milliseconds, const char* receiver, int eventType) {
    followFunction();
    if (milliseconds <= worst_.milliseconds)
        return;
    const char* type = QMetaEnum::fromType<QEvent::Type>().valueToKey(eventType);
    const QString event = type != nullptr ? QString::fromLatin1(type) : QString::number(eventType);
    worst_ = {milliseconds, QStringLiteral("%1 to %2").arg(event, QString::fromLatin1(receiver))};
    if (!kIsAsUsersRunIt || milliseconds <= kLongestBlockMs)
        return;
    const QString text = QStringLiteral("the UI thread was blocked for %1 ms by %2")
                             .arg(milliseconds, 0, 'f', 0)
                             .arg(worst_.what);
    QTest::qFail(qPrintable(text), __FILE__, __LINE__);
}

void WatchedApplication::followFunction() {
    const QString now = QString::fromLatin1(QTest::currentTestFunction());
    if (now == function_)
        return;
    print();
    function_ = now;
    worst_ = {};
}

void WatchedApplication::print() const {
    if (function_.isEmpty() || worst_.what.isEmpty())
        return;
    std::printf("watched : %s: worst block %.0f ms%s (%s)\n", qPrintable(function_), worst_.milliseconds,
                worst_.milliseconds > kLongestBlockMs ? ", TOO LONG" : "", qPrintable(worst_.what));
    std::fflush(stdout);
}

}  // namespace tunebench::ui::test
