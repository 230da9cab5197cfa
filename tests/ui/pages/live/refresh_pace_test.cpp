#include "ui/pages/live/refresh_pace.h"

#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class RefreshPaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cheapPicturesComeAsOftenAsAnybodySees() {
        RefreshPace pace(2);
        QCOMPARE(pace.pauseMs(), RefreshPace::kShortestMs);
        pace.onPicture(100.0);
        pace.onPicture(100.5);
        QCOMPARE(pace.pauseMs(), RefreshPace::kShortestMs);
    }

    void dearPicturesComeAsSeldomAsTheyCost() {
        RefreshPace pace(2);
        pace.onPicture(1000.0);
        pace.onPicture(1016.0);
        QCOMPARE(pace.pauseMs(), 1000);  // 16 ms in 1000 ms of 2 processors are 0.8 %
        RefreshPace ofMany(32);
        ofMany.onPicture(1000.0);
        ofMany.onPicture(1064.0);
        QCOMPARE(ofMany.pauseMs(), 250);
    }

    void noPictureIsWaitedForWithoutEnd() {
        RefreshPace pace(1);
        pace.onPicture(0.0);
        pace.onPicture(500.0);
        QCOMPARE(pace.pauseMs(), RefreshPace::kLongestMs);
    }

    void whatWasDoneBeforeThePageWasSeenDoesNotCount() {
        RefreshPace pace(2);
        pace.onPicture(0.0);
        pace.reset();
        pace.onPicture(5000.0);
        QCOMPARE(pace.pauseMs(), RefreshPace::kShortestMs);
        pace.onPicture(5048.0);
        QCOMPARE(pace.pauseMs(), RefreshPace::kLongestMs);
    }

    void anotherRunIsNotWaitedForAsLongAsTheLastOne() {
        RefreshPace pace(1);
        pace.onPicture(0.0);
        pace.onPicture(500.0);
        QCOMPARE(pace.pauseMs(), RefreshPace::kLongestMs);
        pace.reset();
        QCOMPARE(pace.pauseMs(), RefreshPace::kShortestMs);
    }

    void whatTheThreadHasUsedGrows() {
        const double before = RefreshPace::processorMs();
        volatile double sum = 0.0;
        for (int i = 0; i < 2'000'000; ++i)
            sum = sum + 1.0;
        QVERIFY(RefreshPace::processorMs() > before);
    }
};

WATCHED_TEST_MAIN(RefreshPaceTest)
#include "refresh_pace_test.moc"
