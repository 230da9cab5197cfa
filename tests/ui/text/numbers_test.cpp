#include "ui/text/numbers.h"

#include <QDate>
#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class NumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortNumbersHaveFourDigitsButNoPowersWhereNoneAreNeeded() {
        QCOMPARE(shortNumber(0.0076719), QStringLiteral("0.007672"));
        QCOMPARE(shortNumber(-0.0076719), QStringLiteral("-0.007672"));
        QCOMPARE(shortNumber(4.0), QStringLiteral("4"));
        QCOMPARE(shortNumber(9999.7), QStringLiteral("10000"));
        QCOMPARE(shortNumber(30'000.0), QStringLiteral("30000"));
        QCOMPARE(shortNumber(2e-4), QStringLiteral("2e-4"));
        QCOMPARE(shortNumber(3e9), QStringLiteral("3e9"));
    }

    void aDayHasItsMonthAndAYearWhereItIsNotThisOne() {
        const auto thisYear = QStringLiteral("%1-03-05T12:00:00.000Z").arg(QDate::currentDate().year());
        QCOMPARE(dayText(thisYear.toStdString()), QStringLiteral("5 Mar"));
        QCOMPARE(dayText("2019-03-05T12:00:00.000Z"), QStringLiteral("2019-03-05"));
        QCOMPARE(dayText("yesterday"), QStringLiteral("yesterday"));
    }
};

WATCHED_TEST_MAIN(NumbersTest)
#include "numbers_test.moc"
