#include "ui/run/queued_task.h"

#include <atomic>
#include <memory>
#include <vector>

#include <QTest>
#include <QThread>

using namespace tunebench;
using namespace tunebench::ui;

namespace {

constexpr int kWaitMs = 30'000;
constexpr int kSettleMs = 50;

}  // namespace

class QueuedTaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachIsDoneAndAnsweredInTurn() {
        QueuedTask<int> task(this);
        std::vector<int> answers;
        for (const int number : {1, 2, 3})
            task.start(
                [number](const CancelToken&) {
                    QThread::msleep(number == 1 ? 50 : 0);
                    return number;
                },
                [&](int answer) {
                    QCOMPARE(QThread::currentThread(), thread());
                    answers.push_back(answer);
                });
        QVERIFY(task.isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t{3}, kWaitMs);
        QCOMPARE(answers, (std::vector<int>{1, 2, 3}));
        QVERIFY(!task.isBusy());
    }

    void anAnswerMayStartTheNext() {
        QueuedTask<int> task(this);
        int last = 0;
        bool wasBusy = true;
        task.start([](const CancelToken&) { return 1; },
                   [&](int) {
                       wasBusy = task.isBusy();
                       task.start([](const CancelToken&) { return 2; }, [&](int answer) { last = answer; });
                   });
        QTRY_COMPARE_WITH_TIMEOUT(last, 2, kWaitMs);
        QVERIFY(!wasBusy);
    }

    void anAnswerIsDeliveredBeforeTheNextWorkStarts() {
        QueuedTask<int> task(this);
        std::atomic<bool> hasNextStarted = false;
        bool hadStarted = true;
        bool wasBusy = false;
        int last = 0;
        task.start([](const CancelToken&) { return 1; },
                   [&](int) {
                       QThread::msleep(kSettleMs);
                       hadStarted = hasNextStarted;
                       wasBusy = task.isBusy();
                   });
        task.start(
            [&](const CancelToken&) {
                hasNextStarted = true;
                return 2;
            },
            [&](int answer) { last = answer; });
        QTRY_COMPARE_WITH_TIMEOUT(last, 2, kWaitMs);
        QVERIFY(!hadStarted);
        QVERIFY(wasBusy);
    }

    void whatAnAnswerStartsComesAfterWhatWaits() {
        QueuedTask<int> task(this);
        std::vector<int> answers;
        const auto answer = [&](int number) { answers.push_back(number); };
        task.start([](const CancelToken&) { return 1; },
                   [&](int number) {
                       answers.push_back(number);
                       task.start([](const CancelToken&) { return 3; }, answer);
                   });
        task.start([](const CancelToken&) { return 2; }, answer);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), std::size_t{3}, kWaitMs);
        QCOMPARE(answers, (std::vector<int>{1, 2, 3}));
        QVERIFY(!task.isBusy());
    }

    void anAnswerMayEndTheQueue() {
        auto task = std::make_unique<QueuedTask<int>>(this);
        std::atomic<bool> hasNextStarted = false;
        task->start([](const CancelToken&) { return 1; }, [&](int) { task.reset(); });
        task->start(
            [&](const CancelToken&) {
                hasNextStarted = true;
                return 2;
            },
            [](int) {});
        QTRY_VERIFY_WITH_TIMEOUT(task == nullptr, kWaitMs);
        QTest::qWait(kSettleMs);
        QVERIFY(!hasNextStarted);
    }
};

QTEST_GUILESS_MAIN(QueuedTaskTest)
#include "queued_task_test.moc"
