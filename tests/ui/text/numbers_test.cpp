#include "ui/text/numbers.h"

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
};

WATCHED_TEST_MAIN(NumbersTest)
#include "numbers_test.moc"
