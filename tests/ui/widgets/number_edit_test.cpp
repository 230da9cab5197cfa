#include "ui/widgets/number_edit.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "tests/ui/support/watched_application.h"

using namespace tunebench;
using namespace tunebench::ui;

class NumberEditTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ratesAreShownAsPeopleWriteThem() {
        NumberEdit edit(NumberStyle::Scientific);
        edit.setValue(2e-4);
        QCOMPARE(edit.text(), QStringLiteral("2e-4"));
        QVERIFY(edit.value() == ParamValue(2e-4));
    }

    void ratesStepByOneTwoFive() {
        QCOMPARE(nextNiceNumber(1e-4, true), 2e-4);
        QCOMPARE(nextNiceNumber(2e-4, true), 5e-4);
        QVERIFY(qFuzzyCompare(nextNiceNumber(5e-4, true), 1e-3));
        QVERIFY(qFuzzyCompare(nextNiceNumber(1e-4, false), 5e-5));
        QVERIFY(qFuzzyCompare(nextNiceNumber(3e-4, false), 2e-4));
    }

    void arrowKeysStep() {
        NumberEdit edit(NumberStyle::Scientific);
        edit.setValue(1e-4);
        edit.setStepRange(0, 1);
        QTest::keyClick(&edit, Qt::Key_Up);
        QCOMPARE(edit.text(), QStringLiteral("2e-4"));
    }

    void wrongTextIsKeptForTheCodecToJudge() {
        NumberEdit edit(NumberStyle::Integer);
        edit.show();
        edit.setValue(ParamValue(8));
        edit.selectAll();
        QTest::keyClicks(&edit, QStringLiteral("-1"));
        QVERIFY(edit.value() == ParamValue(-1));
        edit.selectAll();
        QTest::keyClicks(&edit, QStringLiteral("many"));
        QVERIFY(edit.value() == ParamValue("many"));
    }

    void integersBeyondThirtyTwoBitsAreKept() {
        NumberEdit edit(NumberStyle::Integer);
        edit.setValue(ParamValue(std::int64_t{9'000'000'000}));
        QVERIFY(edit.value() == ParamValue(std::int64_t{9'000'000'000}));
    }

    void theWheelChangesNothingWithoutFocus() {
        NumberEdit edit(NumberStyle::Integer);
        edit.setValue(ParamValue(8));
        QWheelEvent wheel({5, 5}, edit.mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&edit, &wheel);
        QVERIFY(edit.value() == ParamValue(8));
    }
};

WATCHED_TEST_MAIN(NumberEditTest)
#include "number_edit_test.moc"
