// The watch over the UI thread that all GUI tests have: what it counts, and what not.
#include "tests/ui/support/watched_application.h"

#include <ctime>

#include <QDialog>
#include <QThread>
#include <QTimer>

using tunebench::ui::test::WatchedApplication;

namespace {

constexpr int kWorkMs = 40;

/// Processor time, however busy the machine is.
void work(int milliseconds) {
    const auto now = [] {
        timespec time = {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
    };
    const double end = now() + milliseconds;
    while (now() < end) {
    }
}

double worst() {
    return static_cast<WatchedApplication*>(qApp)->worst().milliseconds;
}

void deliver(const std::function<void()>& action) {
    bool isDone = false;
    QTimer::singleShot(0, qApp, [&] {
        action();
        isDone = true;
    });
    QTRY_VERIFY(isDone);
}

}  // namespace

class WatchedApplicationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workInAnEventCounts() {
        deliver([] { work(kWorkMs); });
        QVERIFY(worst() >= kWorkMs);
        QVERIFY(!static_cast<WatchedApplication*>(qApp)->worst().what.isEmpty());
    }

    void waitingCostsNothing() {
        deliver([] { QThread::msleep(3 * kWorkMs); });
        QVERIFY(worst() < kWorkMs);
    }

    void workOfOtherThreadsDoesNotCount() {
        deliver([] {
            const std::unique_ptr<QThread> thread(QThread::create([] { work(kWorkMs); }));
            thread->start();
            thread->wait();
        });
        QVERIFY(worst() < kWorkMs);
    }

    void eventsThatFollowEachOtherAreSeparate() {
        for (int i = 0; i < 4; ++i)
            QTimer::singleShot(0, qApp, [] { work(kWorkMs / 2); });
        deliver([] {});
        QVERIFY(worst() < 2 * kWorkMs);
    }

    void aDialogIsNoBlock() {
        deliver([] {
            QDialog dialog;
            for (int i = 1; i < 5; ++i)
                QTimer::singleShot(10 * i, &dialog, [] { work(kWorkMs / 2); });
            QTimer::singleShot(100, &dialog, &QDialog::accept);
            dialog.exec();
        });
        QVERIFY(worst() < 2 * kWorkMs);
    }

    void workOfTheTestItselfDoesNotCount() {
        deliver([] {});
        work(kWorkMs);
        QCoreApplication::processEvents();
        QVERIFY(worst() < kWorkMs);
    }
};

WATCHED_TEST_MAIN(WatchedApplicationTest)
#include "watched_application_test.moc"
