#include "ui/text/unbroken.h"

#include <QTest>

#include "tests/ui/support/watched_application.h"

using namespace tunebench::ui;

class UnbrokenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noLineEndsBesideANumbersSignOrUnit() {
        QCOMPARE(unbroken(QStringLiteral("a loss of 0.5 ± 0.1 nats (p = 0.01), worse on 83 % of them")),
                 QStringLiteral("a loss of 0.5\u00a0±\u00a00.1\u00a0nats (p\u00a0=\u00a00.01), worse on "
                                "83\u00a0% of them"));
        QCOMPARE(unbroken(QStringLiteral("as good")), QStringLiteral("as good"));
    }
};

WATCHED_TEST_MAIN(UnbrokenTest)
#include "unbroken_test.moc"
